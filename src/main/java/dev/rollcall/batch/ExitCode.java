package dev.rollcall.batch;

import dev.rollcall.apply.LeaseLost;
import dev.rollcall.apply.OperationResult;
import dev.rollcall.apply.RepositoryUnavailable;
import dev.rollcall.apply.RepositoryUnusable;
import dev.rollcall.apply.Stop;
import dev.rollcall.apply.TenantBusy;
import dev.rollcall.journal.UnusablePlan;
import dev.rollcall.model.ProblemsFound;
import dev.rollcall.report.RunFacts;
import dev.rollcall.report.RunHead;
import dev.rollcall.sandbox.SandboxException;
import dev.rollcall.tenant.AccessRefused;
import dev.rollcall.tenant.ReadingStopped;
import dev.rollcall.tenant.TenantUnavailable;
import java.nio.file.InvalidPathException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The documented exit codes, and the one ladder that leads to them. */
public enum ExitCode {
  /**
   * Everything was understood and is verified, sent and not yet visible, or deferred by a rule of
   * ours; or nothing was to do.
   */
  DONE(0, "done"),
  /** A bug of ours. */
  UNEXPECTED(1, "unexpected error"),
  /** Only with {@code --detailed-exitcode}: the plan has changes. */
  CHANGES(2, "the plan has changes"),
  /**
   * Some operations were refused, failed, blocked or are in doubt, or people were left alone
   * because of a problem; the rest is done.
   */
  LEFT_OVER(3, "some operations are left over, or people were left alone: rollcall rerun"),
  /** A safety rule held something back. */
  HELD_BACK(4, "a safety rule held something back"),
  /**
   * Wrong command line, job file, rosters or token; nothing written. Also a result that could not
   * be written to where it was wanted.
   */
  WRONG_INPUT(
      5, "wrong command line, job file, roster or token, or no place to write the result to"),
  /** Another run holds the workspace. */
  BUSY(6, "another run holds the workspace"),
  /** The saved plan is stale, used or altered; nothing written. */
  STALE_PLAN(7, "the saved plan is stale, used or altered"),
  /** Interrupted or out of time; resumable. */
  INTERRUPTED(8, "interrupted or out of time: rollcall rerun"),
  /**
   * The workspace or the repository is unavailable, or refused the token in the middle of a run.
   */
  UNAVAILABLE(9, "the workspace or the repository is unavailable, or refused the token");

  /** Where several apply, the first of these that holds. */
  private static final List<ExitCode> LADDER =
      List.of(
          UNEXPECTED,
          UNAVAILABLE,
          INTERRUPTED,
          BUSY,
          STALE_PLAN,
          WRONG_INPUT,
          HELD_BACK,
          LEFT_OVER,
          CHANGES,
          DONE);

  private final int code;
  private final String meaning;

  ExitCode(int code, String meaning) {
    this.code = code;
    this.meaning = meaning;
  }

  /** The number the process ends with. */
  public int code() {
    return code;
  }

  /** What it means, in a few words. */
  public String meaning() {
    return meaning;
  }

  /** The one of a number; a bug of ours for one that is not ours. */
  public static ExitCode ofNumber(int code) {
    return Arrays.stream(values()).filter(each -> each.code == code).findFirst().orElse(UNEXPECTED);
  }

  /** What a number means; empty for one that is not ours. */
  public static String meaningOf(int code) {
    return Arrays.stream(values())
        .filter(each -> each.code == code)
        .findFirst()
        .map(ExitCode::meaning)
        .orElse("");
  }

  /** The first of the ladder among these; done where there is none. */
  public static ExitCode firstOf(Collection<ExitCode> codes) {
    return LADDER.stream().filter(codes::contains).findFirst().orElse(DONE);
  }

  /** What an exception means. Anything that is not made to be told to users is a bug of ours. */
  public static ExitCode of(Throwable failure) {
    if (failure instanceof RepositoryUnusable) {
      return WRONG_INPUT;
    }
    if (failure instanceof ReadingStopped) {
      return INTERRUPTED;
    }
    if (failure instanceof TenantUnavailable || failure instanceof RepositoryUnavailable) {
      return UNAVAILABLE;
    }
    if (failure instanceof TenantBusy || failure instanceof LeaseLost) {
      return BUSY;
    }
    if (failure instanceof UnusablePlan) {
      return STALE_PLAN;
    }
    if (failure instanceof ProblemsFound
        || failure instanceof AccessRefused
        || failure instanceof SandboxException
        || failure instanceof InvalidPathException) {
      return WRONG_INPUT;
    }
    return UNEXPECTED;
  }

  /**
   * What a run ends with, by what became of its operations, what stopped it and what it noticed.
   */
  public static ExitCode of(
      Collection<OperationResult> operations, Optional<Stop.Cause> stopped, RunFacts facts) {
    List<ExitCode> codes = new ArrayList<>();
    stopped.ifPresent(cause -> codes.add(of(cause)));
    if (!facts.violations().isEmpty()) {
      codes.add(HELD_BACK);
    }
    if (isAnythingLeftOver(operations) || facts.leftAlone().isTooMuch()) {
      codes.add(LEFT_OVER);
    }
    return firstOf(codes);
  }

  /** What a number means for one run; empty for one that is not ours. */
  static String meaningOf(
      int code, Collection<OperationResult> operations, RunFacts facts, RunHead.Mode mode) {
    return Arrays.stream(values())
        .filter(each -> each.code == code)
        .findFirst()
        .map(each -> each.meaning(operations, facts, mode))
        .orElse("");
  }

  /** What it means for one run, with what there is to count. */
  public String meaning(Collection<OperationResult> done, RunFacts facts, RunHead.Mode mode) {
    Optional<String> alone = facts.leftAlone().words();
    if (this != LEFT_OVER) {
      return meaning + alone.map("; "::concat).orElse("");
    }
    String operations = "some operations are left over";
    return alone
            .map(words -> isAnythingLeftOver(done) ? operations + ", and " + words : words)
            .map(words -> words + ": mend it, then")
            .orElse(operations + ":")
        // A mended sheet is another one, of which nobody has seen the plan.
        + (alone.isPresent() && mode == RunHead.Mode.ONBOARD
            ? " rollcall onboard"
            : " rollcall rerun");
  }

  private static boolean isAnythingLeftOver(Collection<OperationResult> operations) {
    return operations.stream().anyMatch(OperationResult::isLeftOver);
  }

  private static ExitCode of(Stop.Cause cause) {
    return switch (cause) {
      case SIGNAL, DEADLINE -> INTERRUPTED;
      case FAILURES, UNAVAILABLE -> UNAVAILABLE;
    };
  }
}
