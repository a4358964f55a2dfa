package dev.rollcall.plan;

import dev.rollcall.model.Declaration;
import dev.rollcall.model.Desired;
import dev.rollcall.model.Email;
import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Kind;
import dev.rollcall.model.Member;
import dev.rollcall.model.Problem;
import dev.rollcall.model.Thousands;
import dev.rollcall.model.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The check that nothing is wanted of a kind that tenants of this vocabulary do not have, though
 * others of the vendor do: left out in silence, everybody would believe it given.
 */
public final class MissingKinds {

  private final Desired desired;
  private final Vocabulary offered;
  private final Predicate<Email> planned;

  private MissingKinds(Desired desired, Vocabulary offered, Predicate<Email> planned) {
    this.desired = desired;
    this.offered = offered;
    this.planned = planned;
  }

  /**
   * What is wanted in vain: each place in the job file, and one of the rosters for each kind.
   *
   * @param planned whom a plan is made for
   */
  public static List<Problem> of(Desired desired, Vocabulary offered, Predicate<Email> planned) {
    return new MissingKinds(desired, offered, planned).problems();
  }

  private List<Problem> problems() {
    List<Problem> problems = new ArrayList<>();
    new TreeMap<>(desired.declared())
        .forEach(
            (right, because) -> {
              if (!offered.has(right.kind())) {
                String place = because.origin().toString();
                problems.add(new Problem(place, what(right.kind().right().many(), ""), remedy()));
              }
            });
    for (Declaration declaration : desired.declarations()) {
      Kind kind = declaration.resource().kind();
      if (!offered.definable().contains(kind)) {
        problems.add(
            new Problem(declaration.origin().toString(), what(kind.noun().many(), ""), remedy()));
      }
    }
    inRosters().forEach((kind, wanted) -> problems.add(wanted.problem(kind)));
    return problems.stream().distinct().toList();
  }

  private String what(String kind, String aside) {
    return "the %s has no %s%s%s"
        .formatted(
            offered.tenant(),
            kind,
            aside,
            offered.model().map(model -> ": it has " + model.name()).orElse(""));
  }

  private String remedy() {
    return offered.model().map(Vocabulary.Model::otherwise).orElse("leave them out");
  }

  /** Who is to hold something of a kind; thousands may. */
  private final class Wanted {
    private final String first;
    private int people;

    Wanted(String first) {
      this.first = first;
    }

    Problem problem(Kind kind) {
      String others =
          people == 1
              ? ""
              : ", which " + Thousands.of(people) + " people are to hold, this one first";
      return new Problem(first, what(kind.right().many(), others), remedy());
    }
  }

  private Map<Kind, Wanted> inRosters() {
    Map<Kind, Wanted> wanted = new TreeMap<>();
    if (desired.roster().rights().stream().noneMatch(this::isMissing)) {
      return wanted;
    }
    for (Member person : desired.roster().people()) {
      Map<Kind, Entitlement> missing = missing(person);
      if (!missing.isEmpty()
          && planned.test(person.email())
          && !desired.held().containsKey(person.email())) {
        missing.forEach(
            (kind, right) ->
                wanted.computeIfAbsent(kind, any -> new Wanted(place(person, right))).people++);
      }
    }
    return wanted;
  }

  /** Of each kind that is missing, one right that a cell of theirs states. */
  private Map<Kind, Entitlement> missing(Member person) {
    Map<Kind, Entitlement> missing = Map.of();
    for (Entitlement right : person.entitlements()) {
      if (isMissing(right)) {
        missing = missing.isEmpty() ? new TreeMap<>() : missing;
        missing.putIfAbsent(right.kind(), right);
      }
    }
    return missing;
  }

  private boolean isMissing(Entitlement right) {
    return !offered.has(right.kind()) && !desired.declared().containsKey(right);
  }

  private String place(Member person, Entitlement right) {
    return Cause.of(desired, person.email(), right).origin();
  }
}
