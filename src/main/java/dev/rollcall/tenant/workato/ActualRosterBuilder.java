package dev.rollcall.tenant.workato;

import dev.rollcall.model.Assignee;
import dev.rollcall.model.Definition;
import dev.rollcall.model.Email;
import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Group;
import dev.rollcall.model.Member;
import dev.rollcall.model.Resource;
import dev.rollcall.model.Roster;
import dev.rollcall.model.Status;
import dev.rollcall.plan.Scope;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The actual roster in the making: gathers who holds what while lists are read, in whatever order.
 * Thread-safe.
 */
final class ActualRosterBuilder {

  private final Scope scope;
  private final Optional<Email> owner;
  private final UnaryOperator<Entitlement> asOffered;
  private final Map<Email, List<Entitlement>> held = new HashMap<>();
  private final Map<String, String> descriptions = new TreeMap<>();
  private final Map<String, List<Entitlement>> groupRights = new HashMap<>();
  private final Map<Resource, Definition> roles = new HashMap<>();
  private final Map<Resource, Integer> holders = new HashMap<>();

  /**
   * Nobody yet.
   *
   * @param asOffered a right with its role as the workspace offers it, once its lists are read
   */
  ActualRosterBuilder(Scope scope, Optional<Email> owner, UnaryOperator<Entitlement> asOffered) {
    this.scope = scope;
    this.owner = owner;
    this.asOffered = asOffered;
  }

  /** Whether an account is one of ours: a collaborator in scope, and not the owner. */
  boolean ours(ActualMember member) {
    return member.team()
        && member.email().filter(scope::covers).isPresent()
        && !member.email().equals(owner);
  }

  synchronized void group(String name, String description, int members) {
    descriptions.put(name, description);
    holders.put(WorkatoVocabulary.group(name), members);
  }

  synchronized void role(RoleDefinition role) {
    roles.put(role.role(), role.definition());
    role.holders().ifPresent(number -> holders.put(role.role(), number));
  }

  /** How many hold what was read, whoever they are. */
  synchronized Map<Resource, Integer> holders() {
    return Map.copyOf(holders);
  }

  /** The same entitlement object for all who hold it keeps a large roster small. */
  synchronized void holds(Email email, Entitlement shared) {
    held.computeIfAbsent(email, key -> new ArrayList<>(4)).add(shared);
  }

  synchronized void holds(Assignee assignee, Entitlement shared) {
    Optional<Email> person = assignee.person();
    if (person.isPresent()) {
      holds(person.get(), shared);
      return;
    }
    assignee
        .group()
        .ifPresent(
            group ->
                groupRights.computeIfAbsent(group.name(), key -> new ArrayList<>()).add(shared));
  }

  /** The people of ours among the members. */
  List<ActualMember> ours(Collection<ActualMember> members) {
    List<ActualMember> ours = new ArrayList<>(members.size());
    for (ActualMember member : members) {
      if (ours(member)) {
        ours.add(member);
      }
    }
    return ours;
  }

  /** Those people of ours, and the groups. */
  synchronized Roster roster(Collection<ActualMember> ours) {
    List<Member> people = new ArrayList<>(ours.size());
    Set<Email> seen = new HashSet<>(2 * ours.size());
    for (ActualMember member : ours) {
      if (seen.add(member.email().orElseThrow())) {
        people.add(person(member));
      }
    }
    return roster(people);
  }

  /** The same people as before with what was seen of theirs since, and all groups seen by now. */
  synchronized Roster roster(Roster before) {
    boolean isMore = false;
    List<Member> people = new ArrayList<>(before.people().size());
    for (Member member : before.people()) {
      Member now = held.isEmpty() ? member : person(member);
      isMore |= now != member;
      people.add(now);
    }
    return isMore ? roster(people) : completed(before::grouped);
  }

  /** What everybody among the members holds, whoever they are, by their address. */
  synchronized Map<Email, List<Entitlement>> everybody(Collection<ActualMember> members) {
    Map<Email, List<Entitlement>> all = new HashMap<>(2 * members.size());
    for (ActualMember member : members) {
      Email email = member.email().orElseThrow();
      all.computeIfAbsent(email, key -> new ArrayList<>()).addAll(member.roles());
    }
    held.forEach((email, rights) -> all.getOrDefault(email, new ArrayList<>()).addAll(rights));
    return all;
  }

  /** What every group passes on of which anything was seen, by its name. */
  synchronized Map<String, List<Entitlement>> everyGroup() {
    Map<String, List<Entitlement>> all = new TreeMap<>(groupRights);
    descriptions.keySet().forEach(name -> all.putIfAbsent(name, List.of()));
    return all;
  }

  private Roster roster(List<Member> people) {
    return completed(groups -> Roster.of(people, groups));
  }

  private Roster completed(Function<List<Group>, Roster> people) {
    // What is left is of people who are not ours, and would only take room.
    held.clear();
    List<Group> groups = new ArrayList<>();
    descriptions.forEach(
        (name, description) ->
            groups.add(
                new Group(
                    WorkatoVocabulary.group(name),
                    description,
                    offered(new ArrayList<>(groupRights.getOrDefault(name, List.of()))))));
    return people.apply(groups).defining(roles);
  }

  private Member person(Member before) {
    return held.containsKey(before.email())
        ? person(before.email(), before.name(), before.entitlements())
        : before;
  }

  private Member person(ActualMember member) {
    return person(member.email().orElseThrow(), member.name(), member.roles());
  }

  private Member person(Email email, String name, List<Entitlement> known) {
    List<Entitlement> all = new ArrayList<>(known);
    List<Entitlement> others = held.remove(email);
    if (others != null) {
      all.addAll(others);
    }
    return Member.of(email, name, all.isEmpty() ? Status.SUSPENDED : Status.ACTIVE, offered(all));
  }

  /** Nearly all are as they are offered. */
  private List<Entitlement> offered(List<Entitlement> rights) {
    rights.replaceAll(asOffered);
    return rights;
  }
}
