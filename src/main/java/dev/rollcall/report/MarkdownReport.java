package dev.rollcall.report;

import dev.rollcall.apply.OperationRecord;
import dev.rollcall.apply.OperationState;
import dev.rollcall.apply.RunId;
import dev.rollcall.model.Noun;
import dev.rollcall.model.ProblemGroup;
import dev.rollcall.plan.Finding;
import dev.rollcall.report.OperationSummary.Mark;
import dev.rollcall.safety.Violation;
import dev.rollcall.security.PlainText;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.regex.Pattern;

/** A report as Markdown, for a review or a chat: short enough to be a comment. */
public final class MarkdownReport implements ReportWriter {

  private static final int SUBJECTS = 200;
  private static final int PROBLEMS = 50;
  private static final int FINDINGS = 10;

  /** What Markdown acts on: its signs, those at the beginning of a line, and numbers of a list. */
  private static final Pattern SPECIAL =
      Pattern.compile("[\\\\`*_{}\\[\\]#!|~$]|^[-+=:]|(?<=^\\d{1,9})[.)]");

  /** What becomes a link without any sign. */
  private static final Pattern LINK = Pattern.compile("(?i)(?<=www)\\.|:(?=//)|(?<=mailto|xmpp):");

  @Override
  public void write(RunReport report, Writer out) throws IOException {
    RunHead head = report.head();
    String run = head.run().map(RunId::value).map(id -> ", run " + id).orElse("");
    out.write("## " + text(head.job() + " on " + head.workspace() + run) + "\n\n");
    out.write("**" + report.tally() + "**\\\n" + ReportTexts.price(report) + "\n\n");
    if (head.mode() != RunHead.Mode.PLAN) {
      out.write(ConsoleSummary.applied(report.counts()) + "\n\n");
    }
    if (report.course().stopped().isPresent()) {
      out.write("Stopped early: " + text(report.course().stopped().get()) + "\n\n");
    }
    if (report.facts().leftAlone().words().isPresent()) {
      out.write(report.facts().leftAlone().words().get() + ".\n\n");
    }
    writeDecisions(report, out);
    writeChanges(report, out);
    writeFindings(report, out);
    writeList("Notes", report.facts().notes(), out);
    writeList("Next", report.course().nextSteps(), out);
  }

  private static void writeDecisions(RunReport report, Writer out) throws IOException {
    writeList(
        "Held back", report.facts().violations().stream().map(Violation::message).toList(), out);
    List<ProblemGroup> problems = ProblemGroup.of(report.facts().problems());
    writeList(
        "Problems", problems.stream().limit(PROBLEMS).map(ProblemGroup::toString).toList(), out);
    writeRest(problems.size() - PROBLEMS, out);
  }

  private static void writeChanges(RunReport report, Writer out) throws IOException {
    List<AssigneeChanges> subjects = AssigneeChanges.of(report.operations());
    if (subjects.isEmpty()) {
      return;
    }
    out.write("### Changes\n\n| | Who | What | Why | State |\n|---|---|---|---|---|\n");
    for (AssigneeChanges subject : subjects.subList(0, Math.min(SUBJECTS, subjects.size()))) {
      for (OperationRecord record : subject.operations()) {
        writeRow(subject, record, report.plan().tenant(), out);
      }
    }
    out.write("\n");
    writeRest(subjects.size() - SUBJECTS, out);
  }

  private static void writeRow(
      AssigneeChanges subject, OperationRecord record, Noun tenant, Writer out) throws IOException {
    OperationSummary described = OperationSummary.of(record.planned().operation(), tenant);
    boolean held = AssigneeChanges.needsDecision(record);
    String state =
        record.state() == OperationState.PENDING
            ? ""
            : ReportTexts.words(record.state())
                + (record.message().isEmpty() ? "" : ": " + record.message());
    char sign = held ? Mark.DECIDE.sign() : described.mark().sign();
    String who = subject.title();
    out.write(
        "| `%s` | %s | %s | %s | %s |\n"
            .formatted(
                sign,
                text(who),
                text(described.what()),
                text(ConsolePlan.why(record.planned())),
                text(state)));
  }

  private static void writeFindings(RunReport report, Writer out) throws IOException {
    List<Finding> findings = report.findings();
    if (findings.isEmpty()) {
      return;
    }
    out.write("### Noticed, nothing will be done\n\n");
    for (FindingGroup noticed : FindingGroup.of(findings, report.plan().vocabulary())) {
      out.write("* " + noticed.findings().size() + " " + noticed.title() + "\n");
      for (Finding finding : noticed.findings().stream().limit(FINDINGS).toList()) {
        out.write("  * " + text(FindingGroup.line(finding)) + "\n");
      }
      int more = noticed.findings().size() - FINDINGS;
      if (more > 0) {
        out.write("  * … and " + ReportTexts.number(more) + " more\n");
      }
    }
    out.write("\n");
  }

  private static void writeList(String title, List<String> items, Writer out) throws IOException {
    if (items.isEmpty()) {
      return;
    }
    out.write("### " + title + "\n\n");
    for (String item : items) {
      out.write("* " + text(item) + "\n");
    }
    out.write("\n");
  }

  private static void writeRest(int more, Writer out) throws IOException {
    if (more > 0) {
      out.write("… and " + ReportTexts.number(more) + " more\n\n");
    }
  }

  /** On one line, and with nothing in it that Markdown or HTML would act on. */
  public static String text(String raw) {
    String plain = PlainText.line(raw).strip();
    String harmless = SPECIAL.matcher(plain).replaceAll("\\\\$0").replace("&", "&amp;");
    return LINK.matcher(harmless)
        .replaceAll(sign -> sign.group().equals(".") ? "&#46;" : "&#58;")
        .replace("<", "&lt;")
        .replace(">", "&gt;");
  }
}
