package dev.rollcall.report;

import dev.rollcall.security.PlainText;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** The list of runs, as a table for people or as JSON for machines. */
public final class RunsTable {

  private static final List<String> HEADER =
      List.of(
          "RUN",
          "JOB",
          "KIND",
          "STARTED",
          "STATE",
          "EXIT",
          "APPLIED",
          "HELD",
          "LEFT OVER",
          "LEFT ALONE");

  private RunsTable() {}

  /** Columns as wide as what is in them. */
  public static void writeText(List<RunLine> runs, Writer out) throws IOException {
    if (runs.isEmpty()) {
      out.write("No runs yet.\n");
      return;
    }
    List<List<String>> rows = new ArrayList<>();
    rows.add(HEADER);
    runs.forEach(run -> rows.add(cells(run)));
    int[] widths = new int[HEADER.size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    for (List<String> row : rows) {
      out.write(padded(row, widths).stripTrailing() + "\n");
    }
  }

  private static List<String> cells(RunLine run) {
    return Arrays.asList(
        PlainText.line(run.run()),
        PlainText.line(run.job()),
        PlainText.line(run.mode()),
        ReportTexts.time(run.started()),
        PlainText.line(run.state()),
        run.exitCode().map(String::valueOf).orElse("-"),
        ReportTexts.number(run.done().applied())
            + " of "
            + ReportTexts.number(run.done().planned()),
        ReportTexts.number(run.done().held()),
        ReportTexts.number(run.done().leftOver()),
        ReportTexts.number(run.done().leftAlone()));
  }

  private static String padded(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      line.append(row.get(i)).append(" ".repeat(widths[i] - row.get(i).length() + 2));
    }
    return line.toString();
  }

  /** An object with {@code format_version} and the array {@code runs}. */
  public static void writeJson(List<RunLine> runs, Writer out) throws IOException {
    JsonText.document(
        out,
        json -> {
          json.writeStringProperty("format_version", JsonReport.FORMAT_VERSION);
          JsonText.objects(json, "runs", runs, run -> writeRun(run, json));
        });
  }

  private static void writeRun(RunLine run, JsonGenerator json) {
    json.writeStringProperty("run", run.run());
    json.writeStringProperty("job", run.job());
    json.writeStringProperty("workspace", run.workspace());
    json.writeStringProperty("mode", run.mode());
    json.writeStringProperty("state", run.state());
    json.writeStringProperty("started", run.started().toString());
    JsonText.text(json, "ended", run.ended().map(Instant::toString));
    json.writeName("exit_code");
    if (run.exitCode().isPresent()) {
      json.writeNumber(run.exitCode().get());
    } else {
      json.writeNull();
    }
    json.writeNumberProperty("planned", run.done().planned());
    json.writeNumberProperty("applied", run.done().applied());
    json.writeNumberProperty("held", run.done().held());
    json.writeNumberProperty("left_over", run.done().leftOver());
    json.writeNumberProperty("left_alone", run.done().leftAlone());
  }
}
