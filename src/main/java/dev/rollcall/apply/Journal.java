package dev.rollcall.apply;

import dev.rollcall.plan.Plan;
import dev.rollcall.tenant.Lane;
import dev.rollcall.tenant.Outcome;
import dev.rollcall.tenant.Request;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a run did, durably: the truth about every operation.
 *
 * <p>Must: have committed before a method returns; keep {@link #sent} and the memory of invitations
 * in one transaction; refuse {@link #sent} with {@link LeaseLost} where another run holds the
 * workspace by now. Thread-safe.
 */
public interface Journal {

  /** Registers a run that has no plan yet. */
  void begin(RunRecord run);

  /**
   * Keeps the run's plan with all operations pending, but those held back or deferred.
   *
   * @param held sequence numbers with the name of the rule that holds each
   * @param deferred sequence numbers with why each waits, for people
   * @param report the review and input facts that a later report needs, as the codec wrote them
   */
  void plan(
      RunId run,
      Plan plan,
      Map<Integer, String> held,
      Map<Integer, String> deferred,
      String report);

  /** The run with this id. */
  Optional<RunRecord> run(RunId run);

  /** Runs, newest first. */
  List<RunRecord> runs();

  /** Runs on this workspace, whatever became of them, with operations sent or in doubt. */
  List<RunId> runsInDoubt(String workspace);

  /** The kept plan of a run; whether there is one says its record. */
  Optional<Plan> planOf(RunId run);

  /** When the kept plan of a run was made; of the plan itself nothing is read. */
  Optional<Instant> plannedAt(RunId run);

  /** Whether a run's plan was kept by another version, in a format that is not carried out. */
  boolean isOutdated(RunId run);

  /** The kept review and input facts; empty where none were. */
  String reportOf(RunId run);

  /** All operations of a run, in plan order. */
  List<OperationRecord> operations(RunId run);

  /** What became of all operations of a run, in plan order; what they were to do is not read. */
  List<OperationResult> results(RunId run);

  /**
   * Marks a request's operations as sent, before it leaves; for an invitation, also remembers that
   * it may have been sent. Durable on return.
   */
  void sent(RunId run, Request request, Instant at);

  /** Records what became of a request's operations. Durable on return. */
  void record(RunId run, Request request, Map<Integer, Outcome> outcomes, Instant at);

  /** Changes one operation's state outside of sending: settled, blocked, stale, pending again. */
  void change(RunId run, int sequence, OperationState state, String message, Instant at);

  /** Records what reading back showed. */
  void verified(RunId run, Map<Integer, Verification> seen, Instant at);

  /**
   * When requests of a lane were sent since then, by any run; oldest first.
   *
   * @param quotas the key of the workspace, or what those of all begin with, before a slash, that
   *     share its quotas
   */
  List<Instant> requestTimes(String quotas, Lane lane, Instant since);

  /** How many requests a run has sent that write. */
  int requestCount(RunId run);

  /** Ends or supersedes a run. */
  void end(RunId run, RunRecord.State state, int exitCode, Instant at);
}
