package dev.rollcall.batch;

import dev.rollcall.apply.Journal;
import dev.rollcall.apply.LeaseLost;
import dev.rollcall.apply.OperationRecord;
import dev.rollcall.apply.RepositoryUnavailable;
import dev.rollcall.apply.RunId;
import dev.rollcall.apply.RunRecord;
import dev.rollcall.apply.Stop;
import dev.rollcall.apply.Verifier;
import dev.rollcall.model.Email;
import dev.rollcall.model.MentionedNames;
import dev.rollcall.model.Roster;
import dev.rollcall.model.Vocabulary;
import dev.rollcall.plan.AffectedResources;
import dev.rollcall.plan.PlannedOperation;
import dev.rollcall.plan.Scope;
import dev.rollcall.tenant.Identity;
import dev.rollcall.tenant.WritableTenant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One attempt of one run: what the steps of the batch job share, and the steps themselves.
 * Everything that must survive the process is in the journal; what is here is of this attempt.
 */
final class Run {

  private final RunOrder order;
  private final RunResources resources;
  private final Identity identity;
  private final RunReporter reporter;
  private final ReadStep read = new ReadStep(this);
  private final PlanStep plan = new PlanStep(this, read);
  private final SettleStep settle = new SettleStep(this, plan);
  private final ApplyStep apply = new ApplyStep(this);

  Run(RunOrder order, RunResources resources, Identity identity) {
    this.order = order;
    this.resources = resources;
    this.identity = identity;
    this.reporter = new RunReporter(order, resources, identity);
  }

  RunId id() {
    return order.id();
  }

  RunOrder order() {
    return order;
  }

  RunResources resources() {
    return resources;
  }

  /** What is to be told of it. */
  RunReporter reporter() {
    return reporter;
  }

  String workspaceKey() {
    return identity.key();
  }

  /** Who presumably owns the workspace. */
  Optional<Email> owner() {
    return identity.owner();
  }

  String jobName() {
    return order.job().file().name().toString();
  }

  Journal journal() {
    return resources.journal();
  }

  WritableTenant workspace() {
    return resources.target().workspace();
  }

  ReadStep read() {
    return read;
  }

  PlanStep plan() {
    return plan;
  }

  SettleStep settle() {
    return settle;
  }

  ApplyStep apply() {
    return apply;
  }

  /** The workspace as this attempt has seen it, before anything was sent. */
  Roster seen() {
    return plan.seen().or(settle::seen).orElse(Roster.EMPTY);
  }

  /** The step that reads back what was touched. */
  void verify() {
    if (isStopping() || !isPlanned()) {
      return;
    }
    phase("verifying", 0);
    new Verifier(journal(), workspace(), resources.clock()).verify(id(), touchedScope());
  }

  /** The step that writes the reports; never fails a run that has done its work. */
  void report() {
    phase("reporting", 0);
    reporter.write(read.gathered());
  }

  /** Whether the journal holds a plan for this run. */
  boolean isPlanned() {
    return journal().run(id()).filter(RunRecord::planned).isPresent();
  }

  /** Whether nothing more is to be done but to tell of it. */
  boolean isStopping() {
    return resources.stop().asked() || reporter.failure().isPresent();
  }

  /** Groups and projects that the plan touches, and everybody in scope. */
  Scope touchedScope() {
    MentionedNames touched =
        AffectedResources.by(
            journal().operations(id()).stream()
                .map(OperationRecord::planned)
                .map(PlannedOperation::operation)
                .toList());
    Vocabulary vocabulary = order.job().file().vocabulary();
    return order
        .job()
        .file()
        .scope()
        .resolve(vocabulary, touched, order.options().onlyNames())
        .narrowedTo(touched, vocabulary);
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

  /** The same for a body that gives something. */
  <T> T guarded(Supplier<T> body, T otherwise) {
    try {
      return body.get();
    } catch (RuntimeException e) {
      reporter.failed(e);
      if (e instanceof LeaseLost || e instanceof RepositoryUnavailable) {
        resources.stop().ask(Stop.Cause.UNAVAILABLE);
      }
      return otherwise;
    }
  }

  /** Begins a phase, and tells of it. */
  void phase(String name, int requests) {
    resources.progress().phase(name, requests);
    reporter.phase(name);
  }
}
