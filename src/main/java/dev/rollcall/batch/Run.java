package dev.rollcall.batch;

import static java.util.Objects.requireNonNull;

import dev.rollcall.apply.Applier;
import dev.rollcall.apply.Journal;
import dev.rollcall.apply.LeaseLost;
import dev.rollcall.apply.Ledger;
import dev.rollcall.apply.OperationRecord;
import dev.rollcall.apply.OperationState;
import dev.rollcall.apply.RepositoryUnavailable;
import dev.rollcall.apply.RunId;
import dev.rollcall.apply.Settler;
import dev.rollcall.apply.Stop;
import dev.rollcall.apply.Verifier;
import dev.rollcall.job.JudgedPlan;
import dev.rollcall.job.Planner;
import dev.rollcall.job.RosterReading;
import dev.rollcall.job.RosterRow;
import dev.rollcall.journal.PlanFile;
import dev.rollcall.model.Assignee;
import dev.rollcall.model.MentionedNames;
import dev.rollcall.model.Roster;
import dev.rollcall.model.Vocabulary;
import dev.rollcall.plan.AddressBook;
import dev.rollcall.plan.AffectedResources;
import dev.rollcall.plan.Invitations;
import dev.rollcall.plan.Plan;
import dev.rollcall.plan.PlanInput;
import dev.rollcall.plan.PlannedOperation;
import dev.rollcall.plan.Scope;
import dev.rollcall.plan.Stage;
import dev.rollcall.safety.SafetyReview;
import dev.rollcall.source.MappedRow;
import dev.rollcall.target.Identity;
import dev.rollcall.target.Lane;
import dev.rollcall.target.Request;
import dev.rollcall.target.WritableWorkspace;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One run: what each step of the batch job does, in the order of the steps. Everything that must
 * survive the process is in the journal; what is here is of this attempt.
 */
final class Run {

  private final RunOrder order;
  private final Bench bench;
  private final Identity identity;
  private final RunStory story;
  private RosterReading reading;
  private JudgedPlan planned;
  private Applier applier;

  Run(RunOrder order, Bench bench, Identity identity) {
    this.order = requireNonNull(order, "order");
    this.bench = requireNonNull(bench, "bench");
    this.identity = requireNonNull(identity, "identity");
    this.story = new RunStory(order, bench, identity);
  }

  /** The name of a stage's step. */
  static String nameOf(Stage stage) {
    return stage.name().toLowerCase(Locale.ROOT);
  }

  RunId id() {
    return order.id();
  }

  RunStory story() {
    return story;
  }

  /** Whether the journal holds a plan for this run already. */
  boolean isPlanned() {
    return journal().planOf(id()).isPresent();
  }

  /** Whether nothing of the run is left that going on could change. */
  boolean isFinished() {
    return isPlanned()
        && story.failure().isEmpty()
        && journal().operations(id()).stream().allMatch(Run::isOver);
  }

  private static boolean isOver(OperationRecord operation) {
    return operation.state().isOver() && operation.state() != OperationState.IN_DOUBT;
  }

  /** Whether nothing more is to be done but to tell of it. */
  boolean isStopping() {
    return bench.stop().asked() || story.failure().isPresent();
  }

  /** The next row of all sources; null when they are read, or when the run is to stop. */
  RosterRow nextRow() {
    return guarded(this::readRow, null);
  }

  private RosterRow readRow() {
    if (reading == null) {
      phase("reading rosters", 0);
      reading =
          new RosterReading(
              order.job(),
              LocalDate.ofInstant(bench.clock().instant(), order.job().file().timeZone()),
              bench.target().destination());
    }
    return isStopping() ? null : reading.next().orElse(null);
  }

  /** Lets go of sources that were not read to their end. */
  void close() {
    if (reading != null) {
      reading.close();
    }
  }

  /** A row with its meaning; null, which leaves it out, where the run is to stop. */
  MappedRow map(RosterRow row) {
    return guarded(() -> reading.map(row), null);
  }

  void gather(MappedRow mapped) {
    guard(() -> reading.gather(mapped));
  }

  /** Snapshot, reconcile, review; opens the journal. */
  void plan() {
    if (isStopping()) {
      return;
    }
    phase("planning", 0);
    Planner planner = new Planner(order.job(), order.options(), Optional.of(ledger()));
    JudgedPlan fresh = planner.plan(reading, workspace(), bench.clock().instant());
    ReviewedPlan.Still still =
        order
            .reviewed()
            .map(file -> new ReviewedPlan(file).against(fresh, planner, workspace()))
            .orElseGet(() -> ReviewedPlan.Still.all(agreed(fresh, planner)));
    planned = still.planned();
    planned.earlierInvitations().ifPresent(all -> ledger().adopt(identity.key(), all));
    ledger().accepted(identity.key(), Planner.membersSeen(planned), bench.clock().instant());
    order.reviewed().ifPresent(this::use);
    journal()
        .plan(
            id(),
            planned.plan(),
            planned.verdict().held(),
            planned.verdict().deferred(),
            RunStory.facts(order.job(), planned).toJson());
    story.handBack(planned.gathered().rejects(), planned.beside().leftAlone());
    setAside(still);
    // A workspace that counts as known is not asked for earlier invitations any more. People who
    // are brought in beside the rosters say nothing of how large those are, or of whom they list.
    if (planned.verdict().baselineMayMove()
        && planned.earlierInvitations().isPresent()
        && !order.job().onlyAdds()) {
      ledger()
          .accept(
              identity.key(),
              order.job().file().name().toString(),
              Planner.sizes(planned),
              planned.desired().mentioned(),
              bench.clock().instant());
      rememberAddresses();
    }
  }

  private JudgedPlan agreed(JudgedPlan fresh, Planner planner) {
    return order
        .agreed()
        .map(
            shown ->
                AgreedPlan.of(fresh, shown, fewer -> planner.narrowed(fresh, fewer, workspace())))
        .orElse(fresh);
  }

  /** Once: from here on the plan counts as used, whatever becomes of the run. */
  private void use(PlanFile file) {
    Instant madeAt = file.plan().madeAt();
    if (!ledger().use(file.content(), madeAt, id(), bench.clock().instant())) {
      throw Admission.used();
    }
  }

  private void setAside(ReviewedPlan.Still still) {
    still
        .aside()
        .forEach(
            (sequence, aside) ->
                journal()
                    .change(
                        id(), sequence, aside.state(), aside.message(), bench.clock().instant()));
  }

  private void rememberAddresses() {
    remember();
    PlanInput now = planned.situation();
    ledger()
        .attendance(
            identity.key(),
            order.job().file().name().toString(),
            email ->
                now.desired().roster().person(email).isPresent()
                    || now.desired().held().containsKey(email),
            email ->
                now.snapshot().actual().person(email).isPresent()
                    || now.invitations().to(email).isPresent(),
            bench.clock().instant());
  }

  private void remember() {
    AddressBook book = AddressBook.of(planned.situation());
    if (!book.isEmpty()) {
      ledger()
          .remember(
              identity.key(), order.job().file().name().toString(), book, bench.clock().instant());
    }
  }

  /** Looks up what a former attempt left, and drops what has moved since the plan was made. */
  void settle() {
    if (isStopping() || !isPlanned()) {
      return;
    }
    Settler settler = new Settler(journal(), workspace(), bench.clock());
    settler.settle(id(), order.resend());
    if (planned == null) {
      phase("comparing with the plan", 0);
      settler.reopen(id());
      Scope scope = touchedScope();
      settler.dropForeign(id(), operation -> isOurs(operation, scope));
      Roster actual = workspace().snapshot(scope).actual();
      settler.dropStale(id(), invitations().join(actual));
    }
  }

  private boolean isOurs(PlannedOperation planned, Scope scope) {
    if (!(planned.operation().assignee() instanceof Assignee.Person person)) {
      return true;
    }
    boolean isProtected =
        order.job().file().safety().protectedAddresses().stream()
            .anyMatch(each -> each.value().equals(person.email()));
    return scope.plans(person.email()) && !(isProtected && SafetyReview.takes(planned));
  }

  private Invitations invitations() {
    Map<dev.rollcall.model.Email, dev.rollcall.plan.Invitation> known = new HashMap<>();
    ledger().invitations(identity.key()).forEach(each -> known.put(each.email(), each));
    return new Invitations(known, true);
  }

  /** The lanes that have something to send in a stage. */
  List<Lane> lanes(Stage stage) {
    if (isStopping() || !isPlanned()) {
      return List.of();
    }
    List<Request> requests = applier().requests(stage);
    if (!requests.isEmpty()) {
      phase(nameOf(stage), requests.size());
    }
    return requests.stream().map(Request::lane).distinct().sorted().toList();
  }

  /** What is left of a lane in a stage, in order. */
  List<Request> requests(Stage stage, Lane lane) {
    return guarded(
        () ->
            applier().requests(stage).stream()
                .filter(request -> request.lane().equals(lane))
                .toList(),
        List.of());
  }

  void apply(Request request) {
    if (isStopping()) {
      return;
    }
    applier().apply(request);
    bench.progress().step(request.lane().name());
  }

  private Applier applier() {
    if (applier == null) {
      applier = new Applier(id(), journal(), workspace(), bench.stop(), bench.clock());
    }
    return applier;
  }

  /** Reads back what was touched. */
  void verify() {
    if (isStopping() || !isPlanned()) {
      return;
    }
    phase("verifying", 0);
    new Verifier(journal(), workspace(), bench.clock()).verify(id(), touchedScope());
  }

  /** Groups and projects that the plan touches, and everybody in scope. */
  private Scope touchedScope() {
    Plan plan = journal().planOf(id()).orElseThrow();
    MentionedNames touched =
        AffectedResources.by(plan.operations().stream().map(PlannedOperation::operation).toList());
    Vocabulary vocabulary = order.job().file().vocabulary();
    return order
        .job()
        .file()
        .scope()
        .resolve(vocabulary, touched, order.options().onlyNames())
        .narrowedTo(touched, vocabulary);
  }

  /** Writes the reports; never fails a run that has done its work. */
  void report() {
    phase("reporting", 0);
    story.write(Optional.ofNullable(reading).flatMap(RosterReading::sealed));
  }

  /**
   * Runs a step's body; what goes wrong is remembered for the exit code and stops the run. Batch
   * does not hear of it: it would abandon the step, and leave it out of every restart.
   */
  void guard(Runnable body) {
    guarded(
        () -> {
          body.run();
          return true;
        },
        false);
  }

  private <T> T guarded(Supplier<T> body, T otherwise) {
    try {
      return body.get();
    } catch (RuntimeException e) {
      story.failed(e);
      if (e instanceof LeaseLost || e instanceof RepositoryUnavailable) {
        bench.stop().ask(Stop.Cause.UNAVAILABLE);
      }
      return otherwise;
    }
  }

  private void phase(String name, int requests) {
    bench.progress().phase(name, requests);
    story.phase(name);
  }

  private Journal journal() {
    return bench.repository().journal();
  }

  private Ledger ledger() {
    return bench.repository().ledger();
  }

  private WritableWorkspace workspace() {
    return bench.target().workspace();
  }
}
