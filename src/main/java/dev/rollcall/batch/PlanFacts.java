package dev.rollcall.batch;

import dev.rollcall.job.LoadedJob;
import dev.rollcall.plan.Finding;
import dev.rollcall.plan.Invitations;
import dev.rollcall.plan.Joins;
import dev.rollcall.plan.Plan;
import dev.rollcall.planning.DryRun;
import dev.rollcall.planning.JudgedPlan;
import dev.rollcall.planning.OverruledClaims;
import dev.rollcall.report.RunFacts;
import dev.rollcall.report.RunHead;
import dev.rollcall.report.RunReport;
import dev.rollcall.report.SeatCounts;
import dev.rollcall.source.Reject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What a report tells of a plan beside the plan: gathered once, as soon as it is reviewed. */
public final class PlanFacts {

  private PlanFacts() {}

  /** The report of a dry run. */
  public static RunReport reportOfDryRun(LoadedJob job, DryRun.Result result) {
    Plan plan = result.planned().plan();
    return RunReport.ofDryRun(
        RunHead.dryRun(plan.job(), result.workspace().name(), plan.madeAt()),
        plan,
        result.planned().verdict(),
        of(job, result.planned()));
  }

  /** What a report tells of a plan, beside the plan itself. */
  public static RunFacts of(LoadedJob job, JudgedPlan planned) {
    List<Finding> findings = new ArrayList<>(planned.plan().findings());
    planned.remarks().forEach(remark -> findings.add(source("", remark, "")));
    planned
        .gathered()
        .remarks()
        .forEach(
            remark -> findings.add(source(remark.subject(), remark.detail(), remark.origin())));
    findings.addAll(planned.beside().findings());
    findings.addAll(OverruledClaims.of(job, planned));
    SortedMap<String, Integer> rejected = new TreeMap<>();
    for (Reject reject : planned.gathered().rejects()) {
      rejected.merge(reject.source(), 1, Integer::sum);
    }
    return new RunFacts(
        planned.verdict().violations(),
        planned.problems(),
        rejected,
        findings,
        planned.price(),
        planned.lowerBound(),
        seats(job, planned),
        Stream.concat(planned.beside().notes().stream(), planned.verdict().notes().stream())
            .toList(),
        planned.leftAlone());
  }

  private static SeatCounts seats(LoadedJob job, JudgedPlan planned) {
    Plan.People people = planned.plan().people();
    Invitations open = planned.situation().invitations();
    long invitations =
        planned.plan().operations().stream()
            .filter(each -> Joins.takesSeat(each, open))
            .filter(each -> planned.verdict().lets(each.sequence()))
            .count();
    return new SeatCounts(
        people.members(),
        people.invited(),
        (int) invitations,
        Optional.of(job.file().safety().seats()));
  }

  private static Finding source(String subject, String detail, String origin) {
    return new Finding(Finding.Kind.SOURCE, subject, detail, origin);
  }
}
