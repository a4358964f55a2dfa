package dev.rollcall.job;

import static java.util.Objects.requireNonNull;

import dev.rollcall.model.Environment;
import dev.rollcall.sandbox.Sandbox;
import dev.rollcall.target.WritableWorkspace;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * A workspace that was opened for a job.
 *
 * @param environments those with a token, in the order of the job file
 * @param clock the time the workspace lives in
 * @param sandbox the stand-in that runs in this process, if it is one
 */
public record Target(
    WritableWorkspace workspace,
    List<Environment> environments,
    Clock clock,
    Optional<Sandbox> sandbox)
    implements AutoCloseable {

  /** Checks and copies. */
  public Target {
    requireNonNull(workspace, "workspace");
    environments = List.copyOf(environments);
    requireNonNull(clock, "clock");
    requireNonNull(sandbox, "sandbox");
  }

  @Override
  public void close() {
    workspace.close();
    sandbox.ifPresent(Sandbox::close);
  }
}
