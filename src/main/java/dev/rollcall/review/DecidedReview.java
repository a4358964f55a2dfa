package dev.rollcall.review;

import static java.util.stream.Collectors.toSet;

import dev.rollcall.apply.Ledger;
import dev.rollcall.apply.Progress;
import dev.rollcall.job.LoadedJob;
import dev.rollcall.job.RunOptions;
import dev.rollcall.plan.Finding;
import dev.rollcall.planning.DryRun;
import dev.rollcall.planning.JudgedPlan;
import dev.rollcall.planning.OpenedTenant;
import dev.rollcall.planning.Planner;
import dev.rollcall.planning.RosterReading;
import dev.rollcall.source.UnreadableSource;
import dev.rollcall.tenant.Identity;
import dev.rollcall.tenant.ReadOnlyTenant;
import dev.rollcall.tenant.Tenant;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A review that was decided, on its way to a plan: what is to be removed and is held still. The
 * plan goes through all safety rules; nothing is written.
 */
public final class DecidedReview {

  /** The sheet it was decided in, read before anything is asked. */
  private final List<DecidedLine> lines;

  private DecidedReview(List<DecidedLine> lines) {
    this.lines = List.copyOf(lines);
  }

  /**
   * Reads the decisions.
   *
   * @throws UnreadableSource with all that is wrong with the sheet
   */
  public static DecidedReview in(Path file) {
    return new DecidedReview(DecidedSheet.read(file));
  }

  /** For whom and how a plan is made of it. */
  public record Circumstances(
      LoadedJob job, RunOptions options, Optional<Ledger> ledger, Progress progress) {}

  /**
   * Makes the plan.
   *
   * @throws UnreadableSource with all lines that cannot be done as they are decided
   */
  public DryRun.Result plan(Circumstances around, OpenedTenant target) {
    LoadedJob job = around.job();
    Tenant workspace = new ReadOnlyTenant(target.workspace());
    LocalDate today = LocalDate.ofInstant(target.clock().instant(), job.file().timeZone());
    try (RosterReading reading = new RosterReading(job, today, target.destination())) {
      around.progress().phase("reading rosters", 0);
      reading.gatherAll();
      around.progress().phase("reading the " + job.file().vocabulary().tenant(), 0);
      Identity identity = target.identify();
      Planner planner = new Planner(job, around.options(), around.ledger()).readingAll();
      JudgedPlan read = planner.whoeverIsLeftAlone(reading, workspace, target.clock().instant());
      Decisions decided = Decisions.of(lines, job.file().name().toString(), read);
      JudgedPlan planned = planner.decided(read, decided.removals(), workspace);
      return new DryRun.Result(
          planned.remarking(decided.remarks()).remarking(needless(decided, planned)), identity);
    }
  }

  /** An account that stays and has no access any more is as the policy wants it. */
  private static List<String> needless(Decisions decided, JudgedPlan planned) {
    Set<String> told =
        Stream.concat(
                planned.plan().operations().stream()
                    .map(each -> each.operation().assignee().label()),
                planned.plan().findings().stream().map(Finding::subject))
            .collect(toSet());
    return decided.removals().stream()
        .filter(decision -> !told.contains(decision.holder().label()))
        .map(
            decision ->
                decision.origin()
                    + ": "
                    + decision.holder().label()
                    + " has no access any more that could be taken (policy.left)")
        .toList();
  }
}
