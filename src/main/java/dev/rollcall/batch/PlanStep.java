package dev.rollcall.batch;

import dev.rollcall.apply.Ledger;
import dev.rollcall.journal.PlanFile;
import dev.rollcall.model.Roster;
import dev.rollcall.plan.AddressBook;
import dev.rollcall.plan.DecidedRemovals;
import dev.rollcall.plan.PlanInput;
import dev.rollcall.planning.JudgedPlan;
import dev.rollcall.planning.LoggedInvitations;
import dev.rollcall.planning.Planner;
import dev.rollcall.report.ReportTexts;
import dev.rollcall.report.RunFacts;
import dev.rollcall.tenant.Price;
import java.time.Duration;
import java.util.Optional;

/**
 * The step that makes the plan: snapshot, reconcile, review. From its end on the journal holds the
 * plan, and what it teaches about the workspace is remembered.
 */
final class PlanStep {

  private final Run run;
  private final ReadStep rosters;
  private Optional<JudgedPlan> made = Optional.empty();

  PlanStep(Run run, ReadStep rosters) {
    this.run = run;
    this.rosters = rosters;
  }

  /** Whether the plan was made in this attempt, and not kept from a former one. */
  boolean isFresh() {
    return made.isPresent();
  }

  /** The workspace that it was made for; empty where it was not made in this attempt. */
  Optional<Roster> seen() {
    return made.map(planned -> planned.snapshot().actual());
  }

  void run() {
    if (run.isStopping()) {
      return;
    }
    run.phase("planning", 0);
    ReviewedPlan.Still still = plan();
    JudgedPlan planned = still.planned();
    made = Optional.of(planned);
    ledger().adopt(run.workspaceKey(), planned.earlierInvitations().all());
    ledger().accepted(run.workspaceKey(), Planner.membersSeen(planned), run.resources().now());
    run.order().reviewed().ifPresent(this::use);
    keep(still);
    if (isBaseline(planned)) {
      accept(planned);
    }
    run.resources().stop().left().ifPresent(left -> tellWhatIsTooLong(planned.price(), left));
  }

  /** Before anything is sent: whoever gave it so little time may want to give it more. */
  private void tellWhatIsTooLong(Price price, Duration left) {
    if (price.duration().compareTo(left) > 0) {
      run.resources()
          .progress()
          .begins(
              "this takes about %s, and only %s are left until --deadline: what is not done by then is left for a rerun"
                  .formatted(ReportTexts.duration(price.duration()), ReportTexts.duration(left)));
    }
  }

  private ReviewedPlan.Still plan() {
    RunOrder order = run.order();
    Planner planner = new Planner(order.job(), order.options(), Optional.of(ledger()));
    if (order.reviewed().filter(file -> file.made().decided()).isPresent()) {
      return decided(order.reviewed().orElseThrow(), planner.readingAll());
    }
    JudgedPlan fresh = planner.plan(rosters.reading(), run.workspace(), run.resources().now());
    return order
        .reviewed()
        .map(file -> new ReviewedPlan(file).against(fresh, planner, run.workspace()))
        .orElseGet(() -> ReviewedPlan.Still.all(agreed(fresh, planner)));
  }

  /** What was decided in a review is made a plan of anew: of what is held now. */
  private ReviewedPlan.Still decided(PlanFile file, Planner planner) {
    JudgedPlan read =
        planner.whoeverIsLeftAlone(rosters.reading(), run.workspace(), run.resources().now());
    JudgedPlan fresh = planner.decided(read, DecidedRemovals.behind(file.plan()), run.workspace());
    return new ReviewedPlan(file).against(fresh, planner, run.workspace());
  }

  private JudgedPlan agreed(JudgedPlan fresh, Planner planner) {
    return run.order()
        .agreed()
        .map(
            shown ->
                AgreedPlan.of(
                    fresh, shown, fewer -> planner.narrowed(fresh, fewer, run.workspace())))
        .orElse(fresh);
  }

  /** Once: from here on the plan counts as used, whatever becomes of the run. */
  private void use(PlanFile file) {
    if (!ledger().use(file.content(), file.plan().madeAt(), run.id(), run.resources().now())) {
      throw Admission.used();
    }
  }

  private void keep(ReviewedPlan.Still still) {
    JudgedPlan planned = still.planned();
    RunFacts facts = PlanFacts.of(run.order().job(), planned);
    run.journal()
        .plan(
            run.id(),
            planned.plan(),
            planned.verdict().held(),
            planned.verdict().deferred(),
            facts.toJson());
    run.reporter().kept(facts);
    run.reporter().handBack(planned.gathered().rejects(), planned.beside().leftAlone());
    still
        .aside()
        .forEach(
            (sequence, aside) ->
                run.journal()
                    .change(
                        run.id(), sequence, aside.state(), aside.message(), run.resources().now()));
  }

  /**
   * Whether later plans may be compared with this one. A workspace that counts as known is not
   * asked for earlier invitations any more. People who are brought in beside the rosters say
   * nothing of how large those are, or of whom they list; nor does what was decided in a review.
   * Whoever looks at the plan of a run that is limited sees nothing of all others.
   */
  private boolean isBaseline(JudgedPlan planned) {
    return planned.verdict().baselineMayMove()
        && planned.earlierInvitations().reading() != LoggedInvitations.Reading.NEVER
        && !run.order().job().onlyAdds()
        && !planned.scope().isLimited()
        && run.order().reviewed().filter(file -> file.made().decided()).isEmpty();
  }

  private void accept(JudgedPlan planned) {
    ledger()
        .accept(
            run.workspaceKey(),
            run.jobName(),
            Planner.sizes(planned),
            planned.desired().mentioned(),
            run.resources().now());
    PlanInput situation = planned.situation();
    if (planned.earlierInvitations().reading() == LoggedInvitations.Reading.READ) {
      ledger().knowInvitations(run.workspaceKey(), situation.now());
    }
    ledger()
        .seen(
            run.workspaceKey(),
            group ->
                situation.snapshot().catalogue().has(group)
                    || situation.names().renamed().containsKey(group));
    AddressBook book = AddressBook.of(situation);
    if (!book.isEmpty()) {
      ledger().remember(run.workspaceKey(), run.jobName(), book, run.resources().now());
    }
    ledger()
        .attendance(
            run.workspaceKey(),
            run.jobName(),
            email ->
                situation.desired().roster().person(email).isPresent()
                    || situation.desired().held().containsKey(email),
            email ->
                situation.snapshot().actual().person(email).isPresent()
                    || situation.invitations().to(email).isPresent(),
            run.resources().now());
  }

  private Ledger ledger() {
    return run.resources().repository().ledger();
  }
}
