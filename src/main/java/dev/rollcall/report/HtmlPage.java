package dev.rollcall.report;

import dev.rollcall.apply.OperationRecord;
import dev.rollcall.apply.OperationState;
import dev.rollcall.apply.RunId;
import dev.rollcall.apply.Verification;
import dev.rollcall.model.ProblemGroup;
import dev.rollcall.plan.PeopleTally;
import dev.rollcall.plan.PlannedOperation;
import dev.rollcall.report.OperationSummary.Mark;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the template of {@code report.html} shows: texts in the words of a reader, not yet escaped.
 *
 * @param subjects groups and people with their operations, as many as a browser can bear
 * @param hidden how many operations are not among them
 */
record HtmlPage(RunReport report, Tiles tiles, List<AssigneeChanges> subjects, int hidden) {

  /** The counts at the top, computed once. */
  record Tiles(OperationCounts counts, List<Tile> people, List<Tile> operations) {}

  /** A number with what it counts; a mood colours it. */
  record Tile(String number, String label, String mood) {}

  /** One operation as a row. */
  record Row(Mark mark, String what, String why, String state, String label, String message) {}

  /** A phase as a bar: where it begins and how long it is, in percent of the run. */
  record Bar(String name, String from, String width, String took, String status) {}

  static HtmlPage of(RunReport report, int mostOperations) {
    List<AssigneeChanges> shown = new ArrayList<>();
    int operations = 0;
    for (AssigneeChanges subject : AssigneeChanges.of(report.operations())) {
      if (operations + subject.operations().size() > mostOperations) {
        break;
      }
      operations += subject.operations().size();
      shown.add(subject);
    }
    return new HtmlPage(report, tiles(report), shown, report.operations().size() - operations);
  }

  private static Tiles tiles(RunReport report) {
    OperationCounts counts = report.counts();
    PeopleTally tally = report.tally();
    List<Tile> people =
        List.of(
            tile(tally.invite(), tally.coming(), "add"),
            tile(tally.change(), "to change", "change"),
            tile(tally.remove(), "to remove", "take"),
            tile(tally.unchanged(), "unchanged", ""));
    List<Tile> operations = new ArrayList<>();
    if (report.head().mode() != RunHead.Mode.PLAN) {
      operations.add(ratio(counts.applied(), counts.planned(), "applied"));
      operations.add(ratio(counts.verified(), counts.visible(), "verified"));
      operations.add(
          tile(counts.invitationsSent() + counts.invitationsOpen(), "not yet visible", ""));
    }
    operations.add(tile(counts.in(OperationState.HELD), "held back", "decide"));
    operations.add(tile(counts.in(OperationState.DEFERRED), "deferred", ""));
    operations.add(tile(report.facts().leftAlone().count(), "left alone", "decide"));
    if (report.head().mode() != RunHead.Mode.PLAN) {
      operations.add(tile(counts.leftOver(), "left over", "take"));
    }
    return new Tiles(counts, people, operations);
  }

  private static Tile tile(int number, String label, String mood) {
    return new Tile(ReportTexts.number(number), label, number == 0 ? "" : mood);
  }

  private static Tile ratio(int part, int whole, String label) {
    String number = ReportTexts.number(part) + " of " + ReportTexts.number(whole);
    return new Tile(number, label, part == whole ? "add" : "change");
  }

  String title() {
    return report.head().job() + " on " + report.head().workspace();
  }

  /** Run, kind, start and length, for the line under the title. */
  List<String> about() {
    RunHead head = report.head();
    List<String> about = new ArrayList<>();
    head.run().map(RunId::value).ifPresent(id -> about.add("run " + id));
    about.add(head.mode() == RunHead.Mode.PLAN ? "dry run" : ReportTexts.words(head.mode()));
    about.add(ReportTexts.time(head.started()));
    head.ended()
        .map(end -> Duration.between(head.started(), end))
        .ifPresent(took -> about.add("took " + ReportTexts.duration(took)));
    about.add(ReportTexts.counted(report.course().requestsSent(), "request", "requests") + " sent");
    return about;
  }

  /** How it ended, in one sentence. */
  String ending() {
    if (report.head().mode() == RunHead.Mode.PLAN) {
      return "A dry run: nothing was changed.";
    }
    String applied = ConsoleSummary.applied(tiles.counts());
    return report
        .head()
        .ending()
        .map(end -> "Exit " + end.exitCode() + ": " + end.meaning() + ". " + applied)
        .orElse("Not finished. " + applied);
  }

  /** The colour of how it ended. */
  String mood() {
    if (report.head().mode() == RunHead.Mode.PLAN) {
      return report.facts().violations().isEmpty() ? "calm" : "decide";
    }
    int code = report.head().ending().map(RunHead.Ending::exitCode).orElse(8);
    return code == 0 ? "add" : code == 4 ? "decide" : code == 3 || code == 8 ? "change" : "take";
  }

  /** What is wrong with the rosters, equal ones once. */
  List<ProblemGroup> problems() {
    return ProblemGroup.of(report.facts().problems());
  }

  String tenant() {
    return report.plan().tenant().one();
  }

  String price() {
    return ReportTexts.price(report);
  }

  /** Where a plan came from, in small print. */
  String smallPrint() {
    return "Plan of %s, digest %s. %s looked at, %s foreign."
        .formatted(
            ReportTexts.time(report.plan().madeAt()),
            report.plan().digest().substring(0, 12),
            ReportTexts.counted(report.plan().people().considered(), "person", "people"),
            ReportTexts.number(report.plan().people().foreign()));
  }

  /** The states that occur. */
  List<OperationState> states() {
    return Arrays.stream(OperationState.values())
        .filter(state -> tiles.counts().in(state) > 0)
        .toList();
  }

  Row row(OperationRecord record) {
    PlannedOperation planned = record.planned();
    OperationSummary described = OperationSummary.of(planned.operation(), report.plan().tenant());
    boolean held = AssigneeChanges.needsDecision(record);
    String why = ConsolePlan.why(planned);
    String seen =
        record.verification() == Verification.UNREAD
            ? ""
            : ", " + ReportTexts.words(record.verification());
    return new Row(
        held ? Mark.DECIDE : described.mark(),
        described.what().replace(" -> ", " → "),
        why.substring(1, why.length() - 1),
        ReportTexts.key(record.state()),
        ReportTexts.words(record.state()) + seen,
        held ? "by " + record.message() : record.message());
  }

  /** The colour of an operation's state. */
  static String mood(OperationRecord record) {
    if (record.state().isDone()) {
      return record.verification() == Verification.DIFFERS ? "take" : "add";
    }
    return switch (record.state()) {
      case HELD -> "decide";
      case PENDING, DEFERRED -> "calm";
      case SENT, STALE -> "change";
      default -> "take";
    };
  }

  List<Bar> timeline() {
    List<RunTimeline.Phase> phases = report.course().timeline();
    Optional<Instant> last =
        phases.stream().flatMap(phase -> phase.ended().stream()).max(Instant::compareTo);
    if (phases.isEmpty() || last.isEmpty()) {
      return List.of();
    }
    Instant first = phases.get(0).started();
    double whole = Math.max(1, Duration.between(first, last.get()).toMillis());
    return phases.stream().map(phase -> bar(phase, first, whole)).toList();
  }

  private static Bar bar(RunTimeline.Phase phase, Instant first, double wholeMillis) {
    long from = Duration.between(first, phase.started()).toMillis();
    long took = Duration.between(phase.started(), phase.ended().orElse(phase.started())).toMillis();
    return new Bar(
        phase.name(),
        percent(from / wholeMillis),
        percent(Math.max(0.004, took / wholeMillis)),
        phase
            .ended()
            .map(end -> ReportTexts.duration(Duration.ofMillis(took)))
            .orElse("not finished"),
        phase.status());
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.2f%%", 100 * Math.min(1, Math.max(0, share)));
  }
}
