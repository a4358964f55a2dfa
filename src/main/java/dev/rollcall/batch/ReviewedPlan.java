package dev.rollcall.batch;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import dev.rollcall.apply.OperationEffect;
import dev.rollcall.apply.OperationState;
import dev.rollcall.journal.OperationCodec;
import dev.rollcall.journal.PlanFile;
import dev.rollcall.journal.UnusablePlan;
import dev.rollcall.model.MentionedNames;
import dev.rollcall.model.Resource;
import dev.rollcall.model.Roster;
import dev.rollcall.plan.AffectedResources;
import dev.rollcall.plan.Operation;
import dev.rollcall.plan.Plan;
import dev.rollcall.plan.PlanAgreement;
import dev.rollcall.plan.PlanAgreement.Agreed;
import dev.rollcall.plan.PlanInput;
import dev.rollcall.plan.PlannedOperation;
import dev.rollcall.plan.ResourceCreations;
import dev.rollcall.planning.JudgedPlan;
import dev.rollcall.planning.Planner;
import dev.rollcall.safety.Verdict;
import dev.rollcall.safety.Violation;
import dev.rollcall.tenant.Tenant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * A saved plan that is about to be applied. Of what it says, that is done which a plan made now
 * says as well and which all safety rules let pass; what was held back when it was reviewed stays
 * so.
 */
final class ReviewedPlan {

  private static final String DEFERRED = "there was no seat when the plan was reviewed";
  private static final String OTHERWISE_ASKED =
      "what asked for it has changed since the plan was made";

  private static final Aside GROUP_MISSING =
      new Aside(
          OperationState.STALE,
          "its group or role is missing by now, and the plan does not make it");
  private static final int LONGEST_LABEL = 100;

  private final PlanFile file;

  ReviewedPlan(PlanFile file) {
    this.file = file;
  }

  /** What became of an operation that is not asked for any more. */
  record Aside(OperationState state, String message) {}

  /**
   * What is to be done.
   *
   * @param aside operations of the plan that are not sent, by sequence number; the verdict defers
   *     them
   */
  record Still(JudgedPlan planned, SortedMap<Integer, Aside> aside) {

    /** A plan that was made now, and not reviewed by anybody. */
    static Still all(JudgedPlan planned) {
      return new Still(planned, new TreeMap<>());
    }
  }

  /**
   * What of it is still asked for.
   *
   * @param fresh made now, within the limits of the saved plan
   * @throws UnusablePlan where it holds what nothing asks for, although nothing has moved
   */
  Still against(JudgedPlan fresh, Planner planner, Tenant workspace) {
    PlanAgreement agreement =
        PlanAgreement.between(file.plan(), file.grounds(), fresh.plan(), fresh.situation());
    refuse(agreement.unasked());
    Set<Resource> uncreated = created(agreement.unreviewed());
    List<Agreed> agreed = agreement.agreed().stream().filter(without(uncreated)).toList();
    List<Agreed> free = agreed.stream().filter(each -> !isHeld(each) && !isDeferred(each)).toList();
    JudgedPlan judged =
        planner.narrowed(fresh, numbered(free.stream().map(Agreed::now).toList()), workspace);
    Assembled all = new Assembled(judged);
    agreed.stream().filter(this::isHeld).forEach(all::hold);
    agreed.stream()
        .filter(each -> !isHeld(each) && isDeferred(each))
        .forEach(each -> all.defer(each.now()));
    agreement.agreed().stream()
        .filter(Predicate.not(without(uncreated)))
        .forEach(each -> all.setAside(each.now(), GROUP_MISSING));
    PlanInput now = fresh.situation();
    Roster actual = now.invitations().join(now.snapshot().actual());
    agreement
        .setAside()
        .forEach(planned -> all.setAside(planned, aside(planned.operation(), actual)));
    return all.still(agreement.unreviewed().size());
  }

  private static Set<Resource> created(List<PlannedOperation> operations) {
    return operations.stream()
        .map(ResourceCreations::of)
        .flatMap(Optional::stream)
        .collect(toSet());
  }

  /** Nothing can be given to a group, or to somebody in it, that nobody may create. */
  private static Predicate<Agreed> without(Set<Resource> groups) {
    Set<String> names = groups.stream().map(Resource::name).collect(toSet());
    return each -> {
      MentionedNames touched = AffectedResources.by(List.of(each.now().operation()));
      boolean givesNone =
          each.now().operation().changes().stream()
              .flatMap(change -> change.after().stream())
              .flatMap(right -> right.roleItself().stream())
              .noneMatch(groups::contains);
      return givesNone
          && groups.stream()
              .map(Resource::kind)
              .allMatch(kind -> Collections.disjoint(touched.of(kind), names));
    };
  }

  private boolean isHeld(Agreed agreed) {
    return file.held().containsKey(agreed.reviewed());
  }

  private boolean isDeferred(Agreed agreed) {
    return file.deferred().containsKey(agreed.reviewed());
  }

  private static String inWords(Operation operation) {
    return switch (operation.verb()) {
      case JOIN -> "invite";
      case SET -> "set " + right(operation);
      case DEFINE, PROFILE, SUSPEND, REINSTATE, WITHDRAW, REMOVE, UNDEFINE ->
          OperationCodec.kind(operation);
    };
  }

  private static String right(Operation operation) {
    return operation.changes().stream()
        .flatMap(change -> change.on().stream())
        .map(on -> on.kind().right().one())
        .findFirst()
        .orElse("a right");
  }

  private static void refuse(List<PlannedOperation> unasked) {
    if (!unasked.isEmpty()) {
      Operation first = unasked.get(0).operation();
      throw new UnusablePlan(
          "this plan holds what neither rosters nor job file ask for: %s for \"%s\"%s; make a new one"
              .formatted(
                  inWords(first),
                  shortened(first.assignee().label()),
                  unasked.size() == 1 ? "" : ", and " + (unasked.size() - 1) + " more"));
    }
  }

  private static String shortened(String label) {
    return label.length() <= LONGEST_LABEL ? label : label.substring(0, LONGEST_LABEL) + "…";
  }

  private static List<PlannedOperation> numbered(List<PlannedOperation> operations) {
    List<PlannedOperation> numbered = new ArrayList<>();
    operations.forEach(planned -> numbered.add(planned.at(numbered.size() + 1)));
    return numbered;
  }

  /** The plan as the journal is to keep it: what is judged first, so that its numbers stay. */
  private final class Assembled {

    private final JudgedPlan judged;
    private final List<PlannedOperation> operations;
    private final SortedMap<Integer, String> held;
    private final SortedMap<Integer, String> deferred;
    private final SortedMap<Integer, String> heldBefore = new TreeMap<>();
    private final SortedMap<Integer, Aside> aside = new TreeMap<>();

    Assembled(JudgedPlan judged) {
      this.judged = judged;
      this.operations = new ArrayList<>(judged.plan().operations());
      this.held = new TreeMap<>(judged.verdict().held());
      this.deferred = new TreeMap<>(judged.verdict().deferred());
    }

    private int add(PlannedOperation planned) {
      operations.add(planned.at(operations.size() + 1));
      return operations.size();
    }

    void hold(Agreed agreed) {
      heldBefore.put(add(agreed.now()), file.held().get(agreed.reviewed()));
    }

    void defer(PlannedOperation planned) {
      deferred.put(add(planned), DEFERRED);
    }

    /** Of the file no more is told than what was to be done: its words are anybody's. */
    void setAside(PlannedOperation planned, Aside why) {
      int sequence =
          add(
              new PlannedOperation(
                  1, planned.stage(), planned.operation(), planned.reason(), "", ""));
      aside.put(sequence, why);
      deferred.put(sequence, why.message());
    }

    Still still(int unreviewed) {
      held.putAll(heldBefore);
      Verdict verdict = judged.verdict();
      List<Violation> violations = new ArrayList<>(verdict.violations());
      violations.addAll(heldThen());
      Plan fresh = judged.plan();
      Plan whole =
          new Plan(
              fresh.vocabulary(),
              fresh.job(),
              fresh.workspace(),
              file.plan().madeAt(),
              operations,
              fresh.findings(),
              fresh.problems(),
              fresh.people());
      return new Still(
          judged
              .with(
                  whole,
                  new Verdict(
                      held, violations, deferred, verdict.baselineMayMove(), verdict.notes()))
              .remarking(remarks(unreviewed)),
          aside);
    }

    private List<Violation> heldThen() {
      Map<String, List<Integer>> byRule =
          heldBefore.keySet().stream().collect(groupingBy(heldBefore::get, TreeMap::new, toList()));
      return byRule.entrySet().stream().map(rule -> held(rule.getKey(), rule.getValue())).toList();
    }

    private static Violation held(String rule, List<Integer> sequences) {
      String message =
          "%s: %d %s held back when the plan was made, and stay so; make a new plan to have them judged again"
              .formatted(
                  rule,
                  sequences.size(),
                  sequences.size() == 1 ? "operation was" : "operations were");
      return new Violation(rule, message, sequences.size(), 0, sequences);
    }
  }

  private static List<String> remarks(int unreviewed) {
    return unreviewed == 0
        ? List.of()
        : List.of(
            "not in the reviewed plan, and so not done, though asked for by now: "
                + unreviewed
                + (unreviewed == 1 ? " operation" : " operations")
                + "; rollcall plan shows what would be done");
  }

  private static Aside aside(Operation operation, Roster actual) {
    return switch (OperationEffect.of(operation, actual)) {
      case AFTER -> new Aside(OperationState.ALREADY_SO, "was so already");
      case MOVED -> new Aside(OperationState.STALE, OperationEffect.whyMoved(operation, actual));
      case BEFORE -> new Aside(OperationState.STALE, OTHERWISE_ASKED);
    };
  }
}
