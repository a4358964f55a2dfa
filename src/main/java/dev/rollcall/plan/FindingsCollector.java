package dev.rollcall.plan;

import dev.rollcall.model.Desired;
import dev.rollcall.model.Email;
import dev.rollcall.model.Ending;
import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Kind;
import dev.rollcall.model.Member;
import dev.rollcall.model.MentionedNames;
import dev.rollcall.model.Naming;
import dev.rollcall.model.Resource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What there is to say about a run beside its operations: held people, blind spots, what was let
 * go.
 */
final class FindingsCollector {

  private final ReconciliationTerms comparison;
  private final PlanBuilder draft;

  FindingsCollector(ReconciliationTerms comparison, PlanBuilder draft) {
    this.comparison = comparison;
    this.draft = draft;
  }

  /** Makes all of them. */
  void make() {
    heldPeople();
    peopleOutOfScope();
    blindSpots();
    spellings();
    endings();
    comparison.situation().history().mentioned().ifPresent(this::lettingGo);
  }

  private void heldPeople() {
    Desired desired = comparison.desired();
    new TreeMap<>(desired.held())
        .forEach(
            (email, why) -> {
              if (comparison.plans(email)) {
                held(email, why);
              }
            });
  }

  /** Says that a person is neither changed nor treated as absent. */
  void held(Email email, String why) {
    draft.find(
        Finding.Kind.PERSON_HELD,
        email.address(),
        "left as is: " + why,
        Cause.row(comparison.desired(), email));
  }

  private void endings() {
    Desired desired = comparison.desired();
    desired.endings().stream()
        .filter(ending -> comparison.plans(ending.email()))
        .filter(ending -> !desired.held().containsKey(ending.email()))
        .forEach(this::endsSoon);
  }

  private void endsSoon(Ending ending) {
    String what = ending.what().map(Entitlement::toString).orElse("all access");
    draft.find(
        Finding.Kind.ENDS_SOON,
        ending.email().address(),
        what + " ends on " + ending.on() + ", the last day",
        new Cause(ending.origin().toString(), ""));
  }

  private void peopleOutOfScope() {
    List<Email> foreign =
        comparison.desired().roster().people().stream()
            .map(Member::email)
            .filter(email -> !comparison.scope().covers(email))
            .toList();
    if (!foreign.isEmpty()) {
      draft.find(
          Finding.Kind.SOURCE,
          "",
          foreign.size()
              + " in the rosters, such as "
              + foreign.get(0)
              + ", have addresses outside scope.emails and are not planned for",
          Cause.row(comparison.desired(), foreign.get(0)));
    }
  }

  private void blindSpots() {
    Snapshot snapshot = comparison.snapshot();
    for (Resource resource : snapshot.incomplete()) {
      String list = resource.kind().levels().isPresent() ? "its list of grants" : "its member list";
      draft.find(
          Finding.Kind.INCOMPLETE_KNOWLEDGE,
          resource.toString(),
          list + " could not be read whole, so nothing is changed there",
          Cause.NONE);
    }
  }

  /** Names that are meant, and that the workspace spells otherwise: with a blank too many. */
  private void spellings() {
    List<SpellingVariants> odd =
        comparison.catalogue().spelled().stream().filter(each -> !each.isAmbiguous()).toList();
    if (!odd.isEmpty()) {
      Set<String> meant = meant();
      odd.stream()
          .filter(each -> meant.contains(each.kind() + " " + each.name()))
          .forEach(this::spelledOtherwise);
    }
  }

  private void spelledOtherwise(SpellingVariants spelled) {
    String spelling = spelled.spellings().get(0);
    draft.find(
        Finding.Kind.SPELLED_OTHERWISE,
        spelled.name(),
        "the %s spells the %s \"%s\", with %s; it is taken for \"%s\""
            .formatted(
                comparison.vocabulary().tenant(),
                spelled.kind(),
                spelling,
                Naming.oddity(spelling).orElse("another spelling"),
                spelled.name()),
        Cause.NONE);
  }

  /** What the records name, each with its kind. */
  private Set<String> meant() {
    Desired desired = comparison.desired();
    Set<String> meant = new HashSet<>();
    Stream.of(
            desired.roster().people().stream().flatMap(person -> person.entitlements().stream()),
            desired.roster().groups().stream().flatMap(group -> group.rights().stream()),
            desired.declared().keySet().stream())
        .flatMap(each -> each)
        .distinct()
        .forEach(each -> meant(each, meant));
    return meant;
  }

  private static void meant(Entitlement named, Set<String> meant) {
    Resource on = named.on();
    meant.add(SpellingVariants.kind(on.kind(), on.container()) + " " + on.name());
    named.level().ifPresent(level -> meant.add(on.kind().right() + " " + level));
  }

  private void lettingGo(MentionedNames before) {
    MentionedNames now = comparison.desired().mentioned();
    before
        .names()
        .forEach(
            (kind, names) ->
                names.stream()
                    .filter(name -> !now.of(kind).contains(name))
                    .filter(name -> isOffered(kind, name))
                    .forEach(name -> letGo(kind, name)));
  }

  private boolean isOffered(Kind kind, String name) {
    return comparison.catalogue().of(kind).resources().stream()
        .anyMatch(resource -> resource.name().equals(name));
  }

  /** Says so, with the number of people unless nobody has counted them. */
  private void letGo(Kind kind, String name) {
    long holders =
        comparison.snapshot().actual().people().stream()
            .filter(
                member ->
                    member.entitlements().stream()
                        .anyMatch(held -> held.kind() == kind && held.on().name().equals(name)))
            .count();
    boolean counted =
        kind.is(Kind.Trait.HOLDS_RIGHTS)
            ? comparison.snapshot().actual().groups().stream()
                .anyMatch(group -> group.resource().name().equals(name))
            : holders > 0;
    String unit = kind.levels().isPresent() ? " people in scope" : " members in scope";
    draft.find(
        Finding.Kind.NO_LONGER_MANAGED,
        name,
        "this "
            + kind.noun()
            + " is no longer mentioned anywhere; it is left as it is."
            + (counted ? " It has " + holders + unit + "." : ""),
        Cause.NONE);
  }
}
