package dev.rollcall.explain;

import dev.rollcall.explain.Explanation.Cell;
import dev.rollcall.explain.Explanation.Lost;
import dev.rollcall.explain.Explanation.Right;
import dev.rollcall.explain.Explanation.RuleWord;
import dev.rollcall.explain.Explanation.SourceRow;
import dev.rollcall.explain.Explanation.Standing;
import dev.rollcall.model.Email;
import dev.rollcall.model.Member;
import dev.rollcall.model.Origin;
import dev.rollcall.model.Place;
import dev.rollcall.model.Problem;
import dev.rollcall.model.Status;
import dev.rollcall.planning.RosterRow;
import dev.rollcall.rules.DesiredEntitlements;
import dev.rollcall.rules.DesiredSide;
import dev.rollcall.rules.Rule;
import dev.rollcall.rules.RuleBook;
import dev.rollcall.source.Reject;
import dev.rollcall.source.Row;
import dev.rollcall.source.gather.Gathered;
import dev.rollcall.source.mapping.MappedRow;
import dev.rollcall.source.mapping.PersonRecord;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The explanation of one person by rosters: what they and the rules of a job say. */
final class RosterExplanation {

  /** A row of theirs, as far as its source tells, and why it does not count where it does not. */
  private record Sighting(RosterRow found, String source, String leftOut) {}

  private final String asked;
  private final Optional<Email> email;
  private final RuleBook rules;
  private final List<Sighting> sightings = new ArrayList<>();

  /**
   * A trail that has seen nothing yet.
   *
   * @param asked the address as it was asked for, which may be none
   */
  RosterExplanation(String asked, Optional<Email> email, RuleBook rules) {
    this.asked = asked.strip().toLowerCase(Locale.ROOT);
    this.email = email;
    this.rules = rules;
  }

  /** Looks at a row: is it theirs? */
  void saw(RosterRow found, MappedRow mapped) {
    mapped
        .fold(
            person -> isTheirs(person.email()) ? sighting(found, person.source()) : none(),
            reject -> isTheirs(found.row(), reject) ? sighting(found, reject.source()) : none(),
            row ->
                row.email().map(this::isTheirs).orElseGet(() -> holdsText(found.row()))
                    ? Optional.of(new Sighting(found, row.source(), row.told()))
                    : none(),
            // It will be seen again.
            later -> none())
        .ifPresent(sightings::add);
  }

  private static Optional<Sighting> sighting(RosterRow found, String source) {
    return Optional.of(new Sighting(found, source, ""));
  }

  private static Optional<Sighting> none() {
    return Optional.empty();
  }

  private boolean isTheirs(Email other) {
    return email.filter(other::equals).isPresent();
  }

  /** A row that could not be read may still hold the text. */
  private boolean isTheirs(Row row, Reject reject) {
    return reject.email().filter(this::isTheirs).isPresent() || holdsText(row);
  }

  private boolean holdsText(Row row) {
    return row.cells().stream().anyMatch(cell -> cell.toLowerCase(Locale.ROOT).contains(asked));
  }

  /** Their rows with the cells that decide something. */
  List<SourceRow> rows(Gathered gathered) {
    return sightings.stream()
        .map(
            seen ->
                new SourceRow(
                    seen.source(),
                    new Origin(seen.found().place(), seen.found().row().line(), -1).toString(),
                    cells(seen.found()),
                    problems(seen, gathered),
                    seen.leftOut()))
        .toList();
  }

  private List<Cell> cells(RosterRow found) {
    List<String> headers = found.place().columns();
    List<String> texts = found.mapper().withoutSecrets(found.row()).cells();
    Set<Integer> used = found.mapper().usedColumns();
    List<Cell> cells = new ArrayList<>();
    for (int column = 0; column < headers.size(); column++) {
      String header = headers.get(column);
      String key = header.toLowerCase(Locale.ROOT);
      if (used.contains(column) || rules.looksAt(key) || found.mapper().looksAt(key)) {
        cells.add(new Cell(header, column < texts.size() ? texts.get(column) : ""));
      }
    }
    return cells;
  }

  private static List<Problem> problems(Sighting seen, Gathered gathered) {
    return gathered.rejects().stream()
        .filter(reject -> reject.source().equals(seen.source()))
        .filter(reject -> reject.row().line() == seen.found().row().line())
        .flatMap(reject -> reject.problems().stream())
        .toList();
  }

  /** All their rows taken together, where they could be used. */
  Optional<PersonRecord> record(Gathered gathered) {
    return email.flatMap(
        who -> gathered.people().stream().filter(person -> person.email().equals(who)).findFirst());
  }

  /** Why they are left alone. */
  List<String> held(DesiredSide.Made made, Gathered gathered) {
    Set<String> reasons = new LinkedHashSet<>();
    email.map(who -> made.desired().held().get(who)).ifPresent(reasons::add);
    boolean anybodys = sightings.stream().anyMatch(seen -> !problems(seen, gathered).isEmpty());
    if (reasons.isEmpty() && anybodys) {
      reasons.add(
          "a row of theirs was set aside; as its address cannot be read, nobody counts as absent"
              + " in this run");
    }
    return List.copyOf(reasons);
  }

  /** Where they stand, and why. */
  static Standing standing(PersonRecord person) {
    Origin origin = person.statusOrigin();
    String cell = cell(person, origin);
    String by = cell.isEmpty() ? "no cell says otherwise" : cell;
    String why =
        switch (person.status()) {
          case LEFT -> "Has left: " + by + again(person);
          case FUTURE -> "Starts later: " + by;
          default -> "Active: " + by;
        };
    return new Standing(person.status().name().toLowerCase(Locale.ROOT), why, origin.toString());
  }

  private static String again(PersonRecord person) {
    return person
        .validity()
        .startsOn()
        .map(day -> "; starts again on " + day + ", and is away until then")
        .orElse("");
  }

  private static String cell(PersonRecord person, Origin origin) {
    Place place = origin.place();
    if (origin.column() < 0 || origin.column() >= place.columns().size()) {
      return "";
    }
    String header = place.columns().get(origin.column());
    String value = person.attributes().getOrDefault(header.toLowerCase(Locale.ROOT), "");
    return header + " is \"" + value.strip() + "\"";
  }

  /** What each rule says of them; rules are for people who are here. */
  List<RuleWord> ruleWords(PersonRecord person) {
    if (person.status() == Status.LEFT) {
      return List.of();
    }
    List<Rule> matching = rules.matching(person, new ArrayList<>());
    return rules.rules().stream()
        .map(
            rule ->
                new RuleWord(
                    rule.name(),
                    rule.origin().toString(),
                    matching.contains(rule),
                    rule.grants().stream().map(grant -> grant.entitlement()).toList()))
        .toList();
  }

  /** What they are to hold. */
  static List<Right> rights(Member desired, DesiredSide.Made made) {
    List<Right> rights = new ArrayList<>();
    desired
        .entitlements()
        .forEach(
            each ->
                made.desired()
                    .provenance()
                    .of(desired.email(), each)
                    .ifPresent(because -> rights.add(new Right(each, because))));
    return rights;
  }

  /** What was said too, and lost. */
  List<Lost> lost(PersonRecord person) {
    if (person.status() == Status.LEFT) {
      return List.of();
    }
    DesiredEntitlements entitled = rules.entitle(person, new ArrayList<>());
    return entitled.overruled().stream()
        .map(
            claim ->
                new Lost(
                    new Right(claim.entitlement(), claim.because()),
                    new Right(
                        entitled.winnerOver(claim).entitlement(),
                        entitled.winnerOver(claim).because())))
        .toList();
  }
}
