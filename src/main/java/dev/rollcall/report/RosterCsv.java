package dev.rollcall.report;

import static java.util.stream.Collectors.joining;

import dev.rollcall.model.Email;
import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Entitlement.EnvironmentRole;
import dev.rollcall.model.Entitlement.GroupMembership;
import dev.rollcall.model.Entitlement.ProjectRole;
import dev.rollcall.model.Environment;
import dev.rollcall.model.Managed;
import dev.rollcall.model.Member;
import dev.rollcall.model.Status;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * A desired roster as a roster: read again, with the usual headers and without rules, it comes to
 * the same people with the same rights.
 *
 * <p>Somebody who is held gets the status {@code held}, which means nothing, so that they are held
 * again. A list column is left out where no source has it and nobody holds anything of its kind:
 * what nobody mentions is not managed.
 *
 * <p>People open it in a spreadsheet: a cell that would be taken for a formula begins with a word
 * joiner, which no spreadsheet computes and which is dropped when the file is read as a roster.
 */
public final class RosterCsv implements RosterWriter {

  private static final String FORMULA_STARTS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";
  private static final String WORD_JOINER = "\u2060";

  @Override
  public void write(RosterReport roster, Writer out) throws IOException {
    Columns columns = Columns.of(roster);
    // The printer is not closed: it would close the writer, which is not ours.
    CSVPrinter printer = new CSVPrinter(out, CSVFormat.RFC4180);
    printer.printRecord(columns.headers());
    for (Member person : roster.people()) {
      printer.printRecord(cells(columns.row(roster, person)));
    }
    for (Email email : new TreeSet<>(roster.desired().held().keySet())) {
      if (roster.desired().roster().person(email).isEmpty()) {
        Member unread = Member.of(email, "", Status.ACTIVE, List.of());
        printer.printRecord(cells(columns.row(roster, unread)));
      }
    }
  }

  private static List<String> cells(List<String> texts) {
    return texts.stream()
        .map(
            text ->
                text.isEmpty() || FORMULA_STARTS.indexOf(text.charAt(0)) < 0
                    ? text
                    : WORD_JOINER + text)
        .toList();
  }

  /** Which columns there are. */
  private record Columns(List<Environment> environments, boolean groups, boolean projects) {

    static Columns of(RosterReport roster) {
      TreeMap<Environment, Boolean> environments = new TreeMap<>();
      for (Member person : roster.people()) {
        for (Entitlement right : person.entitlements()) {
          if (right instanceof EnvironmentRole role) {
            environments.put(role.environment(), true);
          }
        }
      }
      return new Columns(
          List.copyOf(environments.keySet()),
          has(roster, Managed.Column.GROUPS, GroupMembership.class::isInstance),
          has(roster, Managed.Column.PROJECTS, ProjectRole.class::isInstance));
    }

    private static boolean has(
        RosterReport roster, Managed.Column column, Predicate<Entitlement> kind) {
      return roster.desired().managed().columns().values().stream()
              .anyMatch((EnumSet<Managed.Column> each) -> each.contains(column))
          || roster.people().stream()
              .flatMap(person -> person.entitlements().stream())
              .anyMatch(kind);
    }

    List<String> headers() {
      List<String> headers = new ArrayList<>(List.of("email", "name", "status", "starts-on"));
      environments.forEach(environment -> headers.add("role." + environment));
      if (groups) {
        headers.add("groups");
      }
      if (projects) {
        headers.add("projects");
      }
      return headers;
    }

    List<String> row(RosterReport roster, Member person) {
      List<String> row = new ArrayList<>();
      row.add(person.email().address());
      row.add(person.name());
      row.add(roster.status(person).equals("future") ? "active" : roster.status(person));
      row.add(roster.starts().getOrDefault(person.email(), ""));
      environments.forEach(
          environment -> row.add(person.environmentRoles().getOrDefault(environment, "")));
      if (groups) {
        row.add(list(person, GroupMembership.class::isInstance));
      }
      if (projects) {
        row.add(list(person, ProjectRole.class::isInstance));
      }
      return row;
    }

    private static String list(Member person, Predicate<Entitlement> kind) {
      return person.entitlements().stream()
          .filter(kind)
          .map(right -> right.target() + (right.role().isEmpty() ? "" : " = " + right.role()))
          .collect(joining("; "));
    }
  }
}
