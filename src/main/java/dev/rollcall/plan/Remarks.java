package dev.rollcall.plan;

import dev.rollcall.model.Desired;
import dev.rollcall.model.Email;
import dev.rollcall.model.Ending;
import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Member;
import dev.rollcall.model.Mentioned;
import dev.rollcall.model.Naming;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What there is to say about a run beside its operations: held people, blind spots, what was let
 * go.
 */
final class Remarks {

  private final Comparison comparison;
  private final Draft draft;

  Remarks(Comparison comparison, Draft draft) {
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
    for (String group : snapshot.incompleteGroups()) {
      blindSpot(group, "its member list could not be read whole, so nothing is changed there");
    }
    for (String project : snapshot.incompleteProjects()) {
      blindSpot(project, "its list of grants could not be read whole, so nothing is changed there");
    }
  }

  /** Names that are meant, and that the workspace spells otherwise: with a blank too many. */
  private void spellings() {
    List<Spelled> odd =
        comparison.catalogue().spelled().stream().filter(each -> !each.isAmbiguous()).toList();
    if (!odd.isEmpty()) {
      Set<String> meant = meant();
      odd.stream()
          .filter(each -> meant.contains(each.kind() + " " + each.name()))
          .forEach(this::spelledOtherwise);
    }
  }

  private void spelledOtherwise(Spelled spelled) {
    String spelling = spelled.spellings().get(0);
    draft.find(
        Finding.Kind.SPELLED_OTHERWISE,
        spelled.name(),
        "the workspace spells the %s \"%s\", with %s; it is taken for \"%s\""
            .formatted(
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
            desired.roster().groups().stream().flatMap(group -> group.projectRoles().stream()),
            desired.declared().keySet().stream())
        .flatMap(each -> each)
        .distinct()
        .forEach(each -> meant(each, meant));
    return meant;
  }

  private static void meant(Entitlement named, Set<String> meant) {
    if (named instanceof Entitlement.EnvironmentRole role) {
      meant.add(Spelled.ENVIRONMENT_ROLE + " " + role.role());
    } else if (named instanceof Entitlement.GroupMembership membership) {
      meant.add(Spelled.GROUP + " " + membership.group());
    } else if (named instanceof Entitlement.ProjectRole role) {
      meant.add(Spelled.PROJECT_ROLE + " " + role.role());
      meant.add(Spelled.projectIn(role.environment()) + " " + role.project());
    }
  }

  private void blindSpot(String subject, String detail) {
    draft.find(Finding.Kind.INCOMPLETE_KNOWLEDGE, subject, detail, Cause.NONE);
  }

  private void lettingGo(Mentioned before) {
    Mentioned now = comparison.desired().mentioned();
    for (String group : gone(before.groups(), now.groups())) {
      if (comparison.catalogue().groups().contains(group)) {
        boolean read = comparison.snapshot().actual().group(group).isPresent();
        letGo("group", group, read ? " members in scope" : "");
      }
    }
    for (String project : gone(before.projects(), now.projects())) {
      if (comparison.catalogue().projects().values().stream().anyMatch(p -> p.contains(project))) {
        letGo("project", project, holders(isOn(project)) > 0 ? " people in scope" : "");
      }
    }
  }

  /** Says so, with the number of people unless the unit is empty: then nobody has counted. */
  private void letGo(String kind, String name, String unit) {
    Predicate<Entitlement> on = kind.equals("group") ? isIn(name) : isOn(name);
    String count = unit.isEmpty() ? "" : " It has " + holders(on) + unit + ".";
    draft.find(
        Finding.Kind.NO_LONGER_MANAGED,
        name,
        "this " + kind + " is no longer mentioned anywhere; it is left as it is." + count,
        Cause.NONE);
  }

  private long holders(Predicate<Entitlement> what) {
    return comparison.snapshot().actual().people().stream()
        .filter(member -> member.entitlements().stream().anyMatch(what))
        .count();
  }

  private static Predicate<Entitlement> isIn(String group) {
    return held ->
        held instanceof Entitlement.GroupMembership membership && membership.group().equals(group);
  }

  private static Predicate<Entitlement> isOn(String project) {
    return held -> held instanceof Entitlement.ProjectRole role && role.project().equals(project);
  }

  private static TreeSet<String> gone(Iterable<String> before, Set<String> now) {
    TreeSet<String> gone = new TreeSet<>();
    before.forEach(gone::add);
    gone.removeAll(now);
    return gone;
  }
}
