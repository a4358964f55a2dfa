package dev.rollcall.batch;

import dev.rollcall.apply.Journal;
import dev.rollcall.apply.OperationRecord;
import dev.rollcall.apply.OperationResult;
import dev.rollcall.apply.RunRecord;
import dev.rollcall.apply.Stop;
import dev.rollcall.job.spec.ReportSpec;
import dev.rollcall.model.Problem;
import dev.rollcall.plan.Plan;
import dev.rollcall.planning.RejectsWriter;
import dev.rollcall.report.ReportFolder;
import dev.rollcall.report.RunFacts;
import dev.rollcall.report.RunHead;
import dev.rollcall.report.RunReport;
import dev.rollcall.report.RunTimeline;
import dev.rollcall.report.SeatCounts;
import dev.rollcall.source.Reject;
import dev.rollcall.source.gather.Gathered;
import dev.rollcall.tenant.Identity;
import dev.rollcall.tenant.Price;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The reporter of one attempt of a run: notes its phases and what went wrong, and writes its
 * reports. What happened to operations is the journal's to say. Lanes may fail at the same time.
 */
final class RunReporter {

  private final RunOrder order;
  private final RunResources resources;
  private final Identity identity;
  private final List<RunTimeline.Phase> phases = new ArrayList<>();
  private volatile Optional<RuntimeException> failure = Optional.empty();
  private Optional<RunFacts> kept = Optional.empty();
  private List<Problem> unwritten = List.of();
  private List<Problem> notHandedBack = List.of();
  private boolean isHandedBack;

  RunReporter(RunOrder order, RunResources resources, Identity identity) {
    this.order = order;
    this.resources = resources;
    this.identity = identity;
  }

  /** A phase begins, and the one before it ends. */
  synchronized void phase(String name) {
    Instant now = resources.now();
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
  synchronized void failed(RuntimeException why) {
    endPhase(resources.now(), "failed");
    if (failure.isEmpty()) {
      failure = Optional.of(why);
    }
  }

  Optional<RuntimeException> failure() {
    return failure;
  }

  /** These are in the journal by now, and need not be read there. */
  void kept(RunFacts facts) {
    kept = Optional.of(facts);
  }

  /** How the run ends, were it over now. */
  RunEnding ending() {
    return ending(journal().results(order.id()));
  }

  private RunEnding ending(List<OperationResult> results) {
    return new RunEnding(
        failure,
        resources.stop().cause(),
        results,
        facts(),
        new RunEnding.Remains(
            journal().run(order.id()).filter(RunRecord::planned).isPresent(),
            journal().requestCount(order.id()),
            !journal().runsInDoubt(identity.key()).isEmpty()));
  }

  /** Writes the report in all formats of the job file, and hands back the rows that were bad. */
  void write(Optional<Gathered> gathered) {
    endPhase(resources.now(), "completed");
    ReportSpec spec = order.job().file().report();
    resources.repository().purging().reportsGoTo(order.id(), spec.folder().path());
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
    resources.repository().purging().reportsGoTo(order.id(), spec.folder().path());
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
    Plan plan = journal().planOf(order.id()).orElseGet(this::noPlan);
    List<OperationRecord> operations = journal().operations(order.id());
    RunEnding ending = ending(operations.stream().map(OperationRecord::result).toList());
    return new RunReport(
        head(record, ending),
        plan,
        operations,
        ending.facts(),
        new RunTimeline(ending.remains().requests(), phases, stopped(), List.of()));
  }

  private RunHead head(RunRecord record, RunEnding ending) {
    ExitCode code = ending.exitCode();
    return new RunHead(
        Optional.of(order.id()),
        order.job().file().name().toString(),
        identity.name(),
        order.mode(),
        record.started(),
        Optional.of(resources.now()),
        Optional.of(
            new RunHead.Ending(
                code.code(), code.meaning(ending.operations(), ending.facts(), order.mode()))));
  }

  private Optional<String> stopped() {
    return failure
        .map(Throwable::getMessage)
        .map(order.job().secrets()::hide)
        .or(() -> resources.stop().cause().map(this::words));
  }

  private String words(Stop.Cause cause) {
    return switch (cause) {
      case SIGNAL -> "it was asked to stop";
      case DEADLINE -> "its time is over";
      case FAILURES -> "too many requests in a row failed";
      case UNAVAILABLE ->
          "the " + order.job().file().vocabulary().tenant() + " does not answer any more";
    };
  }

  private RunFacts facts() {
    return kept.orElseGet(this::storedFacts);
  }

  private RunFacts storedFacts() {
    String stored = journal().reportOf(order.id());
    return stored.isEmpty()
        ? RunFacts.clear(
            List.of(), new Price(0, Duration.ZERO, 0, 0), new SeatCounts(0, 0, 0, Optional.empty()))
        : RunFacts.fromJson(stored);
  }

  private Plan noPlan() {
    return new Plan(
        order.job().file().vocabulary(),
        order.job().file().name().toString(),
        identity.key(),
        resources.now(),
        List.of(),
        List.of(),
        List.of(),
        new Plan.People(0, 0, 0, 0, 0, 0));
  }

  private Journal journal() {
    return resources.journal();
  }
}
