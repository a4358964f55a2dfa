package dev.rollcall.safety;

import dev.rollcall.model.Desired;
import dev.rollcall.model.Email;
import dev.rollcall.model.Group;
import dev.rollcall.model.Member;
import dev.rollcall.model.Provenance;
import dev.rollcall.model.Roster;
import dev.rollcall.model.Status;
import dev.rollcall.plan.Catalogue;
import dev.rollcall.plan.Invitation;
import dev.rollcall.plan.Invitations;
import dev.rollcall.plan.Operation;
import dev.rollcall.plan.Plan;
import dev.rollcall.plan.PlannedOperation;
import dev.rollcall.plan.Reason;
import dev.rollcall.plan.Stage;
import dev.rollcall.tenant.workato.WorkatoVocabulary;
import dev.rollcall.testing.Rosters;
import dev.rollcall.testing.WorkatoTerms;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A workspace, a plan for it and the limits it is judged by, line by line; wide limits at first.
 */
final class Scene {

  private final List<Member> members = new ArrayList<>();
  private final List<Group> groups = new ArrayList<>();
  private final List<PlannedOperation> operations = new ArrayList<>();
  private final List<Member> desired = new ArrayList<>();
  private final Map<Email, Invitation> invited = new HashMap<>();
  private final Map<String, Integer> sizes = new HashMap<>();
  private final Map<String, Integer> accepted = new HashMap<>();
  private final Map<String, Integer> allowed = new HashMap<>();
  private final Set<Email> protectedEmails = new HashSet<>();
  private final Map<String, ShareOrCount> caps = new HashMap<>();
  private Optional<Email> owner = Optional.of(Rosters.email("owner"));
  private Set<String> sensitive = Set.of();
  private OnTrip onTrip = OnTrip.ADDITIONS;
  private int minimumAdmins;
  private double shrink = 1;
  private Optional<Integer> seats = Optional.empty();
  private Plan.People people = new Plan.People(100, 100, 100, 0, 100, 0);
  private boolean invitationsKnown = true;
  private Optional<Instant> known = Optional.empty();

  Scene member(Member... more) {
    members.addAll(Arrays.asList(more));
    return this;
  }

  Scene group(Group group) {
    groups.add(group);
    return this;
  }

  /** Adds an operation for somebody who stays. */
  Scene moves(Operation operation) {
    return plans(Stage.REVOCATIONS, operation, Reason.MOVER);
  }

  /** Adds an operation for somebody who goes. */
  Scene leaves(Operation operation) {
    return plans(Stage.REMOVALS, operation, Reason.LEAVER);
  }

  /** Adds an operation for somebody who comes. */
  Scene joins(Operation operation) {
    return plans(Stage.ADDITIONS, operation, Reason.JOINER);
  }

  Scene plans(Stage stage, Operation operation, Reason reason) {
    operations.add(
        new PlannedOperation(operations.size() + 1, stage, operation, reason, "people.csv:2", ""));
    return this;
  }

  /** So many members in scope, with so many rights. */
  Scene base(int inScope, int entitlements) {
    people = new Plan.People(inScope, inScope, entitlements, 0, inScope, 0);
    return this;
  }

  Scene seats(int seats, int taken, int pending) {
    this.seats = Optional.of(seats);
    people = new Plan.People(taken, taken, taken, 0, taken, pending);
    return this;
  }

  Scene cap(String rule, ShareOrCount cap) {
    caps.put(rule, cap);
    return this;
  }

  Scene allow(String rule, int number) {
    allowed.put(rule, number);
    return this;
  }

  Scene protect(String name) {
    protectedEmails.add(Rosters.email(name));
    return this;
  }

  Scene ownerUnknown() {
    owner = Optional.empty();
    return this;
  }

  Scene sensitive(String... roles) {
    sensitive = Set.of(roles);
    return this;
  }

  Scene minimumAdmins(int minimum) {
    minimumAdmins = minimum;
    return this;
  }

  Scene stopOnTrip() {
    onTrip = OnTrip.STOP;
    return this;
  }

  Scene invitationsUnknown() {
    invitationsKnown = false;
    return this;
  }

  Scene invitationsKnownUntil(Instant time) {
    invitationsKnown = false;
    known = Optional.of(time);
    return this;
  }

  Scene invited(String name) {
    Email email = Rosters.email(name);
    invited.put(
        email,
        WorkatoTerms.invitation(
            email, Instant.EPOCH, 1, new TreeMap<>(), new TreeSet<>(), Optional.of(7L)));
    return this;
  }

  Scene listed(String... names) {
    for (String name : names) {
      desired.add(Rosters.person(name, Status.ACTIVE));
    }
    return this;
  }

  Scene source(String name, int acceptedSize, int size) {
    accepted.put(name, acceptedSize);
    sizes.put(name, size);
    return this;
  }

  Scene accepted(String name, int size) {
    accepted.put(name, size);
    return this;
  }

  Scene shrink(double share) {
    shrink = share;
    return this;
  }

  ProposedPlan build() {
    return new ProposedPlan(
        new Plan(
            WorkatoVocabulary.VOCABULARY,
            "nightly",
            "example.com/1",
            Instant.EPOCH,
            operations,
            List.of(),
            List.of(),
            people),
        WorkatoTerms.snapshot(
            Roster.of(members, groups), catalogue(), owner, 0, 100, Set.of(), Set.of(), true),
        new Invitations(invited, invitationsKnown, known),
        desired(),
        new AcceptedSizes(accepted),
        limits(),
        new Allowances(allowed));
  }

  Verdict review() {
    return SafetyReview.review(build());
  }

  private Limits limits() {
    return new Limits(
        onTrip,
        caps.getOrDefault("removals", Caps.none()),
        caps.getOrDefault("losses", Caps.none()),
        caps.getOrDefault("invites", Caps.none()),
        Set.of("Environment admin", "Admin"),
        caps.getOrDefault("admin-grants", Caps.none()),
        minimumAdmins,
        sensitive,
        protectedEmails,
        shrink,
        seats);
  }

  private Desired desired() {
    return new Desired(
        Roster.of(desired, List.of()),
        WorkatoTerms.managed(Set.of(), Set.of(), Set.of(), Map.of(), Set.of()),
        Map.of(),
        new Provenance(),
        false,
        sizes,
        WorkatoTerms.mentioned(new TreeSet<>(), new TreeSet<>()),
        Map.of(),
        List.of());
  }

  private static Catalogue catalogue() {
    return WorkatoTerms.catalogue(
        Set.of(),
        Set.of(),
        Set.of(),
        Set.of(),
        Set.of(),
        Set.of("All collaborators"),
        Map.of(),
        Map.of());
  }
}
