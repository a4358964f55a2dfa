package dev.rollcall.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.apply.OperationRecord;
import dev.rollcall.apply.RunId;
import dev.rollcall.apply.RunRecord;
import dev.rollcall.safety.LeftAlone;
import dev.rollcall.testing.Reports;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class RunsTableTest {

  @TempDir Path folder;

  @Test
  void runsReadAsATable() throws IOException {
    StringWriter out = new StringWriter();

    RunsTable.writeText(List.of(unfinished(), finished()), out);

    assertThat(out.toString())
        .isEqualTo(
            """
        RUN                   JOB      KIND  STARTED                  STATE       EXIT  APPLIED         HELD  LEFT OVER  LEFT ALONE
        20261122-033101-7f3a  nightly  sync  2026-11-22 03:31:01 UTC  unfinished  -     4 of 9          1     5          0
        20261121-033100-00aa  nightly  sync  2026-11-22 03:31:01 UTC  finished    0     1,984 of 1,984  0     0          0
        """);
  }

  @Test
  void anEmptyListSaysSo() throws IOException {
    StringWriter out = new StringWriter();

    RunsTable.writeText(List.of(), out);

    assertThat(out.toString()).isEqualTo("No runs yet.\n");
  }

  @Test
  void runsReadAsJson() throws IOException {
    StringWriter out = new StringWriter();

    RunsTable.writeJson(List.of(unfinished()), out);

    JsonMapper json = JsonMapper.builder().build();
    assertThat(json.readTree(out.toString()))
        .isEqualTo(
            json.readTree(
                """
                {
                  "format_version": "2.5",
                  "runs": [ {
                    "run": "20261122-033101-7f3a",
                    "job": "nightly",
                    "workspace": "example.com/1",
                    "mode": "sync",
                    "state": "unfinished",
                    "started": "2026-11-22T03:31:01Z",
                    "ended": null,
                    "exit_code": null,
                    "planned": 9, "applied": 4, "held": 1, "left_over": 5, "left_alone": 0
                  } ]
                }
                """));
  }

  @Test
  void writtenReportsTellTheSameWhileTheRepositoryIsLocked() throws IOException {
    new ReportFolder(folder).write(Reports.troubled(), List.of(ReportFolder.Format.JSON));

    WrittenReports.Listing listing = WrittenReports.list(folder);

    assertThat(listing.problems()).isEmpty();
    assertThat(listing.runs())
        .containsExactly(
            new RunLine(
                "20261122-033101-7f3a",
                "nightly",
                "example.com/1",
                "sync",
                "reported",
                Reports.START,
                Optional.of(Reports.START.plusSeconds(95)),
                Optional.of(4),
                new RunLine.Done(9, 4, 1, 5, 1)));
    assertThat(WrittenReports.find(folder, Reports.RUN, ReportFolder.Format.JSON)).isPresent();
    assertThat(WrittenReports.find(folder, Reports.RUN, ReportFolder.Format.HTML)).isEmpty();
  }

  @Test
  void aFolderThatCannotBeLookedAtIsNotTakenForAnEmptyOne() throws IOException {
    Path closed = folder.resolve("closed");
    Files.createSymbolicLink(closed, closed);

    assertThat(WrittenReports.list(closed).problems()).hasSize(1);
    assertThat(WrittenReports.list(folder.resolve("none")).problems()).isEmpty();
  }

  @Test
  void aReportThatCannotBeReadIsNamedAndTheOthersAreListed() throws IOException {
    new ReportFolder(folder).write(Reports.applied(), List.of(ReportFolder.Format.JSON));
    write("broken", "{ \"format_version\": \"1.0\", \"run\"");
    write("foreign", "{ \"format_version\": \"9.0\", \"operations\": [] }");
    write("array", "[]");
    Files.createDirectory(folder.resolve("empty"));

    WrittenReports.Listing listing = WrittenReports.list(folder);

    assertThat(listing.runs()).hasSize(1);
    assertThat(listing.problems()).hasSize(3);
  }

  @Test
  void aFolderThatIsNotThereHasNoRuns() {
    assertThat(WrittenReports.list(folder.resolve("none")).runs()).isEmpty();
  }

  private void write(String run, String text) throws IOException {
    Files.createDirectory(folder.resolve(run));
    Files.writeString(folder.resolve(run).resolve("report.json"), text);
  }

  private static RunLine unfinished() {
    return RunLine.of(
        record(Reports.RUN, RunRecord.State.UNFINISHED, Optional.empty()),
        Reports.troubled().operations().stream().map(OperationRecord::result).toList(),
        LeftAlone.NOBODY);
  }

  private static RunLine finished() {
    return RunLine.of(
        record(new RunId("20261121-033100-00aa"), RunRecord.State.FINISHED, Optional.of(0)),
        Reports.big(1984).operations().stream().map(OperationRecord::result).toList(),
        LeftAlone.NOBODY);
  }

  private static RunRecord record(RunId id, RunRecord.State state, Optional<Integer> exit) {
    return new RunRecord(
        id,
        "nightly",
        "jobs/nightly.yaml",
        "example.com/1",
        "digest",
        "",
        state,
        Reports.START,
        exit.map(code -> Reports.START.plusSeconds(95)),
        exit,
        true);
  }
}
