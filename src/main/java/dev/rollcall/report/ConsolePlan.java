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
import dev.rollcall.report.Described.Mark;
import dev.rollcall.safety.Violation;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

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
    Lines lines = new Lines(out, style);
    writeHead(report, lines);
    writeSubjects(report, lines);
    writeFindings(report, lines);
    writeProblems(report.facts(), lines);
    writeViolations(report, lines);
    writeNotes(report.facts().notes(), lines);
    lines.title(report.tally().toString());
    lines.line(Phrases.price(report));
  }

  private static void writeHead(RunReport report, Lines lines) throws IOException {
    RunHead head = report.head();
    lines.title(
        "%s on %s%s, planned %s%s"
            .formatted(
                head.job(),
                head.workspace(),
                head.mode() == RunHead.Mode.ONBOARD ? ", onboarding" : "",
                Phrases.time(report.plan().madeAt()),
                head.run().map(RunId::value).map(id -> ", run " + id).orElse("")));
    lines.blank();
  }

  private void writeSubjects(RunReport report, Lines lines) throws IOException {
    List<Subject> subjects = Subject.of(report.operations());
    for (Subject subject : subjects.subList(0, Math.min(style.people(), subjects.size()))) {
      writeSubject(subject, report.plan().tenant(), lines);
    }
    if (subjects.size() > style.people()) {
      lines.line(lines.palette().faint(lines.rest(subjects.size() - style.people())));
    }
    if (!subjects.isEmpty()) {
      lines.blank();
    }
  }

  private static void writeSubject(Subject subject, Noun tenant, Lines lines) throws IOException {
    Palette palette = lines.palette();
    Mark mark = subject.mark();
    lines.line(palette.mark(mark, mark.sign() + " ").and(palette.strong(subject.title())));
    for (OperationRecord record : subject.operations()) {
      lines.line(operation(record, tenant, palette));
    }
  }

  private static Styled operation(OperationRecord record, Noun tenant, Palette palette) {
    Described described = Described.of(record.planned().operation(), tenant);
    boolean held = Subject.needsDecision(record);
    Styled line =
        palette.mark(
            held ? Mark.DECIDE : described.mark(),
            (held ? "! " : "") + described.mark().sign() + " " + described.what());
    return Styled.plain("    ")
        .and(line)
        .and("  ")
        .and(palette.faint(why(record.planned())))
        .and(standing(record, palette));
  }

  /** {@code [mover: people.csv:18 (DEV role), rule Finance]}, with the note after the reason. */
  static String why(PlannedOperation planned) {
    List<String> because = new ArrayList<>();
    if (!planned.origin().isEmpty()) {
      because.add(planned.origin());
    }
    if (!planned.rule().isEmpty()) {
      because.add("rule " + planned.rule());
    }
    String note = planned.note().isEmpty() ? "" : ", " + planned.note();
    String reason = Phrases.words(planned.reason()) + note;
    return "[" + reason + (because.isEmpty() ? "" : ": " + String.join(", ", because)) + "]";
  }

  /** What has become of it so far; nothing while it waits to be sent. */
  private static Styled standing(OperationRecord record, Palette palette) {
    String message = record.message();
    OperationState state = record.state();
    if (state == OperationState.PENDING) {
      return Styled.plain("");
    }
    if (state == OperationState.HELD) {
      return palette.mark(Mark.DECIDE, "  held back by " + message);
    }
    String seen =
        record.verification() == Verification.UNREAD
            ? ""
            : ", " + Phrases.words(record.verification());
    return Styled.plain(
        "  " + Phrases.words(state) + seen + (message.isEmpty() ? "" : ": " + message));
  }

  private static void writeFindings(RunReport report, Lines lines) throws IOException {
    List<Finding> findings = report.facts().findings();
    if (findings.isEmpty()) {
      return;
    }
    lines.title("Noticed, nothing will be done:");
    for (Noticed noticed : Noticed.of(findings, report.plan().vocabulary())) {
      lines.line("  " + Phrases.number(noticed.findings().size()) + " " + noticed.title());
      lines.few(noticed.findings(), FINDINGS, Noticed::line);
    }
    lines.blank();
  }

  private static void writeProblems(RunFacts facts, Lines lines) throws IOException {
    List<Problem> problems = facts.problems();
    int rejected = facts.rejected().values().stream().mapToInt(Integer::intValue).sum();
    if (problems.isEmpty() && rejected == 0) {
      return;
    }
    String rows =
        rejected == 0 ? "" : ", " + Phrases.counted(rejected, "row", "rows") + " set aside";
    String title =
        Phrases.counted(problems.size(), "problem", "problems") + rows + Phrases.alone(facts);
    lines.line(lines.palette().mark(Mark.DECIDE, "! " + title).and(":"));
    lines.few(ProblemGroup.of(problems), PROBLEMS, ProblemGroup::toString);
    lines.blank();
  }

  private static void writeViolations(RunReport report, Lines lines) throws IOException {
    if (report.facts().violations().isEmpty()) {
      return;
    }
    for (Violation violation : report.facts().violations()) {
      lines.line(lines.palette().mark(Mark.DECIDE, "! " + violation.message()));
    }
    int held = report.counts().in(OperationState.HELD);
    if (held > 0) {
      lines.line("  " + Phrases.counted(held, "operation", "operations") + " held back.");
    }
    lines.blank();
  }

  private static void writeNotes(List<String> notes, Lines lines) throws IOException {
    for (String note : notes) {
      lines.line(note);
    }
    if (!notes.isEmpty()) {
      lines.blank();
    }
  }
}
