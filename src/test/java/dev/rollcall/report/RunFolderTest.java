package dev.rollcall.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.apply.RunId;
import dev.rollcall.security.AddressTrace;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {

  private static final RunId RUN = new RunId("20261122-033101-7f3a");
  private static final AddressTrace ANA = AddressTrace.of("ana@example.com");

  @TempDir Path reports;

  private Path file(String name, String text) throws IOException {
    Path folder = Files.createDirectories(reports.resolve(RUN.value()));
    return Files.writeString(folder.resolve(name), text);
  }

  private Path json(String run) throws IOException {
    return file(
        "report.json", "{\"format_version\":\"1.0\",\"run\":\"" + run + "\",\"job\":\"a\"}");
  }

  private RunFolder folder() {
    return RunFolder.of(reports, RUN);
  }

  @Test
  void deletesWhatARunHasWrittenAndNothingElse() throws IOException {
    json(RUN.value());
    file("report.html", "");
    file("operations.csv", "");
    file("rejects-hr.csv", "");
    Path notes = file("notes.txt", "somebody's own");
    Path elsewhere = Files.writeString(reports.resolve("precious.csv"), "somebody's own");
    Path link =
        Files.createSymbolicLink(notes.resolveSibling("rejects.csv"), elsewhere.toAbsolutePath());
    Files.createDirectory(notes.resolveSibling("rejects-folder.csv"));

    assertThat(folder().hasOthers()).isTrue();
    assertThat(folder().delete(folder().files())).isFalse();

    assertThat(notes).exists();
    assertThat(link).isSymbolicLink();
    assertThat(elsewhere).hasContent("somebody's own");
    try (var left = Files.list(notes.getParent())) {
      assertThat(left).hasSize(3);
    }
  }

  @Test
  void goesWithItsLastFile() throws IOException {
    json(RUN.value());

    assertThat(folder().hasOthers()).isFalse();
    assertThat(folder().delete(folder().files())).isTrue();

    assertThat(folder().path()).doesNotExist();
    assertThat(folder().exists()).isFalse();
  }

  @Test
  void isSomebodyElsesWhereTheReportIsOfAnotherRunOrTheFolderIsALink() throws IOException {
    json("20261122-033101-0000");
    assertThat(folder().exists()).isFalse();

    Path other = Files.createDirectory(reports.resolve("other"));
    Files.createSymbolicLink(reports.resolve("20261122-033101-1111"), other);
    assertThat(RunFolder.in(reports)).isEmpty();
  }

  @Test
  void tellsWhoseItIsAndHowOld() throws IOException {
    json(RUN.value());
    Files.createDirectory(reports.resolve("99999999-999999-0000"));

    assertThat(RunFolder.in(reports)).hasSize(2);
    assertThat(folder().job()).contains("a");
    assertThat(folder().started()).contains(Instant.parse("2026-11-22T03:31:01Z"));
    assertThat(RunFolder.of(reports, new RunId("99999999-999999-0000")).started()).isEmpty();
    assertThat(RunFolder.in(reports.resolve("none"))).isEmpty();
  }

  @Test
  void findsTheFilesThatTellOfAnAddress() throws IOException {
    json(RUN.value());
    Path html = file("report.html", "<td>Ana&#64;Example.com</td>");
    Path csv = file("operations.csv", "diana@example.com");
    Path with = csv.resolveSibling("rejects.xlsx");
    Path without = csv.resolveSibling("rejects-hr.xlsx");
    Path locked = file("rejects-contractors.xlsx", "\u00d0\u00cf\u0011 nobody can look into this");
    zip(with, "<si><t>ANA@example.com</t></si>");
    zip(without, "<si><t>bob@example.com</t></si>");

    assertThat(folder().filesAbout(ANA)).containsExactlyInAnyOrder(html, with, locked);
  }

  private static void zip(Path file, String text) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
      zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
      zip.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }
}
