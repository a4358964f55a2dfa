package dev.rollcall.batch;

import dev.rollcall.journal.Repository;
import java.util.Optional;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.core.convert.ConversionException;

/** Starts a run as a Spring Batch job, or restarts it. The caller holds the lease. */
final class RunLauncher {

  private RunLauncher() {}

  /** Runs all steps; what went wrong in them the run's reporter knows. */
  static void launch(Run run) {
    try {
      JobExecution ended = start(run, parameters(run));
      unforeseen(run, ended).ifPresent(run.reporter()::failed);
    } finally {
      run.read().close();
    }
  }

  /** What a step failed with that no body told of: it must not look like success. */
  private static Optional<RuntimeException> unforeseen(Run run, JobExecution ended) {
    return run.reporter().failure().isPresent()
        ? Optional.empty()
        : ended.getAllFailureExceptions().stream()
            .findFirst()
            .map(cause -> failure("a step failed: ", cause));
  }

  /** Batch keeps its tables in the repository, and fails where that fails. */
  private static RuntimeException failure(String what, Throwable cause) {
    Throwable innermost = innermost(cause);
    return Repository.unavailable(cause)
        .<RuntimeException>map(unavailable -> unavailable)
        .orElseGet(() -> new IllegalStateException(what + innermost, cause));
  }

  /** Batch wraps what a step failed with in words that say nothing of it. */
  private static Throwable innermost(Throwable failure) {
    Throwable innermost = failure;
    while (innermost.getCause() != null && innermost.getCause() != innermost) {
      innermost = innermost.getCause();
    }
    return innermost;
  }

  private static JobExecution start(Run run, JobParameters parameters) {
    try {
      BatchDatabase batch = BatchDatabase.on(run.resources().repository().dataSource());
      JobRepository repository = batch.repository();
      JobInstance instance = repository.getJobInstance(RunJob.NAME, parameters);
      JobExecution last = instance == null ? null : repository.getLastJobExecution(instance);
      if (instance != null && last == null) {
        // The former attempt died between the two; Batch refuses an instance without an execution.
        repository.deleteJobInstance(instance);
      }
      if (last != null && last.getStatus() == BatchStatus.COMPLETED) {
        // The former attempt did all its work and died before the journal could say so.
        return last;
      }
      if (last != null && last.isRunning()) {
        // Recovering checks no liveness; the lease is what proves that the former attempt is dead.
        batch.recover(last);
      }
      return batch.operator().start(new RunJob(run, batch).whole(), parameters);
    } catch (ConversionException e) {
      // Its words would repeat what somebody wrote there.
      throw new WrongInput(
          "the repository holds parameters of a batch job that Rollcall never writes: it was"
              + " changed by somebody else; put a sound copy back, or begin a new repository");
    } catch (Exception e) {
      throw failure("the batch job could not be started: ", e);
    }
  }

  private static JobParameters parameters(Run run) {
    return new JobParametersBuilder()
        .addString("job", run.jobName(), true)
        .addString("workspace", run.workspaceKey(), true)
        .addString("run", run.id().value(), true)
        .toJobParameters();
  }
}
