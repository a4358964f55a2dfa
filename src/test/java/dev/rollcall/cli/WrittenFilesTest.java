package dev.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What commands write over where they are asked for a file, and what they leave alone. */
class WrittenFilesTest {

  @TempDir Path folder;
  private Workbench bench;

  @BeforeEach
  void open() {
    bench = new Workbench(folder);
    bench.joined("flo@example.com,Flo Ray,active,Member,Member,Finance,");
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private void refused(String why, String command, String... options) {
    bench.forget();
    Ran ran = bench.run(command, options);
    assertThat(ran.code()).as(ran.toString()).isEqualTo(5);
    assertThat(ran.complaints()).singleElement().asString().contains(why);
    assertThat(bench.requests()).isEmpty();
  }

  private String out(String name) {
    return "--out=" + folder.resolve(name);
  }

  private String text(String name) throws IOException {
    return Files.readString(folder.resolve(name));
  }

  @Test
  void aPlanIsSavedOverAPlanAndOverNothingElse() throws IOException {
    bench.write("mine.json", "{}").write("empty.json", "");
    assertThat(bench.run("plan", out("plan.json")).code()).isZero();
    String first = text("plan.json");
    bench.joined("gus@example.com,Gus Day,active,Member,Member,,");

    assertThat(bench.run("plan", out("plan.json")).code()).isZero();
    assertThat(bench.run("plan", out("empty.json")).code()).isZero();
    refused("is there already, and is no saved plan", "plan", out("mine.json"));

    assertThat(text("plan.json")).isNotEqualTo(first).contains("gus@example.com");
    assertThat(text("empty.json")).contains("gus@example.com");
    assertThat(text("mine.json")).isEqualTo("{}");
    assertThat(bench.run("plan", out("mine.json"), "--force").code()).isZero();
    assertThat(text("mine.json")).contains("gus@example.com");
  }

  @Test
  void noCommandWritesOverTheJobItsRostersOrItsSecretsHoweverItIsForced() throws IOException {
    List<String> needed = List.of("job.yaml", "people.csv", "token-dev", "runs.mv.db");
    bench.run("sync");
    Files.createSymbolicLink(folder.resolve("link.json"), bench.job);
    Files.createLink(folder.resolve("review.csv"), folder.resolve("people.csv"));

    for (String name : Stream.concat(needed.stream(), Stream.of("link.json")).toList()) {
      byte[] before = Files.readAllBytes(folder.resolve(name));
      String why = "is the job itself, or a file that it needs";
      refused(why, "plan", out(name), "--force");
      refused(why, "catalog", "--definitions", out(name), "--force");
      refused(why, "export", out("new.csv"), "--job-file=" + folder.resolve(name), "--force");
      assertThat(folder.resolve(name)).hasBinaryContent(before);
    }
    refused("is the job itself, or a file that it needs", "review", out("review.csv"), "--force");
  }

  @Test
  void aRosterInAFolderIsOneThatTheJobNeeds() throws IOException {
    Files.createDirectory(folder.resolve("rosters"));
    Files.move(folder.resolve("people.csv"), folder.resolve("rosters/june.csv"));
    Files.writeString(bench.job, bench.jobText().replace("path: people.csv", "path: rosters"));

    refused("or a file that it needs", "plan", out("rosters/june.csv"), "--force");
    assertThat(bench.run("export", out("rosters/june.csv"), "--force").code()).isZero();
  }

  @Test
  void whatReviewersHaveDecidedStaysUnlessItIsForced() throws IOException {
    assertThat(bench.run("review", out("review.csv")).code()).isZero();
    String decided = text("review.csv") + "weeks of work\n";
    bench.write("review.csv", decided);

    refused("is there already; name another, or say --force", "review", out("review.csv"));
    assertThat(text("review.csv")).isEqualTo(decided);

    assertThat(bench.run("review", out("review.csv"), "--force").code()).isZero();
    assertThat(text("review.csv")).doesNotContain("weeks of work");
  }

  @Test
  void aPlaceThatThereIsNotIsSaidBeforeAnybodyIsAsked() {
    String why = "has no folder to be in; make it, or name another";

    refused(why, "plan", out("none/plan.json"));
    refused(why, "review", out("none/review.csv"));
    refused(why, "catalog", "--definitions", out("none/roles.yaml"));
    refused("is a folder; name a file in it", "plan", "--out=" + folder);
  }

  @Test
  void aFirstJobFileIsNotWrittenOverTheRosterThatItIsMadeFrom() throws IOException {
    String roster = folder.resolve("people.csv").toString();
    String before = text("people.csv");

    Ran ran = Shell.run("init", roster, "--out", roster, "--force");

    assertThat(ran.code()).as(ran.toString()).isEqualTo(5);
    assertThat(ran.err()).contains("a file that it needs");
    assertThat(text("people.csv")).isEqualTo(before);
  }

  @Test
  void aRealProcessThatMayWriteNoLargeFileLeavesNothingOfIt() throws IOException {
    RealShell shell = new RealShell(folder);

    for (String command : List.of("plan", "review")) {
      String file = folder.resolve(command + ".json").toString();
      RealShell.Running ran =
          shell.startBy(
              "ulimit -f 4; exec \"$@\"", command, "job.yaml", "--format=json", "--out", file);

      assertThat(ran.exitCode()).as(ran.told()).isEqualTo(5);
      assertThat(ran.stderr()).contains("rollcall: --out " + file + ": could not be written: ");
    }
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(each -> each.getFileName().toString()))
          .noneMatch(name -> name.startsWith(".") || name.endsWith(".tmp"))
          .doesNotContain("plan.json", "review.json");
    }
  }
}
