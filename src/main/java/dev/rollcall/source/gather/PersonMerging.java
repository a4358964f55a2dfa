package dev.rollcall.source.gather;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.rollcall.model.Email;
import dev.rollcall.model.Origin;
import dev.rollcall.model.Problem;
import dev.rollcall.model.RightsColumn;
import dev.rollcall.model.Status;
import dev.rollcall.source.UnreadableSource;
import dev.rollcall.source.columns.CellText;
import dev.rollcall.source.columns.RosterField;
import dev.rollcall.source.columns.Shape;
import dev.rollcall.source.mapping.Claim;
import dev.rollcall.source.mapping.PersonRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The merging of several rows about one person into one record: lists add up, contradictions are
 * problems.
 *
 * <p>Only the rows that agree with the status in the end count: what an old contract or a future
 * one grants is not granted today.
 */
final class PersonMerging {

  /** More contradictions than this are not worth listing one by one. */
  static final int MOST_CONFLICTS = 100_000;

  private static final String REMEDY = "make them equal, or set on-conflict: first";

  private final Map<String, DeclaredSource> declared;
  private final ManagedKinds kinds;
  private final AttributeMerging attributeMerging;
  private final List<Problem> problems = new ArrayList<>();
  private final Map<Email, String> held = new HashMap<>();
  private final MergingRemarks remarks = new MergingRemarks();

  PersonMerging(List<DeclaredSource> sources, ManagedKinds kinds, Predicate<String> decisive) {
    this.declared = sources.stream().collect(toMap(DeclaredSource::name, each -> each));
    this.kinds = kinds;
    this.attributeMerging =
        new AttributeMerging(decisive.or(RosterField.EMPLOYEE_ID.key()::equals));
  }

  List<Problem> problems() {
    return problems;
  }

  Map<Email, String> held() {
    return held;
  }

  /** What was noticed. */
  List<Remark> remarks() {
    return remarks.all();
  }

  /** The record of somebody of whom there is one row. */
  PersonRecord alone(PersonRecord row) {
    Set<RightsColumn> columns = kinds.of(row);
    return columns.equals(row.columns()) ? row : row.with(columns);
  }

  /**
   * One record of at least two rows, the first being the one to believe in doubt.
   *
   * @throws UnreadableSource where so many contradict each other that something is wrong with all
   */
  PersonRecord merge(List<PersonRecord> rows) {
    List<PersonRecord> speaking = speaking(rows);
    EmploymentPeriods contracts = new EmploymentPeriods(speaking);
    PersonRecord standing = contracts.standing();
    remarkOnStanding(standing, speaking, contracts);
    List<PersonRecord> counting = counting(rows, standing);
    List<PersonRecord> telling = counting.stream().filter(row -> !isJoined(row)).toList();
    List<PersonRecord> people = telling.isEmpty() ? counting : telling;
    remarkOnSameSource(rows);
    PersonRecord named = named(people);
    return new PersonRecord(
        standing.source(),
        standing.email(),
        named.name(),
        named.givenName(),
        named.familyName(),
        standing.status(),
        attributes(people),
        columns(rows),
        claims(counting),
        standing.place(),
        standing.line(),
        standing.statusColumn(),
        contracts.validity());
  }

  /**
   * The rows that say where the person stands. Assignments say so where they have a status column;
   * a list of assignments without one often goes on naming people who have left.
   */
  private List<PersonRecord> speaking(List<PersonRecord> rows) {
    List<PersonRecord> speaking = rows.stream().filter(this::speaks).toList();
    if (!speaking.isEmpty()) {
      return speaking;
    }
    List<PersonRecord> telling = rows.stream().filter(row -> !isJoined(row)).toList();
    return telling.isEmpty() ? rows : telling;
  }

  private boolean speaks(PersonRecord row) {
    return switch (shape(row)) {
      case PEOPLE -> true;
      case ASSIGNMENTS -> row.statusOrigin().column() >= 0;
      case JOINED -> false;
    };
  }

  private Shape shape(PersonRecord row) {
    DeclaredSource source = declared.get(row.source());
    return source == null ? Shape.PEOPLE : source.shape();
  }

  private boolean isJoined(PersonRecord row) {
    return shape(row) == Shape.JOINED;
  }

  private boolean isJoinedTo(PersonRecord row, Set<String> sources) {
    DeclaredSource source = declared.get(row.source());
    return source != null && sources.contains(source.people());
  }

  /** Those that agree with the status; what is joined to a row counts where that row does. */
  private List<PersonRecord> counting(List<PersonRecord> rows, PersonRecord standing) {
    Set<String> sources =
        rows.stream()
            .filter(row -> !isJoined(row) && row.status() == standing.status())
            .map(PersonRecord::source)
            .collect(toSet());
    boolean onlyJoined = rows.stream().allMatch(this::isJoined);
    return rows.stream()
        .filter(
            row ->
                isJoined(row) && !onlyJoined
                    ? row.status() == Status.ACTIVE && isJoinedTo(row, sources)
                    : row.status() == standing.status())
        .toList();
  }

  /** What the rows say of the person who is here, gone, or away between two of them. */
  private void remarkOnStanding(
      PersonRecord standing, List<PersonRecord> rows, EmploymentPeriods contracts) {
    if (standing.status() == Status.ACTIVE) {
      rows.stream()
          .filter(row -> row.status() == Status.LEFT)
          .filter(row -> shape(row) == Shape.PEOPLE || !row.source().equals(standing.source()))
          .findFirst()
          .ifPresent(left -> remarks.activeAfterAll(left, standing));
    }
    if (standing.status() == Status.LEFT) {
      contracts.next().ifPresent(next -> remarks.comesBack(standing, next));
    }
  }

  private void remarkOnSameSource(List<PersonRecord> rows) {
    for (int i = 1; i < rows.size(); i++) {
      PersonRecord before = rows.get(i - 1);
      PersonRecord row = rows.get(i);
      if (before.source().equals(row.source()) && shape(row) == Shape.PEOPLE) {
        remarks.oneSource(before, row);
      }
    }
  }

  private PersonRecord named(List<PersonRecord> rows) {
    PersonRecord named =
        rows.stream().filter(row -> !row.name().isEmpty()).findFirst().orElse(rows.get(0));
    rows.stream()
        .filter(row -> !row.name().isEmpty() && !fold(row.name()).equals(fold(named.name())))
        .findFirst()
        .ifPresent(other -> remarks.otherName(named, other));
    return named;
  }

  private Map<String, String> attributes(List<PersonRecord> rows) {
    boolean decides = rows.get(0).status() == Status.ACTIVE;
    return attributeMerging.merge(
        rows,
        (first, origin, what) -> {
          if (decides) {
            conflict(first, origin, what);
          }
        });
  }

  /** A row of somebody who starts later does not yet make anything managed. */
  private Set<RightsColumn> columns(List<PersonRecord> rows) {
    Set<RightsColumn> columns = new HashSet<>();
    rows.stream()
        .filter(row -> row.status() != Status.FUTURE && !isJoined(row))
        .forEach(row -> columns.addAll(kinds.of(row)));
    return columns;
  }

  private List<Claim> claims(List<PersonRecord> rows) {
    return new ClaimMerging(
            (first, said, other) ->
                conflict(
                    first,
                    said.because().origin(),
                    "for %s it is %s here, %s at %s"
                        .formatted(
                            said.entitlement().on(),
                            CellText.quoted(said.entitlement().role()),
                            CellText.quoted(other.entitlement().role()),
                            other.because().origin())))
        .merge(rows);
  }

  private void conflict(PersonRecord first, Origin origin, String what) {
    DeclaredSource source = declared.get(first.source());
    if (source == null || source.onConflict() == OnConflict.PROBLEM) {
      Problem problem =
          Problem.at(origin, first.email() + ": " + what, REMEDY).about(first.email());
      if (problems.size() == MOST_CONFLICTS) {
        throw new UnreadableSource(
            problem.where(),
            "more than " + MOST_CONFLICTS + " times rows contradict each other, here " + what,
            "check that columns: fits the sources, and that a row is about one person");
      }
      problems.add(problem);
      held.putIfAbsent(first.email(), problem.toString());
    }
  }

  private static String fold(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }
}
