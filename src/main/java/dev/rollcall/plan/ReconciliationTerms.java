package dev.rollcall.plan;

import dev.rollcall.model.Desired;
import dev.rollcall.model.Email;
import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Group;
import dev.rollcall.model.Kind;
import dev.rollcall.model.Member;
import dev.rollcall.model.Resource;
import dev.rollcall.model.Roster;
import dev.rollcall.model.Vocabulary;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The two sides of one run and the terms on which they are compared, for all parts of a plan. */
final class ReconciliationTerms {

  private final Scope scope;
  private final Policy policy;
  private final OperationSwitches switches;
  private final PlanInput situation;
  private final Roster actual;
  private final Set<Resource> createdHere;

  ReconciliationTerms(Scope scope, Policy policy, OperationSwitches switches, PlanInput situation) {
    this.scope = scope;
    this.policy = policy;
    this.switches = switches;
    this.situation = situation;
    this.actual = situation.invitations().join(situation.snapshot().actual());
    this.createdHere = createdHere();
  }

  Scope scope() {
    return scope;
  }

  Policy policy() {
    return policy;
  }

  OperationSwitches switches() {
    return switches;
  }

  PlanInput situation() {
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
  boolean creates(Resource group) {
    return switches.changes()
        && scope.covers(group)
        && catalogue().isMade(group, Catalogue.Making.Occasion.DECLARED)
        && !situation.names().withheld().contains(group)
        && !catalogue().has(group)
        && !catalogue().isBuiltIn(group);
  }

  /** Whether rights on the resource may be changed: ours, there, within reach, and known whole. */
  boolean isOpen(Resource resource) {
    return isOurs(resource) && isKnown(resource);
  }

  /** Whether all who hold something on the resource are known, and it is within reach. */
  boolean isKnown(Resource resource) {
    return !snapshot().incomplete().contains(resource) && catalogue().isUsable(resource);
  }

  /** Whether the resource is ours and there, but who holds something on it is not known whole. */
  boolean isUnread(Resource resource) {
    return isOurs(resource) && snapshot().incomplete().contains(resource);
  }

  /** Where groups are to be made, those are there which this plan makes. */
  private boolean isOurs(Resource resource) {
    return scope.covers(resource)
        && !situation.names().kept().contains(resource)
        && !catalogue().isBuiltIn(resource)
        && (!resource.kind().is(Kind.Trait.HOLDS_RIGHTS)
            || catalogue().has(resource)
            || createdHere.contains(resource));
  }

  /** The words of the tenant's vendor. */
  Vocabulary vocabulary() {
    return snapshot().vocabulary();
  }

  /** The rights that go along with the request by which somebody joins. */
  List<Entitlement> rightsToJoin(Member desired) {
    return desired.entitlements().stream().filter(this::goesAlong).toList();
  }

  /** Whether somebody who is to hold this can be brought in at all. */
  boolean canJoin(Member desired) {
    return vocabulary()
        .neededToJoin()
        .map(needed -> rightsToJoin(desired).stream().anyMatch(right -> right.kind() == needed))
        .orElse(true);
  }

  private boolean goesAlong(Entitlement right) {
    Kind kind = right.kind();
    boolean needed = vocabulary().neededToJoin().filter(kind::equals).isPresent();
    return vocabulary().givesByJoining(kind)
        && !right.isNoAccess()
        && (needed || isOpen(right.on()) && !scope.isByIdentityProvider(right.on()));
  }

  private boolean isOwner(Email email) {
    Optional<Email> owner = situation.snapshot().owner();
    return owner.isPresent() && owner.get().equals(email);
  }

  private Set<Resource> createdHere() {
    Set<Resource> created = new HashSet<>();
    for (Group owned : desired().roster().groups()) {
      if (creates(owned.resource())) {
        created.add(owned.resource());
      }
    }
    return created;
  }
}
