package dev.rollcall.report.roster;

import dev.rollcall.model.Email;
import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Kind;
import dev.rollcall.model.Member;
import dev.rollcall.model.Resource;
import dev.rollcall.model.Status;
import dev.rollcall.report.sheet.CsvWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
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
    CsvWriter csv = CsvWriter.stream(out);
    RosterColumns columns = columns(roster);
    List<String> headers = new ArrayList<>(List.of("email", "name", "status", "starts-on"));
    headers.addAll(columns.headers());
    new EscapedRows(headers, rows(roster, columns)).writeTo(csv);
  }

  private static List<List<String>> rows(RosterReport roster, RosterColumns columns) {
    List<List<String>> rows = new ArrayList<>();
    roster.people().forEach(person -> rows.add(row(roster, person, columns)));
    for (Email email : new TreeSet<>(roster.desired().held().keySet())) {
      if (roster.desired().roster().person(email).isEmpty()) {
        rows.add(row(roster, Member.of(email, "", Status.ACTIVE, List.of()), columns));
      }
    }
    return rows;
  }

  private static RosterColumns columns(RosterReport roster) {
    TreeSet<Resource> places = new TreeSet<>();
    TreeSet<Kind> lists = new TreeSet<>();
    roster.desired().managed().listed().values().stream().distinct().forEach(lists::addAll);
    for (Member person : roster.people()) {
      for (Entitlement right : person.entitlements()) {
        if (RosterColumns.isList(right.kind())) {
          lists.add(right.kind());
        } else {
          places.add(right.on());
        }
      }
    }
    return new RosterColumns(List.copyOf(places), List.copyOf(lists));
  }

  private static List<String> row(RosterReport roster, Member person, RosterColumns columns) {
    List<String> row = new ArrayList<>();
    row.add(person.email().address());
    row.add(person.name());
    row.add(roster.status(person).equals("future") ? "active" : roster.status(person));
    row.add(roster.starts().getOrDefault(person.email(), ""));
    columns.places().forEach(place -> row.add(columns.level(person, place).orElse("")));
    columns.lists().forEach(kind -> row.add(columns.list(person, kind)));
    return row;
  }
}
