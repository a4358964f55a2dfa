package dev.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What must be written last is tried first; a repository of no use is told in our words. */
class RepositoryTroubleTest {

  private static final String JOINER = "flo@example.com,Flo Ray,active,Member,Member,Finance,";

  @TempDir Path folder;
  private Workbench bench;

  @BeforeEach
  void open() {
    bench = new Workbench(folder);
    bench.joined(JOINER);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private void refused(Ran ran, String... hints) {
    assertThat(ran.code()).as(ran.toString()).isEqualTo(5);
    assertThat(ran.complaints()).hasSize(1);
    assertThat(ran.err()).contains(hints);
    assertThat(ran.all())
        .doesNotContainIgnoringCase("exception", "mvstore", "hikari", "flyway", "[2.4");
    assertThat(bench.writes()).isEmpty();
    assertThat(bench.mails()).isEmpty();
  }

  @Test
  void nothingIsSentWhereNoReportCanBeWritten() throws IOException {
    Path plan = folder.resolve("plan.json");
    assertThat(bench.run("plan", "--out", plan.toString()).code()).isZero();
    Path reports = Files.writeString(folder.resolve("reports"), "a file");
    String hint = reports + " is a file, not a folder";

    refused(bench.run("sync"), "no report could be written there", hint);
    refused(bench.run("sync", "--set", "report.folder=/proc/rollcall"), "/proc/rollcall/");
    refused(Shell.run("apply", plan.toString(), bench.job.toString()), hint);
    assertThat(bench.look("runs").lines()).hasSizeLessThan(2);

    Files.delete(reports);
    // The plan was not used up by what did not come about.
    assertThat(Shell.run("apply", plan.toString(), bench.job.toString()).code()).isZero();
    assertThat(bench.mails()).containsExactly("flo@example.com");
  }

  @Test
  void aRerunProvesItToo() throws IOException {
    String admin = "%s@example.com,New Admin,active,Environment admin,Member,,";
    bench.joined(admin.formatted("kim"), admin.formatted("lee"), admin.formatted("mo"));
    assertThat(bench.run("sync").code()).isEqualTo(4);
    Path reports = folder.resolve("reports");
    Files.move(reports, folder.resolve("former"));
    Files.writeString(reports, "a file");

    refused(bench.look("rerun"), reports + " is a file, not a folder");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/proc/rollcall/runs", "/sys/runs", "%s/token-dev/runs"})
  void nothingIsSentWhereNoRepositoryCanBeMade(String path) {
    String url = "jdbc:h2:file:" + path.formatted(folder);

    refused(bench.run("sync", "--set", "repository=" + url), "the repository");
  }

  @Test
  void aDamagedRepositoryIsToldByAllWhoReadIt() throws IOException {
    assertThat(bench.run("sync").code()).isZero();
    bench.forget();
    Files.writeString(folder.resolve("runs.mv.db"), "no database ".repeat(5000));

    for (Ran ran :
        List.of(
            bench.run("sync"),
            bench.run("plan"),
            bench.look("runs"),
            bench.look("rerun"),
            bench.look("show", "20260301-100000-abcd"))) {
      assertThat(ran.code()).as(ran.toString()).isEqualTo(5);
      assertThat(ran.complaints())
          .singleElement()
          .asString()
          .contains("its file is damaged", "forget which invitations were sent", "audit log");
    }
    assertThat(bench.writes()).isEmpty();
    assertThat(folder.resolve("runs.trace.db")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({"a;b, semicolon", "a;USER=c, semicolon", "a\\b, backslash"})
  void aFolderThatNoAddressOfH2CanHoldIsToldOf(String name, String what) throws IOException {
    Path odd = Files.createDirectory(folder.resolve(name));
    Files.copy(bench.job, odd.resolve("job.yaml"));
    Files.copy(folder.resolve("people.csv"), odd.resolve("people.csv"));

    for (String command : List.of("validate", "sync")) {
      refused(
          Shell.run(command, odd.resolve("job.yaml").toString()),
          "repository: its path has a " + what,
          "name a folder without one, or a link to it");
    }
  }

  /** A link that leads to itself, which not even root can follow, in place of a closed folder. */
  @Test
  void oneThatCannotBeLookedAtIsNotTakenForOneThatIsNotThere() throws IOException {
    Path closed = folder.resolve("closed");
    Files.createSymbolicLink(closed, closed);
    bench.repositoryAt("jdbc:h2:file:./closed/runs");

    for (Ran ran :
        List.of(
            bench.run("plan", "--out", folder.resolve("plan.json").toString()),
            bench.run("sync"),
            bench.run("purge", "--person", "flo@example.com", "--yes"),
            bench.run("purge", "--older-than", "1d", "--yes"),
            bench.run("review"),
            bench.run("rerun"),
            bench.look("purge", "--person", "flo@example.com", "--yes"),
            bench.look("runs"),
            bench.look("rerun"),
            bench.look("show", "20260301-100000-abcd"))) {
      refused(ran, closed.toString());
      assertThat(ran.out()).doesNotContain("Deleted", "nothing to purge", "No runs");
    }
    assertThat(folder.resolve("plan.json")).doesNotExist();
  }

  @Test
  void oneThatIsNamedIsThere() throws IOException {
    assertThat(bench.people(Workbench.EVERYBODY).run("sync").code()).isZero();
    bench.repositoryAt("jdbc:h2:file:./rums");
    String hint =
        "--repository: there is no repository at "
            + bench.repository()
            + "; did you mean \"runs\"?";

    refused(bench.look("runs"), hint);
    refused(bench.look("rerun"), hint);
    refused(bench.look("show", "20260301-100000-abcd"), hint);
    refused(bench.look("purge", "--older-than", "1d", "--yes"), hint);
    refused(bench.look("purge", "--person", "flo@example.com", "--yes"), hint);
    refused(
        Shell.in(Map.of("ROLLCALL_REPOSITORY", "jdbc:h2:file:" + folder + "/no/runs"), "runs"),
        "ROLLCALL_REPOSITORY: there is no repository at",
        "the folder " + folder + "/no does not exist either");
  }

  @Test
  void anEncryptedRepositoryKeepsEverythingToItself() throws IOException {
    Path one = Files.writeString(folder.resolve("token-file"), Shell.MARKER + "1\n");
    Path two = Files.writeString(folder.resolve("token-user"), Shell.MARKER + "2\n");
    String url =
        "jdbc:h2:file:%s;CIPHER=AES;USER=keeper;PASSWORD=${file:%s} ${file:%s}"
            .formatted(folder.resolve("runs"), one, two);
    bench.write("job.yaml", bench.jobText().replace("jdbc:h2:file:./runs", "\"" + url + "\""));

    assertThat(bench.run("sync", "--no-changes").code()).isZero();
    assertThat(bench.run("plan").code()).isZero();
    Ran runs = Shell.run("runs", "--repository=" + url);
    assertThat(runs.out()).contains("small");
    String run = bench.newestReport().getFileName().toString();
    assertThat(Shell.run("show", run, "--repository=" + url).out()).contains("flo@example.com");
    assertThat(Shell.run("rerun", "--repository=" + url).code()).isZero();
    assertThat(bench.mails()).containsExactly("flo@example.com");

    String bytes = Files.readString(folder.resolve("runs.mv.db"), StandardCharsets.ISO_8859_1);
    assertThat(bytes).startsWith("H2encrypt").doesNotContain("@example.com", "Flo Ray", "Finance");

    Files.writeString(one, Shell.MARKER + "3\n");
    bench.forget();
    Ran wrong = bench.run("sync");
    assertThat(wrong.code()).as(wrong.toString()).isEqualTo(5);
    assertThat(wrong.err()).contains("its file is encrypted, with another password");
    assertThat(bench.writes()).isEmpty();
  }

  @Test
  void aServerThatIsNotThereIsUnavailable() {
    Ran ran = bench.run("sync", "--set", "repository=jdbc:postgresql://127.0.0.1:1/runs?user=u");

    assertThat(ran.code()).as(ran.toString()).isEqualTo(9);
    assertThat(ran.complaints()).singleElement().asString().contains("it cannot be reached");
    assertThat(bench.requests()).isEmpty();
  }
}
