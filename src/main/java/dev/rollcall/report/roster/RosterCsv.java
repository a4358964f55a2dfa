package dev.rollcall.report.roster;

import static java.util.stream.Collectors.joining;

import dev.rollcall.model.Email;
import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Kind;
import dev.rollcall.model.Member;
import dev.rollcall.model.Resource;
import dev.rollcall.model.Status;
import dev.rollcall.security.SheetCells;
import dev.rollcall.source.RejectNotes;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/**
 * A desired roster as a roster: read again, with the usual headers and without rules, it comes to
 * the same people with the same rights.
 *
 * <p>Somebody who is held gets the status {@code held}, which means nothing, so that they are held
 * again. A list column is left out where no source has it and nobody holds anything of its kind:
 * what nobody mentions is not managed.
 *
 * <p>People open it in a spreadsheet: a cell that would be taken for a formula is guarded, and what
 * would hide in a cell is shown. Where that was done, a column of its own says in which rows, and
 * whoever reads the file as a roster takes it back.
 */
public final class RosterCsv implements RosterWriter {

  @Override
  public void write(RosterReport roster, Writer out) throws IOException {
    Columns columns = Columns.of(roster);
    List<List<String>> rows = rows(roster, columns);
    boolean escapes = rows.stream().anyMatch(RosterCsv::isEscaped) || isEscaped(columns.headers());
    out.write(SheetCells.row(cells(columns.headers(), escapes ? RejectNotes.ESCAPES : "")));
    for (List<String> row : rows) {
      out.write(SheetCells.row(cells(row, escapes ? isEscaped(row) ? "yes" : "no" : "")));
    }
  }

  private static List<List<String>> rows(RosterReport roster, Columns columns) {
    List<List<String>> rows = new ArrayList<>();
    roster.people().forEach(person -> rows.add(columns.row(roster, person)));
    for (Email email : new TreeSet<>(roster.desired().held().keySet())) {
      if (roster.desired().roster().person(email).isEmpty()) {
        rows.add(columns.row(roster, Member.of(email, "", Status.ACTIVE, List.of())));
      }
    }
    return rows;
  }

  private static boolean isEscaped(List<String> texts) {
    return texts.stream().anyMatch(text -> !SheetCells.written(text).equals(text));
  }

  private static List<String> cells(List<String> texts, String escapes) {
    List<String> cells = new ArrayList<>(texts.stream().map(SheetCells::written).toList());
    if (!escapes.isEmpty()) {
      cells.add(escapes);
    }
    return cells;
  }

  /** Which columns there are. */
  private record Columns(List<Resource> places, List<Kind> lists) {

    static Columns of(RosterReport roster) {
      TreeSet<Resource> places = new TreeSet<>();
      TreeSet<Kind> lists = new TreeSet<>();
      roster.desired().managed().listed().values().stream().distinct().forEach(lists::addAll);
      for (Member person : roster.people()) {
        for (Entitlement right : person.entitlements()) {
          if (isList(right.kind())) {
            lists.add(right.kind());
          } else {
            places.add(right.on());
          }
        }
      }
      return new Columns(List.copyOf(places), List.copyOf(lists));
    }

    private static boolean isList(Kind kind) {
      return switch (kind.column().orElseThrow()) {
        case ROLES -> false;
        case GROUPS, PROJECTS -> true;
      };
    }

    List<String> headers() {
      List<String> headers = new ArrayList<>(List.of("email", "name", "status", "starts-on"));
      places.forEach(place -> headers.add("role." + place));
      lists.forEach(
          kind -> headers.add(kind.column().orElseThrow().name().toLowerCase(Locale.ROOT)));
      return headers;
    }

    List<String> row(RosterReport roster, Member person) {
      List<String> row = new ArrayList<>();
      row.add(person.email().address());
      row.add(person.name());
      row.add(roster.status(person).equals("future") ? "active" : roster.status(person));
      row.add(roster.starts().getOrDefault(person.email(), ""));
      places.forEach(place -> row.add(person.on(place).flatMap(Entitlement::level).orElse("")));
      lists.forEach(kind -> row.add(list(person, kind)));
      return row;
    }

    private static String list(Member person, Kind kind) {
      return person.of(kind).stream()
          .map(right -> right.on() + right.level().map(level -> " = " + level).orElse(""))
          .collect(joining("; "));
    }
  }
}
