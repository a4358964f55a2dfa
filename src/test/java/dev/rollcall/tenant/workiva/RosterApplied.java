package dev.rollcall.tenant.workiva;

import dev.rollcall.model.Desired;
import dev.rollcall.model.Email;
import dev.rollcall.model.Kind;
import dev.rollcall.model.Managed;
import dev.rollcall.model.Member;
import dev.rollcall.model.MentionedNames;
import dev.rollcall.model.Provenance;
import dev.rollcall.model.Roster;
import dev.rollcall.plan.AffectedResources;
import dev.rollcall.plan.Operation;
import dev.rollcall.plan.OperationSwitches;
import dev.rollcall.plan.Plan;
import dev.rollcall.plan.PlanInput;
import dev.rollcall.plan.PlannedOperation;
import dev.rollcall.plan.Policy;
import dev.rollcall.plan.Reconciler;
import dev.rollcall.plan.Stage;
import dev.rollcall.plan.Usual;
import dev.rollcall.tenant.Outcome;
import dev.rollcall.tenant.Request;
import dev.rollcall.tenant.Settled;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Brings about in an organization what people are to hold, as a run and its reruns would. */
final class RosterApplied {

  private static final int RERUNS = 3;

  private final OrganizationWithClient organization;
  private final Desired desired;

  RosterApplied(OrganizationWithClient organization, List<Member> people) {
    this.organization = organization;
    Map<Email, Set<Kind>> listed = new HashMap<>();
    people.forEach(
        person -> listed.put(person.email(), Set.copyOf(WorkivaVocabulary.VOCABULARY.kinds())));
    this.desired =
        new Desired(
            Roster.of(people, List.of()),
            new Managed(Set.of(), listed, Set.of()),
            Map.of(),
            new Provenance(),
            false,
            Map.of(),
            MentionedNames.NOTHING,
            Map.of(),
            List.of());
  }

  /** What is to be done now. */
  Plan plan() {
    return new Reconciler(
            Usual.everything(),
            new Policy(
                true,
                Policy.Leaving.MEMBERSHIPS,
                Optional.empty(),
                Policy.Leaving.REPORT,
                Policy.Extra.REVOKE,
                Optional.empty(),
                1),
            OperationSwitches.ALL_ON)
        .reconcile(
            new PlanInput(
                "property",
                "organization",
                desired,
                organization.client().snapshot(Usual.everything()),
                Usual.nobodyInvited(),
                Usual.later(),
                Instant.EPOCH));
  }

  /** Applies a plan; what is left over is settled, and sent again. */
  Map<Integer, Outcome> apply(Plan plan) {
    Map<Integer, Outcome> outcomes = new TreeMap<>();
    List<PlannedOperation> left = new ArrayList<>(plan.operations());
    for (int run = 0; run <= RERUNS && !left.isEmpty(); run++) {
      for (Stage stage : Stage.values()) {
        send(left.stream().filter(each -> each.stage() == stage).toList(), outcomes);
      }
      left.removeIf(each -> isOver(each, outcomes));
    }
    return outcomes;
  }

  /** Reads again what a plan has touched, as a run does in the end. */
  Roster readBack(Plan plan) {
    List<Operation> operations =
        plan.operations().stream().map(PlannedOperation::operation).toList();
    WorkivaTenant client = organization.client();
    return client.readBack(
        Usual.everything().narrowedTo(AffectedResources.toVerify(operations), client.vocabulary()));
  }

  private void send(List<PlannedOperation> operations, Map<Integer, Outcome> outcomes) {
    Map<Integer, PlannedOperation> bySequence = new HashMap<>();
    operations.forEach(each -> bySequence.put(each.sequence(), each));
    WorkivaTenant client = organization.client();
    for (Request request :
        client
            .batching()
            .requests(
                operations.isEmpty() ? Stage.GROUPS : operations.get(0).stage(), operations)) {
      outcomes.putAll(
          client.send(request, request.sequences().stream().map(bySequence::get).toList()));
    }
  }

  private boolean isOver(PlannedOperation planned, Map<Integer, Outcome> outcomes) {
    Outcome outcome = outcomes.get(planned.sequence());
    if (outcome instanceof Outcome.Applied || outcome instanceof Outcome.AlreadySo) {
      return true;
    }
    return organization.client().settle(planned, organization.sandbox.now()) == Settled.HAPPENED;
  }
}
