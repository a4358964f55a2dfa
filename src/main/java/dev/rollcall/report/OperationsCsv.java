package dev.rollcall.report;

import dev.rollcall.apply.OperationRecord;
import dev.rollcall.apply.RunId;
import dev.rollcall.model.Noun;
import dev.rollcall.plan.PlannedOperation;
import dev.rollcall.security.SheetCells;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * {@code operations.csv}: the audit trail, one row an operation, whatever became of it.
 *
 * <p>People open it in a spreadsheet, so a cell that would be taken for a formula gets an
 * apostrophe in front, and what would hide in a cell is shown.
 */
public final class OperationsCsv implements ReportWriter {

  private static final List<String> COLUMNS =
      List.of(
          "run",
          "sequence",
          "stage",
          "kind",
          "subject",
          "target",
          "before",
          "after",
          "reason",
          "origin",
          "rule",
          "state",
          "verification",
          "attempts",
          "message",
          "sent_at",
          "changed_at",
          "note");

  @Override
  public void write(RunReport report, Writer out) throws IOException {
    String run = report.head().run().map(RunId::value).orElse("");
    out.write(SheetCells.row(COLUMNS));
    for (OperationRecord record : report.operations()) {
      out.write(SheetCells.row(cells(run, record, report.plan().tenant())));
    }
  }

  private static List<String> cells(String run, OperationRecord record, Noun tenant) {
    PlannedOperation planned = record.planned();
    OperationSummary described = OperationSummary.of(planned.operation(), tenant);
    String[] cells = {
      run,
      Integer.toString(planned.sequence()),
      ReportTexts.key(planned.stage()),
      described.kind(),
      planned.operation().assignee().label(),
      target(described),
      OperationSummary.list(described.before()),
      OperationSummary.list(described.after()),
      ReportTexts.key(planned.reason()),
      planned.origin(),
      planned.rule(),
      ReportTexts.key(record.state()),
      ReportTexts.key(record.verification()),
      Integer.toString(record.attempts()),
      record.message(),
      record.sentAt().map(Instant::toString).orElse(""),
      record.changedAt().toString(),
      planned.note()
    };
    return Arrays.stream(cells).map(SheetCells::shown).toList();
  }

  /** What a change is on, where it is on one thing. */
  private static String target(OperationSummary described) {
    return described.after().isEmpty()
        ? described.before().size() == 1 ? described.before().get(0).on().toString() : ""
        : described.after().size() == 1 ? described.after().get(0).on().toString() : "";
  }
}
