package dev.rollcall.report;

import static dev.rollcall.report.ReportFolder.Format.CSV;
import static dev.rollcall.report.ReportFolder.Format.HTML;
import static dev.rollcall.report.ReportFolder.Format.JSON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.model.Problem;
import dev.rollcall.testing.Reports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFolderTest {

  @TempDir Path root;

  @Test
  void aRunLeavesTheReportsThatWereAskedFor() throws IOException {
    ReportFolder folder = new ReportFolder(root.resolve("reports"));

    assertThat(folder.write(Reports.applied(), List.of(JSON, HTML, CSV, CSV))).isEmpty();

    try (Stream<Path> files = Files.list(folder.of(Reports.RUN))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("report.html", "report.json", "operations.csv");
    }
  }

  @Test
  void aDryRunLeavesNone() {
    ReportFolder folder = new ReportFolder(root.resolve("reports"));

    assertThat(folder.write(Reports.dryRun(), List.of(JSON))).isEmpty();
    assertThat(root.resolve("reports")).doesNotExist();
  }

  @Test
  void aLaterAttemptWritesOverWhatAFormerOneLeft() throws IOException {
    ReportFolder folder = new ReportFolder(root);
    folder.write(Reports.troubled(), List.of(JSON));

    assertThat(folder.write(Reports.applied(), List.of(JSON))).isEmpty();

    assertThat(Files.readString(folder.of(Reports.RUN).resolve("report.json")))
        .contains("\"code\" : 0");
  }

  @Test
  void aFolderThatCannotBeWrittenIsAProblemAndNotTheEndOfARun() throws IOException {
    Path file = Files.writeString(root.resolve("reports"), "a file, not a folder");

    List<Problem> problems = new ReportFolder(file).write(Reports.applied(), List.of(JSON, CSV));

    assertThat(problems).hasSize(2);
    assertThat(problems.get(0).what())
        .isEqualTo("the report could not be written: " + file + " is a file, not a folder");
  }

  @Test
  void aFullDiskIsNamedHoweverItWasWrapped() {
    IOException full = new IOException("No space left on device");

    List<Problem> problems =
        new ReportFolder(root)
            .write(
                Reports.RUN,
                "rejects.csv",
                out -> {
                  throw new UncheckedIOException(full);
                });

    assertThat(problems)
        .extracting(Problem::what)
        .containsExactly("the report could not be written: the disk is full");
  }

  @Test
  void aReportThatFailsHalfWayLeavesTheFormerOneAsItWas() throws IOException {
    ReportFolder folder = new ReportFolder(root);
    folder.write(Reports.RUN, "rejects.csv", out -> out.write("whole"));

    List<Problem> problems =
        folder.write(
            Reports.RUN,
            "rejects.csv",
            out -> {
              out.write("half");
              throw new IOException("no space left on device");
            });

    assertThat(problems)
        .extracting(Problem::what)
        .containsExactly("the report could not be written: the disk is full");
    assertThat(folder.of(Reports.RUN).resolve("rejects.csv")).hasContent("whole");
    try (Stream<Path> files = Files.list(folder.of(Reports.RUN))) {
      assertThat(files).hasSize(1);
    }
  }
}
