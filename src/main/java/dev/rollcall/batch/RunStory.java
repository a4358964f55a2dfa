package dev.rollcall.batch;

import static java.util.Objects.requireNonNull;

import dev.rollcall.apply.Journal;
import dev.rollcall.apply.OperationRecord;
import dev.rollcall.apply.RunRecord;
import dev.rollcall.apply.Stop;
import dev.rollcall.job.DryRun;
import dev.rollcall.job.JudgedPlan;
import dev.rollcall.job.LoadedJob;
import dev.rollcall.job.OverruledClaims;
import dev.rollcall.job.RejectsWriter;
import dev.rollcall.job.ReportSpec;
import dev.rollcall.model.Problem;
import dev.rollcall.plan.Finding;
import dev.rollcall.plan.Joins;
import dev.rollcall.plan.Plan;
import dev.rollcall.report.ReportFolder;
import dev.rollcall.report.RunFacts;
import dev.rollcall.report.RunHead;
import dev.rollcall.report.RunReport;
import dev.rollcall.report.RunTimeline;
import dev.rollcall.report.SeatCounts;
import dev.rollcall.source.Gathered;
import dev.rollcall.source.Reject;
import dev.rollcall.target.Identity;
import dev.rollcall.target.Price;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What is to be told of a run: its phases, what went wrong, and the exit code. What happened to
 * operations is the journal's to say.
 */
public final class RunStory {

  private final RunOrder order;
  private final Bench bench;
  private final Identity identity;
  private final List<RunTimeline.Phase> phases = new ArrayList<>();
  private Optional<RuntimeException> failure = Optional.empty();
  private List<Problem> unwritten = List.of();
  private List<Problem> notHandedBack = List.of();
  private boolean isHandedBack;

  RunStory(RunOrder order, Bench bench, Identity identity) {
    this.order = requireNonNull(order, "order");
    this.bench = requireNonNull(bench, "bench");
    this.identity = requireNonNull(identity, "identity");
  }

  /** The report of a dry run. */
  public static RunReport ofDryRun(LoadedJob job, DryRun.Result result) {
    Plan plan = result.planned().plan();
    return RunReport.ofDryRun(
        RunHead.dryRun(plan.job(), result.workspace().name(), plan.madeAt()),
        plan,
        result.planned().verdict(),
        facts(job, result.planned()));
  }

  /** What a report tells of a plan, beside the plan itself. */
  public static RunFacts facts(LoadedJob job, JudgedPlan planned) {
    List<Finding> findings = new ArrayList<>(planned.plan().findings());
    planned.remarks().forEach(remark -> findings.add(source("", remark, "")));
    planned
        .gathered()
        .remarks()
        .forEach(
            remark -> findings.add(source(remark.subject(), remark.detail(), remark.origin())));
    findings.addAll(planned.beside().findings());
    findings.addAll(OverruledClaims.of(job.file(), planned));
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
    long invitations =
        planned.plan().operations().stream()
            .filter(each -> Joins.of(each).isPresent())
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

  /** A phase begins, and the one before it ends. */
  void phase(String name) {
    Instant now = bench.clock().instant();
    endPhase(now, "completed");
    phases.add(new RunTimeline.Phase(name, now, Optional.empty(), "running"));
  }

  private void endPhase(Instant now, String status) {
    if (!phases.isEmpty() && phases.get(phases.size() - 1).ended().isEmpty()) {
      RunTimeline.Phase last = phases.remove(phases.size() - 1);
      phases.add(new RunTimeline.Phase(last.name(), last.started(), Optional.of(now), status));
    }
  }

  /** A step failed; the first failure is the one that is told. */
  void failed(RuntimeException why) {
    endPhase(bench.clock().instant(), "failed");
    if (failure.isEmpty()) {
      failure = Optional.of(why);
    }
  }

  Optional<RuntimeException> failure() {
    return failure;
  }

  /** What the command ends with. */
  ExitCode exitCode() {
    List<ExitCode> codes = new ArrayList<>();
    failure.ifPresent(why -> codes.add(afterWriting(ExitCode.of(why))));
    ExitCode byOperations = ExitCode.of(operations(), bench.stop().cause(), storedFacts());
    if (byOperations != ExitCode.DONE) {
      codes.add(byOperations);
    }
    if (!journal().runsInDoubt(identity.key()).isEmpty()) {
      codes.add(ExitCode.LEFT_OVER);
    }
    if (codes.isEmpty() && journal().planOf(order.id()).isEmpty()) {
      // Neither a plan nor a reason: whatever this is, it is not done.
      codes.add(ExitCode.UNEXPECTED);
    }
    return ExitCode.firstOf(codes);
  }

  /** Wrong input promises that nothing was written: a token refused half way is something else. */
  private ExitCode afterWriting(ExitCode code) {
    boolean mayHaveWritten = journal().requestCount(order.id()) > 0;
    return code == ExitCode.WRONG_INPUT && mayHaveWritten ? ExitCode.UNAVAILABLE : code;
  }

  /** Writes the report in all formats of the job file, and hands back the rows that were bad. */
  void write(Optional<Gathered> gathered) {
    endPhase(bench.clock().instant(), "completed");
    ReportSpec spec = order.job().file().report();
    bench.repository().purging().reportsGoTo(order.id(), spec.folder().path());
    ReportFolder folder = new ReportFolder(spec.folder().path(), spec.access());
    List<Problem> problems = new ArrayList<>(folder.write(report(), spec.formats()));
    if (!isHandedBack) {
      handBack(gathered.map(Gathered::rejects).orElse(List.of()), List.of());
    }
    problems.addAll(notHandedBack);
    unwritten = problems;
  }

  /**
   * Hands rows back: as soon as there is a plan, for a run that goes on with it after a kill reads
   * no rosters any more.
   */
  void handBack(List<Reject> rejects, List<Reject> leftAlone) {
    ReportSpec spec = order.job().file().report();
    bench.repository().purging().reportsGoTo(order.id(), spec.folder().path());
    List<Reject> all =
        Stream.concat(rejects.stream(), leftAlone.stream())
            .sorted(Comparator.comparingInt(reject -> reject.row().line()))
            .toList();
    notHandedBack = handBack(new ReportFolder(spec.folder().path(), spec.access()), all);
    isHandedBack = true;
  }

  private List<Problem> handBack(ReportFolder folder, List<Reject> rejects) {
    if (rejects.isEmpty()) {
      return List.of();
    }
    try {
      new RejectsWriter(folder.make(order.id()), order.job().file()).write(rejects);
      return List.of();
    } catch (IOException e) {
      return List.of(
          new Problem(
              folder.of(order.id()).toString(),
              "the rejected rows could not be written there",
              "look at the folder's permissions"));
    }
  }

  /** Reports that could not be written; the run itself has done its work. */
  List<Problem> unwritten() {
    return unwritten;
  }

  /** Everything there is to tell by now. */
  RunReport report() {
    RunRecord record = journal().run(order.id()).orElseThrow();
    ExitCode code = exitCode();
    RunHead.Mode mode = order.mode();
    return new RunReport(
        new RunHead(
            Optional.of(order.id()),
            order.job().file().name().toString(),
            identity.name(),
            mode,
            record.started(),
            Optional.of(bench.clock().instant()),
            Optional.of(
                new RunHead.Ending(code.code(), code.meaning(operations(), storedFacts(), mode)))),
        journal().planOf(order.id()).orElseGet(this::noPlan),
        operations(),
        storedFacts(),
        new RunTimeline(journal().requestCount(order.id()), phases, stopped(), List.of()));
  }

  private Optional<String> stopped() {
    return failure
        .map(Throwable::getMessage)
        .map(order.job().secrets()::hide)
        .or(() -> bench.stop().cause().map(RunStory::words));
  }

  private static String words(Stop.Cause cause) {
    return switch (cause) {
      case SIGNAL -> "it was asked to stop";
      case DEADLINE -> "its time is over";
      case FAILURES -> "too many requests in a row failed";
      case UNAVAILABLE -> "the workspace does not answer any more";
    };
  }

  private RunFacts storedFacts() {
    String kept = journal().reportOf(order.id());
    return kept.isEmpty()
        ? RunFacts.clear(
            List.of(), new Price(0, Duration.ZERO, 0, 0), new SeatCounts(0, 0, 0, Optional.empty()))
        : RunFacts.fromJson(kept);
  }

  private Plan noPlan() {
    return new Plan(
        order.job().file().vocabulary(),
        order.job().file().name().toString(),
        identity.key(),
        bench.clock().instant(),
        List.of(),
        List.of(),
        List.of(),
        new Plan.People(0, 0, 0, 0, 0, 0));
  }

  private List<OperationRecord> operations() {
    return journal().operations(order.id());
  }

  private Journal journal() {
    return bench.repository().journal();
  }
}
