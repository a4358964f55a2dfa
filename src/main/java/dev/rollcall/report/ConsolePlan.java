package dev.rollcall.report;

import dev.rollcall.apply.OperationRecord;
import dev.rollcall.apply.OperationState;
import dev.rollcall.apply.RunId;
import dev.rollcall.apply.Verification;
import dev.rollcall.model.Noun;
import dev.rollcall.model.Problem;
import dev.rollcall.model.ProblemGroup;
import dev.rollcall.plan.Finding;
import dev.rollcall.plan.PlannedOperation;
import dev.rollcall.report.OperationSummary.Mark;
import dev.rollcall.safety.Violation;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A plan for the terminal: {@code +} invite or grant, {@code ~} change, {@code -} revoke or remove,
 * {@code !} needs a decision; grouped by person, each line with its reason and source cell. The
 * last lines are always the tally and the price.
 */
public final class ConsolePlan implements ReportWriter {

  private static final int FINDINGS = 3;
  private static final int PROBLEMS = 10;

  private final ConsoleStyle style;

  /** A plan in this style. */
  public ConsolePlan(ConsoleStyle style) {
    this.style = style;
  }

  @Override
  public void write(RunReport report, Writer out) throws IOException {
    ConsoleLines lines = new ConsoleLines(out, style);
    writeHead(report, lines);
    writeSubjects(report, lines);
    writeFindings(report, lines);
    writeProblems(report.facts(), lines);
    writeViolations(report, lines);
    writeNotes(report.facts().notes(), lines);
    lines.title(report.tally().toString());
    lines.line(ReportTexts.price(report));
    if (style.isVerbose()) {
      Optional<String> lanes = ReportTexts.lanes(report);
      if (lanes.isPresent()) {
        lines.line(lanes.get());
      }
    }
  }

  private static void writeHead(RunReport report, ConsoleLines lines) throws IOException {
    RunHead head = report.head();
    lines.title(
        "%s on %s%s, planned %s%s"
            .formatted(
                head.job(),
                head.workspace(),
                head.mode() == RunHead.Mode.ONBOARD ? ", onboarding" : "",
                ReportTexts.time(report.plan().madeAt()),
                head.run().map(RunId::value).map(id -> ", run " + id).orElse("")));
    lines.blank();
  }

  private void writeSubjects(RunReport report, ConsoleLines lines) throws IOException {
    List<AssigneeChanges> subjects = AssigneeChanges.of(report.operations());
    for (AssigneeChanges subject : subjects.subList(0, Math.min(style.people(), subjects.size()))) {
      writeSubject(subject, report.plan().tenant(), lines);
    }
    if (subjects.size() > style.people()) {
      lines.line(lines.palette().faint(lines.rest(subjects.size() - style.people())));
    }
    if (!subjects.isEmpty()) {
      lines.blank();
    }
  }

  private static void writeSubject(AssigneeChanges subject, Noun tenant, ConsoleLines lines)
      throws IOException {
    TerminalColours palette = lines.palette();
    Mark mark = subject.mark();
    lines.line(palette.mark(mark, mark.sign() + " ").and(palette.strong(subject.title())));
    for (OperationRecord record : subject.operations()) {
      lines.line(operation(record, tenant, palette));
    }
  }

  private static StyledText operation(
      OperationRecord record, Noun tenant, TerminalColours palette) {
    OperationSummary described = OperationSummary.of(record.planned().operation(), tenant);
    boolean held = AssigneeChanges.needsDecision(record);
    StyledText line =
        palette.mark(
            held ? Mark.DECIDE : described.mark(),
            (held ? "! " : "") + described.mark().sign() + " " + described.what());
    return StyledText.plain("    ")
        .and(line)
        .and("  ")
        .and(palette.faint(why(record.planned())))
        .and(standing(record, palette));
  }

  /** {@code [mover: people.csv:18 (DEV role), rule Finance]}, with the note after the reason. */
  public static String why(PlannedOperation planned) {
    List<String> because = new ArrayList<>();
    if (!planned.origin().isEmpty()) {
      because.add(planned.origin());
    }
    if (!planned.rule().isEmpty()) {
      because.add("rule " + planned.rule());
    }
    String note = planned.note().isEmpty() ? "" : ", " + planned.note();
    String reason = ReportTexts.words(planned.reason()) + note;
    return "[" + reason + (because.isEmpty() ? "" : ": " + String.join(", ", because)) + "]";
  }

  /** What has become of it so far; nothing while it waits to be sent. */
  private static StyledText standing(OperationRecord record, TerminalColours palette) {
    String message = record.message();
    OperationState state = record.state();
    if (state == OperationState.PENDING) {
      return StyledText.plain("");
    }
    if (state == OperationState.HELD) {
      return palette.mark(Mark.DECIDE, "  held back by " + message);
    }
    String seen =
        record.verification() == Verification.UNREAD
            ? ""
            : ", " + ReportTexts.words(record.verification());
    return StyledText.plain(
        "  " + ReportTexts.words(state) + seen + (message.isEmpty() ? "" : ": " + message));
  }

  private static void writeFindings(RunReport report, ConsoleLines lines) throws IOException {
    List<Finding> findings = report.findings();
    if (findings.isEmpty()) {
      return;
    }
    lines.title("Noticed, nothing will be done:");
    for (FindingGroup noticed : FindingGroup.of(findings, report.plan().vocabulary())) {
      lines.line("  " + ReportTexts.number(noticed.findings().size()) + " " + noticed.title());
      lines.few(noticed.findings(), FINDINGS, FindingGroup::line);
    }
    lines.blank();
  }

  private static void writeProblems(RunFacts facts, ConsoleLines lines) throws IOException {
    List<Problem> problems = facts.problems();
    int rejected = facts.rejected().values().stream().mapToInt(Integer::intValue).sum();
    if (problems.isEmpty() && rejected == 0) {
      return;
    }
    String rows =
        rejected == 0 ? "" : ", " + ReportTexts.counted(rejected, "row", "rows") + " set aside";
    String title =
        ReportTexts.counted(problems.size(), "problem", "problems")
            + rows
            + ReportTexts.alone(facts);
    lines.line(lines.palette().mark(Mark.DECIDE, "! " + title).and(":"));
    lines.few(ProblemGroup.of(problems), PROBLEMS, ProblemGroup::toString);
    lines.blank();
  }

  private static void writeViolations(RunReport report, ConsoleLines lines) throws IOException {
    if (report.facts().violations().isEmpty()) {
      return;
    }
    for (Violation violation : report.facts().violations()) {
      lines.line(lines.palette().mark(Mark.DECIDE, "! " + violation.message()));
    }
    int held = report.counts().in(OperationState.HELD);
    if (held > 0) {
      lines.line("  " + ReportTexts.counted(held, "operation", "operations") + " held back.");
    }
    lines.blank();
  }

  private static void writeNotes(List<String> notes, ConsoleLines lines) throws IOException {
    for (String note : notes) {
      lines.line(note);
    }
    if (!notes.isEmpty()) {
      lines.blank();
    }
  }
}
