package dev.rollcall.source;

import dev.rollcall.model.Email;
import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Managed;
import dev.rollcall.model.Origin;
import dev.rollcall.model.Problem;
import dev.rollcall.model.Status;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Makes one record of several rows about one person: lists add up, contradictions are problems.
 *
 * <p>Only the rows that agree with the status in the end count: what an old contract or a future
 * one grants is not granted today.
 */
final class Merging {

  private static final int MOST_REMARKS_OF_A_KIND = 50;
  private static final String REMEDY = "make them equal, or set on-conflict: first";

  private final OnConflict onConflict;
  private final AttributeMerging attributeMerging;
  private final List<Problem> problems = new ArrayList<>();
  private final Map<Email, String> held = new HashMap<>();
  private final List<Remark> remarks = new ArrayList<>();
  private final Map<String, Integer> remarksOfKind = new LinkedHashMap<>();

  Merging(OnConflict onConflict, Predicate<String> decisive) {
    this.onConflict = onConflict;
    this.attributeMerging =
        new AttributeMerging(decisive.or(RosterField.EMPLOYEE_ID.key()::equals));
  }

  List<Problem> problems() {
    return problems;
  }

  Map<Email, String> held() {
    return held;
  }

  /** At most some of a kind, and then how many more there are. */
  List<Remark> remarks() {
    List<Remark> all = new ArrayList<>(remarks);
    remarksOfKind.forEach(
        (kind, count) -> {
          if (count > MOST_REMARKS_OF_A_KIND) {
            int more = count - MOST_REMARKS_OF_A_KIND;
            all.add(new Remark("", more + " more people " + kind, ""));
          }
        });
    return all;
  }

  /** One record of at least two rows, the first being the one to believe in doubt. */
  PersonRecord merge(List<PersonRecord> rows) {
    PersonRecord standing = standing(rows);
    List<PersonRecord> counting =
        rows.stream().filter(row -> row.status() == standing.status()).toList();
    remarkOnSameSource(rows);
    return new PersonRecord(
        counting.get(0).source(),
        counting.get(0).email(),
        name(counting),
        standing.status(),
        attributes(counting),
        columns(rows),
        claims(counting),
        counting.get(0).row(),
        standing.statusOrigin());
  }

  /** The row whose status is the person's. */
  private PersonRecord standing(List<PersonRecord> rows) {
    PersonRecord first = rows.get(0);
    PersonRecord active = firstWith(Status.ACTIVE, rows);
    if (active.status() == Status.ACTIVE) {
      rows.stream()
          .filter(row -> row.status() == Status.LEFT)
          .findFirst()
          .ifPresent(left -> remarkOnLeaver(left, active));
      return active;
    }
    rows.stream()
        .filter(row -> row.status() != first.status())
        .findFirst()
        .ifPresent(
            other ->
                conflict(
                    first.email(),
                    first.statusOrigin(),
                    words(first.status())
                        + " here, "
                        + words(other.status())
                        + " at "
                        + other.statusOrigin()));
    return first;
  }

  private static PersonRecord firstWith(Status status, List<PersonRecord> rows) {
    return rows.stream().filter(row -> row.status() == status).findFirst().orElse(rows.get(0));
  }

  private static String words(Status status) {
    return status == Status.FUTURE ? "starts later" : "has left";
  }

  private void remarkOnLeaver(PersonRecord left, PersonRecord active) {
    remark(
        "have left in one place and are active in another, which counts",
        new Remark(
            left.email().address(),
            "has left here, but is active at " + active.statusOrigin() + ", which counts",
            left.statusOrigin().toString()));
  }

  private void remarkOnSameSource(List<PersonRecord> rows) {
    for (int i = 1; i < rows.size(); i++) {
      PersonRecord before = rows.get(i - 1);
      PersonRecord row = rows.get(i);
      if (before.source().equals(row.source())) {
        String how = tellTheSame(before, row) ? "a repetition of " : "taken together with ";
        remark(
            "have more than one row in a source",
            new Remark(
                row.email().address(), "the row is " + how + before.row(), row.row().toString()));
      }
    }
  }

  private static boolean tellTheSame(PersonRecord one, PersonRecord two) {
    return one.name().equals(two.name())
        && one.status() == two.status()
        && entitlements(one).equals(entitlements(two))
        && AttributeMerging.areSame(one.attributes(), two.attributes());
  }

  private static Set<Entitlement> entitlements(PersonRecord row) {
    return Set.copyOf(row.claims().stream().map(Claim::entitlement).toList());
  }

  private String name(List<PersonRecord> rows) {
    PersonRecord named =
        rows.stream().filter(row -> !row.name().isEmpty()).findFirst().orElse(rows.get(0));
    rows.stream()
        .filter(row -> !row.name().isEmpty() && !fold(row.name()).equals(fold(named.name())))
        .findFirst()
        .ifPresent(
            other ->
                remark(
                    "have two names",
                    new Remark(
                        named.email().address(),
                        "is called "
                            + Cells.quoted(named.name())
                            + " here, which counts, and "
                            + Cells.quoted(other.name())
                            + " at "
                            + other.row(),
                        named.row().toString())));
    return named.name();
  }

  private Map<String, String> attributes(List<PersonRecord> rows) {
    boolean decides = rows.get(0).status() == Status.ACTIVE;
    return attributeMerging.merge(
        rows,
        (origin, what) -> {
          if (decides) {
            conflict(rows.get(0).email(), origin, what);
          }
        });
  }

  /** A row of somebody who starts later does not yet make anything managed. */
  private static Set<Managed.Column> columns(List<PersonRecord> rows) {
    EnumSet<Managed.Column> columns = EnumSet.noneOf(Managed.Column.class);
    rows.stream()
        .filter(row -> row.status() != Status.FUTURE)
        .forEach(row -> columns.addAll(row.columns()));
    return columns;
  }

  private List<Claim> claims(List<PersonRecord> rows) {
    Map<Object, Claim> byTarget = new LinkedHashMap<>();
    for (PersonRecord row : rows) {
      for (Claim claim : row.claims()) {
        Claim before = byTarget.putIfAbsent(target(claim.entitlement()), claim);
        if (before != null
            && row.status() == Status.ACTIVE
            && !before.entitlement().equals(claim.entitlement())) {
          conflict(
              row.email(),
              before.because().origin(),
              "for "
                  + claim.entitlement().target()
                  + " it is "
                  + Cells.quoted(before.entitlement().role())
                  + " here, "
                  + Cells.quoted(claim.entitlement().role())
                  + " at "
                  + claim.because().origin());
        }
      }
    }
    return List.copyOf(byTarget.values());
  }

  private record Target(int rank, String name) {}

  private static Target target(Entitlement entitlement) {
    return new Target(entitlement.rank(), entitlement.target());
  }

  private void conflict(Email email, Origin origin, String what) {
    if (onConflict == OnConflict.PROBLEM) {
      Problem problem = Problem.at(origin, email + ": " + what, REMEDY);
      problems.add(problem);
      held.putIfAbsent(email, problem.toString());
    }
  }

  private void remark(String kind, Remark remark) {
    if (remarksOfKind.merge(kind, 1, Integer::sum) <= MOST_REMARKS_OF_A_KIND) {
      remarks.add(remark);
    }
  }

  private static String fold(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }
}
