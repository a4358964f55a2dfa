package dev.rollcall.plan;

import dev.rollcall.model.Desired;
import dev.rollcall.model.Email;
import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Entitlement.EnvironmentRole;
import dev.rollcall.model.Entitlement.GroupMembership;
import dev.rollcall.model.Entitlement.ProjectRole;
import dev.rollcall.model.Environment;
import dev.rollcall.model.Group;
import dev.rollcall.model.Member;
import dev.rollcall.model.Roster;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The two sides of one run and the terms on which they are compared, for all parts of a plan. */
final class Comparison {

  private final Scope scope;
  private final Policy policy;
  private final Switches switches;
  private final Situation situation;
  private final Roster actual;
  private final Set<String> presentGroups;

  Comparison(Scope scope, Policy policy, Switches switches, Situation situation) {
    this.scope = scope;
    this.policy = policy;
    this.switches = switches;
    this.situation = situation;
    this.actual = situation.invitations().join(situation.snapshot().actual());
    this.presentGroups = presentGroups();
  }

  Scope scope() {
    return scope;
  }

  Policy policy() {
    return policy;
  }

  Switches switches() {
    return switches;
  }

  Situation situation() {
    return situation;
  }

  Desired desired() {
    return situation.desired();
  }

  Snapshot snapshot() {
    return situation.snapshot();
  }

  Catalogue catalogue() {
    return situation.snapshot().catalogue();
  }

  /** The workspace with its pending invitations. */
  Roster actual() {
    return actual;
  }

  /** Whether the account is ours; the owner's never is. */
  boolean covers(Email email) {
    return scope.covers(email) && !isOwner(email);
  }

  /** Whether this run may plan for the person. */
  boolean plans(Email email) {
    return scope.plans(email) && !isOwner(email);
  }

  /** Whether a group that is to exist is to be created by this plan. */
  boolean creates(String group) {
    Catalogue catalogue = catalogue();
    return switches.changes()
        && scope.groups().contains(group)
        && !catalogue.groups().contains(group)
        && !catalogue.systemGroups().contains(group);
  }

  /** Whether who is in the group may be changed: ours, there, and known whole. */
  boolean isOpen(GroupMembership membership) {
    String group = membership.group();
    return scope.groups().contains(group) && presentGroups.contains(group) && isKnown(membership);
  }

  /** Whether the roles on the project may be changed: ours, within reach, and known whole. */
  boolean isOpen(ProjectRole role) {
    return scope.projects().contains(role.project()) && isKnown(role);
  }

  /** Whether the member list of the group was read whole. */
  boolean isKnown(GroupMembership membership) {
    return !snapshot().incompleteGroups().contains(membership.group());
  }

  /** Whether the grant list of the project was read whole, with a token to change it. */
  boolean isKnown(ProjectRole role) {
    Environment environment = role.environment();
    return catalogue().reachable().contains(environment)
        && !snapshot().incompleteProjects().contains(role.target())
        && !catalogue()
            .ambiguousProjects()
            .getOrDefault(environment, Set.of())
            .contains(role.project());
  }

  /** Whether the group is ours and there, but its list could not be read whole. */
  boolean isUnread(GroupMembership membership) {
    String group = membership.group();
    return scope.groups().contains(group) && presentGroups.contains(group) && !isKnown(membership);
  }

  /** Whether the project is ours, but its list could not be read whole. */
  boolean isUnread(ProjectRole role) {
    return scope.projects().contains(role.project())
        && snapshot().incompleteProjects().contains(role.target());
  }

  /** The environment roles an invitation would carry. */
  SortedMap<Environment, String> rolesToInvite(Member desired) {
    SortedMap<Environment, String> roles = new TreeMap<>();
    for (Entitlement entitlement : desired.entitlements()) {
      if (entitlement instanceof EnvironmentRole role && !role.isNoAccess()) {
        roles.put(role.environment(), role.role());
      }
    }
    return roles;
  }

  /** The groups an invitation would carry. */
  SortedSet<String> groupsToInvite(Member desired) {
    SortedSet<String> groups = new TreeSet<>();
    for (Entitlement entitlement : desired.entitlements()) {
      if (entitlement instanceof GroupMembership membership
          && isOpen(membership)
          && !scope.groupsByIdentityProvider().contains(membership.group())) {
        groups.add(membership.group());
      }
    }
    return groups;
  }

  private boolean isOwner(Email email) {
    return situation.snapshot().owner().filter(email::equals).isPresent();
  }

  private Set<String> presentGroups() {
    Set<String> present = new HashSet<>(catalogue().groups());
    for (Group owned : desired().roster().groups()) {
      if (creates(owned.name())) {
        present.add(owned.name());
      }
    }
    return present;
  }
}
