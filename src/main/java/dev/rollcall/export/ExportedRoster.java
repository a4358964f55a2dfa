package dev.rollcall.export;

import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Group;
import dev.rollcall.model.Kind;
import dev.rollcall.model.Levels;
import dev.rollcall.model.Member;
import dev.rollcall.model.Naming;
import dev.rollcall.model.Problem;
import dev.rollcall.model.Resource;
import dev.rollcall.report.roster.EscapedRows;
import dev.rollcall.report.roster.RosterColumns;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a workspace holds, as far as a roster can say it.
 *
 * @param people with the rights that are stated
 * @param groups with the rights that they hold themselves
 * @param unsaid places where somebody holds what cannot be said: of those, nothing is
 * @param leftOut what is not in it, and why
 * @param whole false where that is because something could not be read whole
 * @param remarks what else is worth knowing
 */
record ExportedRoster(
    RosterColumns columns,
    List<Member> people,
    List<Group> groups,
    Set<Entitlement> unsaid,
    List<Problem> leftOut,
    boolean whole,
    List<String> remarks) {

  /** What people have in the status column: who leaves is marked there. */
  private static final String ACTIVE = "active";

  /** Copies. */
  ExportedRoster {
    people = List.copyOf(people);
    groups = List.copyOf(groups);
    unsaid = Set.copyOf(unsaid);
    leftOut = List.copyOf(leftOut);
    remarks = List.copyOf(remarks);
  }

  /** Everybody with what the roster says that they hold. */
  List<Member> stated() {
    return people.stream().map(this::stated).toList();
  }

  private Member stated(Member person) {
    return Member.of(
        person.email(),
        person.name(),
        person.status(),
        person.entitlements().stream().filter(this::isStated).toList());
  }

  private boolean isStated(Entitlement right) {
    return RosterColumns.isList(right.kind())
        || columns.places().contains(right.on()) && !unsaid.contains(right);
  }

  /** Header and rows. */
  EscapedRows rows() {
    return new EscapedRows(headers(), people.stream().map(this::row).toList());
  }

  /** What stands above each column, which is also the roster field that it feeds. */
  List<String> headers() {
    List<String> headers = new ArrayList<>(List.of("email", "name", "status"));
    headers.addAll(columns.headers());
    return headers;
  }

  private List<String> row(Member person) {
    List<String> row = new ArrayList<>();
    row.add(person.email().address());
    // On one line: of names nothing depends on blanks, and lines in a cell look like swallowed
    // rows.
    row.add(Naming.tidy(person.name()));
    row.add(ACTIVE);
    columns.places().forEach(place -> row.add(level(person, place)));
    columns.lists().forEach(kind -> row.add(columns.list(person, kind)));
    return row;
  }

  /** A blank cell says nothing; that nothing is held there is a statement too. */
  private String level(Member person, Resource place) {
    boolean isUnsaid = person.on(place).filter(unsaid::contains).isPresent();
    return isUnsaid ? "" : columns.level(person, place).orElseGet(() -> nothing(place.kind()));
  }

  private static String nothing(Kind kind) {
    return kind.levels().flatMap(Levels::nothing).orElse("");
  }
}
