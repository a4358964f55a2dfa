package dev.rollcall.report;

import dev.rollcall.apply.OperationRecord;
import dev.rollcall.apply.OperationState;
import dev.rollcall.apply.RunId;
import dev.rollcall.apply.Verification;
import dev.rollcall.model.Noun;
import dev.rollcall.model.Vocabulary.Joining;
import dev.rollcall.plan.Joins;
import dev.rollcall.plan.Operation;
import dev.rollcall.report.OperationSummary.Mark;
import dev.rollcall.safety.LeftAlone;
import dev.rollcall.safety.Violation;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What became of a plan, for the terminal: what was applied and seen, then everything that was not,
 * each with the switch or command that helps.
 */
public final class ConsoleSummary implements ReportWriter {

  private static final int EXAMPLES = 3;

  private final ConsoleStyle style;

  /** A summary in this style. */
  public ConsoleSummary(ConsoleStyle style) {
    this.style = style;
  }

  /** {@code Applied 15 of 15, verified 11 of 11, 4 invitations sent, not yet visible.} */
  public static String applied(OperationCounts counts) {
    return "Applied %s of %s, verified %s of %s%s."
        .formatted(
            ReportTexts.number(counts.applied()),
            ReportTexts.number(counts.planned()),
            ReportTexts.number(counts.verified()),
            ReportTexts.number(counts.visible()),
            invitations(counts.invitationsSent(), " sent")
                + invitations(counts.invitationsOpen(), " open already")
                + (counts.invitationsSent() + counts.invitationsOpen() == 0
                    ? ""
                    : ", not yet visible"));
  }

  private static String invitations(int number, String what) {
    return number == 0
        ? ""
        : ", " + ReportTexts.counted(number, "invitation", "invitations") + what;
  }

  @Override
  public void write(RunReport report, Writer out) throws IOException {
    ConsoleLines lines = new ConsoleLines(out, style);
    OperationCounts counts = report.counts();
    if (report.course().stopped().isPresent()) {
      lines.line(decide(lines, "Stopped early: " + report.course().stopped().get()));
    }
    lines.title(applied(counts));
    writeUnseen(counts, lines);
    for (OperationState state : OperationState.values()) {
      writeState(report, state, lines);
    }
    writeDiffering(report, lines);
    writeLeftAlone(report, lines);
    writeEnd(report, lines);
  }

  private static void writeLeftAlone(RunReport report, ConsoleLines lines) throws IOException {
    LeftAlone alone = report.facts().leftAlone();
    if (alone.words().isEmpty()) {
      return;
    }
    String words = alone.words().get();
    lines.line(
        alone.isTooMuch()
            ? decide(lines, words + "; once it is mended: " + afterMending(report))
            : StyledText.plain("  " + words + ", as safety.left-alone allows"));
  }

  private static void writeUnseen(OperationCounts counts, ConsoleLines lines) throws IOException {
    if (counts.withdrawals() > 0) {
      lines.line(
          "  "
              + ReportTexts.counted(counts.withdrawals(), "open invitation", "open invitations")
              + " changed, not visible.");
    }
    int unread = counts.visible() - counts.verified() - counts.differs();
    if (unread > 0) {
      lines.line("  " + ReportTexts.number(unread) + " not read back.");
    }
  }

  private static void writeState(RunReport report, OperationState state, ConsoleLines lines)
      throws IOException {
    List<OperationRecord> those =
        report.operations().stream().filter(record -> record.state() == state).toList();
    if (those.isEmpty() || state.isDone()) {
      return;
    }
    String line = ReportTexts.number(those.size()) + " " + remedy(report, state, those);
    boolean byUs = those.stream().allMatch(OperationRecord::isDeferredByUs);
    lines.line(byUs ? StyledText.plain("  " + line) : decide(lines, line));
    if (state == OperationState.HELD) {
      lines.few(report.facts().violations(), EXAMPLES, Violation::message);
    } else {
      lines.few(those, EXAMPLES, record -> example(record, report.plan().tenant()));
    }
  }

  private static String remedy(
      RunReport report, OperationState state, List<OperationRecord> those) {
    String rerun = rerun(report);
    return switch (state) {
      case PENDING -> "not sent yet: " + rerun + " goes on";
      case SENT -> "on their way when the run ended: " + rerun + " looks them up";
      case DEFERRED ->
          those.stream().allMatch(OperationRecord::isDeferredByUs)
              ? "deferred, " + (isOnboarding(report) ? rerun : "a later run") + " sends them"
              : "deferred, the %s did not take them yet: a later run sends them, or %s"
                  .formatted(report.plan().tenant(), rerun);
      case REFUSED ->
          "refused by the " + report.plan().tenant() + "; once the cause is gone: " + rerun;
      case IGNORED ->
          "accepted by the "
              + report.plan().tenant()
              + ", which did nothing of it; once the cause is gone: "
              + rerun;
      case BLOCKED -> "blocked by something they need: " + rerun;
      case FAILED -> "failed, and did not happen: " + rerun;
      case IN_DOUBT -> "in doubt, sent without a usable answer: " + resend(rerun, those);
      case HELD -> "held back by " + rules(those);
      case STALE -> "set aside, what they were planned on has moved: " + rerun;
      case APPLIED, ALREADY_SO -> "done";
    };
  }

  private static String rerun(RunReport report) {
    return "rollcall rerun" + report.head().run().map(RunId::value).map(" "::concat).orElse("");
  }

  /** A sheet of people that was mended is another one, of which nobody has seen the plan. */
  private static String afterMending(RunReport report) {
    return isOnboarding(report) ? "rollcall onboard, with the mended sheet" : rerun(report);
  }

  private static boolean isOnboarding(RunReport report) {
    return report.head().mode() == RunHead.Mode.ONBOARD;
  }

  private static String resend(String rerun, List<OperationRecord> those) {
    Optional<Joining> joining =
        those.stream()
            .flatMap(one -> Joins.of(one.planned()).stream())
            .map(Operation.Join::by)
            .findFirst();
    return rerun
        + joining
            .map(by -> "; to " + onceMore(by) + " once more: " + rerun + " --resend EMAIL")
            .orElse("");
  }

  private static String onceMore(Joining by) {
    return switch (by) {
      case INVITATION -> "invite";
      case ACCOUNT -> "ask for the account";
    };
  }

  /** The rules by name; what to do about them is said below, in their own words. */
  private static String rules(List<OperationRecord> held) {
    return held.stream()
        .map(OperationRecord::message)
        .filter(rule -> !rule.isEmpty())
        .distinct()
        .sorted()
        .collect(
            Collectors.collectingAndThen(
                Collectors.joining(", "), rules -> rules.isEmpty() ? "a safety rule" : rules));
  }

  private static void writeDiffering(RunReport report, ConsoleLines lines) throws IOException {
    List<OperationRecord> those =
        report.operations().stream()
            .filter(record -> record.state().isDone())
            .filter(record -> record.verification() == Verification.DIFFERS)
            .toList();
    if (!those.isEmpty()) {
      String line =
          "%s accepted, but the %s differs: %s"
              .formatted(ReportTexts.number(those.size()), report.plan().tenant(), rerun(report));
      lines.line(decide(lines, line));
      lines.few(those, EXAMPLES, record -> example(record, report.plan().tenant()));
    }
  }

  private static String example(OperationRecord record, Noun tenant) {
    Operation operation = record.planned().operation();
    String message = record.message().isEmpty() ? "" : ": " + record.message();
    return operation.assignee().label()
        + ", "
        + OperationSummary.of(operation, tenant).what()
        + message;
  }

  private static void writeEnd(RunReport report, ConsoleLines lines) throws IOException {
    for (String step : report.course().nextSteps()) {
      lines.line("  " + step);
    }
    if (report.head().ending().filter(ending -> ending.exitCode() != 0).isPresent()) {
      RunHead.Ending ending = report.head().ending().get();
      lines.line("Exit " + ending.exitCode() + ": " + ending.meaning() + ".");
    }
  }

  private static StyledText decide(ConsoleLines lines, String text) {
    return lines.palette().mark(Mark.DECIDE, "! " + text);
  }
}
