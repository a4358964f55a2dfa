package dev.rollcall.job;

import dev.rollcall.journal.PlanLimits;
import dev.rollcall.plan.NamePatterns;
import dev.rollcall.plan.OperationSwitches;
import dev.rollcall.safety.Allowances;
import java.util.ArrayList;
import java.util.List;

/**
 * What a command line says beyond the job file, as far as it changes the plan.
 *
 * @param overrides {@code path=value} of the job file
 * @param allowances safety limits raised for this plan
 * @param only address patterns the run is limited to; empty for no limit
 */
public record RunOptions(
    List<String> overrides, Allowances allowances, List<String> only, OperationSwitches switches) {

  /** Copies. */
  public RunOptions {
    overrides = List.copyOf(overrides);
    only = List.copyOf(only);
  }

  /** Nothing beyond the job file. */
  public static RunOptions none() {
    return new RunOptions(List.of(), Allowances.none(), List.of(), OperationSwitches.ALL_ON);
  }

  /** Whom the run is limited to. */
  public NamePatterns onlyNames() {
    return only.isEmpty() ? NamePatterns.ALL : NamePatterns.matching(only);
  }

  /** The same, limited to these addresses. */
  public RunOptions limitedTo(List<String> addresses) {
    return new RunOptions(overrides, allowances, addresses, switches);
  }

  /** All of it but the overrides: how far the plan may go. */
  public PlanLimits limits() {
    return new PlanLimits(allowances, only, switches);
  }

  /** These limits, and overrides that were given beside them. */
  public static RunOptions of(List<String> overrides, PlanLimits limits) {
    return new RunOptions(overrides, limits.allowances(), limits.only(), limits.switches());
  }

  /**
   * The end of a sentence about a run that follows another one: what that was started with holds
   * again, and is not to hold unseen.
   */
  public String inWords(List<String> more) {
    List<String> all = new ArrayList<>();
    overrides.forEach(each -> all.add("--set=" + each));
    all.addAll(more);
    all.addAll(limitArguments());
    return all.isEmpty() ? "." : ", with " + String.join(" ", all) + ".";
  }

  /** The limits as arguments of a command line. */
  public List<String> limitArguments() {
    List<String> arguments = new ArrayList<>();
    allowances.byRule().entrySet().stream()
        .sorted(java.util.Map.Entry.comparingByKey())
        .forEach(rule -> arguments.add("--allow=" + rule.getKey() + "=" + rule.getValue()));
    only.forEach(glob -> arguments.add("--only=" + glob));
    if (!switches.invites()) {
      arguments.add("--no-invites");
    }
    if (!switches.changes()) {
      arguments.add("--no-changes");
    }
    if (!switches.removals()) {
      arguments.add("--no-removals");
    }
    return arguments;
  }
}
