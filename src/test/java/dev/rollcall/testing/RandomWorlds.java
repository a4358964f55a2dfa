package dev.rollcall.testing;

import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Group;
import dev.rollcall.model.Kind;
import dev.rollcall.model.Member;
import dev.rollcall.model.Roster;
import dev.rollcall.model.Status;
import dev.rollcall.plan.NamePatterns;
import dev.rollcall.plan.Policy;
import dev.rollcall.plan.Scope;
import dev.rollcall.plan.Usual;
import dev.rollcall.tenant.workato.WorkatoVocabulary;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Random desired and actual sides over {@link Worlds}' names, small enough to shrink well. */
public final class RandomWorlds {

  private static final List<String> PEOPLE =
      List.of("ana", "ben", "cleo", "dan", "eva", "finn", "gus", "hana", "ivo", "jo", "kim", "lea");

  private static final List<String> ROLES =
      List.of("Member", "Environment manager", "Environment admin", "Release captain");

  private static final List<String> PROJECT_ROLES =
      List.of("Project operator", "Builder", "Advanced builder", "Auditor");

  private RandomWorlds() {}

  /** Two sides of one world. */
  public record Sides(Roster desired, Roster actual) {}

  /** Both sides, of different people, with owned groups that may be missing or differ. */
  public static Arbitrary<Sides> sides() {
    Arbitrary<List<Group>> owned = groups(List.of("Finance", "Newcomers"));
    Arbitrary<List<Group>> present = groups(Worlds.GROUPS);
    return Combinators.combine(desiredPeople(), owned, actualPeople(), present)
        .as(
            (wanted, ours, found, theirs) ->
                new Sides(Roster.of(wanted, ours), Roster.of(found, theirs)));
  }

  /** A policy of any kind. */
  public static Arbitrary<Policy> policies() {
    Arbitrary<Policy.Leaving> leaving = Arbitraries.of(Policy.Leaving.class);
    return Combinators.combine(leaving, leaving, Arbitraries.of(Policy.Extra.class))
        .as(
            (left, absent, extra) ->
                new Policy(
                    true, left, Optional.empty(), absent, extra, Optional.<Duration>empty(), 1));
  }

  /** A scope that covers all, or leaves something out. */
  public static Arbitrary<Scope> scopes() {
    NamePatterns some = NamePatterns.matching(List.of("F*", "O*"));
    NamePatterns first = NamePatterns.matching(List.of("a*", "b*", "c*"));
    return Arbitraries.of(
        Usual.everything(),
        WorkatoTerms.scope(
            NamePatterns.ALL, some, NamePatterns.ALL, false, NamePatterns.NONE, NamePatterns.ALL),
        WorkatoTerms.scope(
            NamePatterns.ALL,
            NamePatterns.ALL,
            NamePatterns.exactly(List.of("Billing")),
            true,
            some,
            NamePatterns.ALL),
        WorkatoTerms.scope(
            NamePatterns.ALL, NamePatterns.ALL, NamePatterns.ALL, false, NamePatterns.NONE, first));
  }

  private static Arbitrary<List<Member>> desiredPeople() {
    Arbitrary<Status> status =
        Arbitraries.of(Status.ACTIVE, Status.ACTIVE, Status.ACTIVE, Status.LEFT, Status.FUTURE);
    return people(status, withNoAccess(ROLES), withNoAccess(PROJECT_ROLES))
        .map(all -> all.stream().map(RandomWorlds::asDesired).toList());
  }

  private static Arbitrary<List<Member>> actualPeople() {
    Arbitrary<Status> status = Arbitraries.of(Status.ACTIVE, Status.ACTIVE, Status.INVITED);
    return people(status, ROLES, PROJECT_ROLES)
        .map(all -> all.stream().flatMap(person -> asActual(person).stream()).toList());
  }

  private static Arbitrary<List<Member>> people(
      Arbitrary<Status> status, List<String> roles, List<String> projectRoles) {
    Arbitrary<List<Entitlement>> entitlements = entitlements(roles, projectRoles);
    Arbitrary<Member> person =
        Combinators.combine(Arbitraries.of(PEOPLE), status, entitlements)
            .as((name, stands, holds) -> Member.of(Rosters.email(name), "", stands, holds));
    return person.list().ofMaxSize(PEOPLE.size()).uniqueElements(Member::email);
  }

  private static Arbitrary<List<Entitlement>> entitlements(
      List<String> roles, List<String> projectRoles) {
    Arbitrary<List<Entitlement>> inEnvironments =
        Combinators.combine(Arbitraries.of(Worlds.ENVIRONMENTS), Arbitraries.of(roles))
            .as((environment, role) -> (Entitlement) Rosters.role(environment, role))
            .list()
            .ofMaxSize(3);
    Arbitrary<List<Entitlement>> inGroups =
        Arbitraries.of(Worlds.GROUPS)
            .map(name -> (Entitlement) Rosters.in(name))
            .list()
            .ofMaxSize(3);
    Arbitrary<List<Entitlement>> onProjects =
        projectRoles(projectRoles).map(role -> (Entitlement) role).list().ofMaxSize(3);
    return Combinators.combine(inEnvironments, inGroups, onProjects).as(RandomWorlds::together);
  }

  private static Arbitrary<Entitlement> projectRoles(List<String> roles) {
    return Combinators.combine(
            Arbitraries.of(Worlds.PROJECTS),
            Arbitraries.of(Worlds.ENVIRONMENTS),
            Arbitraries.of(roles))
        .as((project, environment, role) -> Rosters.on(project + "@" + environment, role));
  }

  private static Arbitrary<List<Group>> groups(List<String> names) {
    return Combinators.combine(
            Arbitraries.of(names),
            projectRoles(PROJECT_ROLES).list().ofMaxSize(2).uniqueElements(Entitlement::on))
        .as((name, roles) -> new Group(WorkatoVocabulary.group(name), "", roles))
        .list()
        .ofMaxSize(names.size())
        .uniqueElements(Group::name);
  }

  /** One role a target: the first wins. */
  private static List<Entitlement> together(
      List<Entitlement> one, List<Entitlement> two, List<Entitlement> three) {
    List<Entitlement> all = new ArrayList<>();
    for (List<Entitlement> some : List.of(one, two, three)) {
      for (Entitlement entitlement : some) {
        if (all.stream().noneMatch(entitlement::sameResource)) {
          all.add(entitlement);
        }
      }
    }
    return all;
  }

  private static List<String> withNoAccess(List<String> roles) {
    List<String> all = new ArrayList<>(roles);
    all.add("No access");
    return all;
  }

  /** Leavers are entitled to nothing. */
  private static Member asDesired(Member person) {
    return person.status() == Status.LEFT
        ? Member.of(person.email(), "", Status.LEFT, List.of())
        : person;
  }

  /** Members without any right are suspended; invitations need a role and carry no project role. */
  private static Optional<Member> asActual(Member person) {
    if (person.status() != Status.INVITED) {
      Status status = person.entitlements().isEmpty() ? Status.SUSPENDED : Status.ACTIVE;
      return Optional.of(person.withStatus(status));
    }
    List<Entitlement> carried =
        person.entitlements().stream()
            .filter(held -> held.kind().is(Kind.Trait.GIVEN_BY_JOINING))
            .toList();
    return WorkatoTerms.roles(person).isEmpty()
        ? Optional.empty()
        : Optional.of(Member.of(person.email(), "", Status.INVITED, carried));
  }
}
