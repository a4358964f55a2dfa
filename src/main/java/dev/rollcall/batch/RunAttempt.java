package dev.rollcall.batch;

import dev.rollcall.apply.Journal;
import dev.rollcall.apply.Lease;
import dev.rollcall.apply.RepositoryUnavailable;
import dev.rollcall.apply.RepositoryUnusable;
import dev.rollcall.apply.RunRecord;
import dev.rollcall.journal.PlanFile;
import dev.rollcall.journal.Repository;
import dev.rollcall.model.Problem;
import dev.rollcall.report.ReportFolder;
import dev.rollcall.security.FailureText;
import dev.rollcall.tenant.AccessRefused;
import dev.rollcall.tenant.Identity;
import dev.rollcall.tenant.TenantUnavailable;
import java.util.List;
import java.util.Optional;

/**
 * One attempt of a run on what is opened for it: the workspace is asked who it is and leased, the
 * run begun or gone on with, carried out as a batch job, and ended.
 */
final class RunAttempt {

  /** The workspace of a run that ended before it could ask which it is. */
  static final String UNREACHED = "";

  private final RunOrder order;
  private final RunResources resources;

  RunAttempt(RunOrder order, RunResources resources) {
    this.order = order;
    this.resources = resources;
  }

  RunResult make() {
    Identity identity = identify();
    journal().run(order.id()).ifPresent(record -> refuseAnotherWorkspace(record, identity));
    try (Lease lease = repository().leases().acquire(identity.key(), order.id())) {
      resources.progress().run(order.id());
      order.reviewed().ifPresent(plan -> admit(plan, identity));
      refuseUntellable();
      new Supersession(journal(), resources.clock())
          .begin(identity.key(), order, resources.target().workspace());
      begin(identity.key());
      return carriedOut(new Run(order, resources, identity), identity);
    }
  }

  /** Where a former attempt has written, nobody may be told that nothing was. */
  private Identity identify() {
    try {
      return resources.target().identify();
    } catch (AccessRefused e) {
      if (journal().requestCount(order.id()) > 0) {
        throw new TenantUnavailable(FailureText.of(e), e);
      }
      neverReached(e);
      throw e;
    } catch (TenantUnavailable e) {
      neverReached(e);
      throw e;
    }
  }

  /** Kept, so that it can be gone on with. A saved plan can be applied again as it is. */
  private void neverReached(RuntimeException why) {
    if (order.reviewed().isEmpty()) {
      begin(UNREACHED);
      journal()
          .end(order.id(), RunRecord.State.UNFINISHED, ExitCode.of(why).code(), resources.now());
    }
  }

  /** A kept plan is for the workspace it was made in, wherever tokens lead by now. */
  private static void refuseAnotherWorkspace(RunRecord record, Identity identity) {
    if (!identity.key().equals(record.workspace())) {
      throw new WrongInput(
          "run %s was not on %s, where the job's tokens lead; start a new run"
              .formatted(record.id(), identity.key()));
    }
  }

  private void admit(PlanFile plan, Identity identity) {
    Admission.in(identity, plan);
    if (repository().ledger().isUsed(plan.content(), plan.plan().madeAt())) {
      throw Admission.used();
    }
  }

  /** Whatever is changed must be told afterwards: so that is tried first. */
  private void refuseUntellable() {
    List<Problem> problems =
        new ReportFolder(
                order.job().file().report().folder().path(), order.job().file().report().access())
            .prove(order.id());
    if (!problems.isEmpty()) {
      throw new WrongInput(problems);
    }
  }

  private void begin(String workspace) {
    if (journal().run(order.id()).isPresent()) {
      return;
    }
    journal()
        .begin(
            new RunRecord(
                order.id(),
                order.job().file().name().toString(),
                order.job().path().toString(),
                workspace,
                KeptPlan.inputs(order.job(), order.options()),
                KeptOptions.text(order),
                RunRecord.State.UNFINISHED,
                resources.now(),
                Optional.empty(),
                Optional.empty(),
                false));
  }

  /** From here on requests may have been sent: a repository that fails is not the input's fault. */
  private RunResult carriedOut(Run run, Identity identity) {
    try {
      RunLauncher.launch(run);
      RunReporter reporter = run.reporter();
      RunEnding ending = reporter.ending();
      journal()
          .end(order.id(), ending.state(order.mode()), ending.exitCode().code(), resources.now());
      return new RunResult(
          reporter.report(),
          ending.exitCode(),
          ending.remains().isPlanned(),
          reporter.failure(),
          reporter.unwritten(),
          run.isStopping()
              ? RetentionResult.NOTHING
              : Retention.of(order, repository(), identity, resources.clock()).tidy());
    } catch (RepositoryUnusable e) {
      throw new RepositoryUnavailable(FailureText.of(e), e);
    }
  }

  private Repository repository() {
    return resources.repository();
  }

  private Journal journal() {
    return resources.journal();
  }
}
