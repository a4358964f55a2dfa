package dev.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.rollcall.sandbox.FaultDraft;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What commands end with where stdout takes no more. */
class LostResultTest {

  private static final String FULL = "No space left on device";
  private static final String TOLD =
      "rollcall: the result could not be written to stdout: the disk is full";

  @TempDir Path folder;
  private Workbench bench;

  @BeforeEach
  void open() {
    bench = new Workbench(folder);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  /** A disk with room for so many bytes. */
  private static final class Full extends OutputStream {

    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final String words;
    private int room;

    Full(String words, int room) {
      this.words = words;
      this.room = room;
    }

    @Override
    public void write(int b) throws IOException {
      if (room == 0) {
        // Somebody else makes room, a little later.
        room = 1000;
        throw new IOException(words);
      }
      room--;
      kept.write(b);
    }
  }

  private static Ran run(Full out, String... line) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream said = new PrintStream(err, true, StandardCharsets.UTF_8);
    int code = Main.run(new Terminal(out, said, false, Map.of()), line);
    return new Ran(
        code, out.kept.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private String[] line(String command) {
    return Stream.of(command.split(" "))
        .map(word -> word.equals("JOB") ? bench.job.toString() : word)
        .map(word -> word.replace("FOLDER", folder.toString()))
        .toArray(String[]::new);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--version",
        "--help",
        "plan JOB",
        "plan JOB --format json --detailed-exitcode",
        "validate JOB",
        "roster JOB --format csv",
        "explain JOB bob@example.com",
        "catalog JOB",
        "catalog JOB --definitions",
        "export JOB --out - --quiet",
        "export JOB --out FOLDER/all.csv",
        "review JOB",
        "migrate-roles JOB",
        "init FOLDER/people.csv --out FOLDER/first.yaml",
        "purge JOB --older-than 90d --yes"
      })
  void aCommandWhoseResultIsLostEndsWithFiveAndOneLineThatSaysSo(String command) {
    Ran ran = run(new Full(FULL, 7), line(command));

    assertThat(ran.code()).as(ran.toString()).isEqualTo(5);
    assertThat(ran.complaints()).containsOnlyOnce(TOLD);
  }

  @Test
  void aListOfRunsThatIsLostIsNoList() {
    bench.run("sync");

    Ran ran = run(new Full(FULL, 7), line("runs --repository jdbc:h2:file:FOLDER/runs"));

    assertThat(ran.code()).as(ran.toString()).isEqualTo(5);
    assertThat(ran.complaints()).containsOnlyOnce(TOLD);
  }

  @Test
  void nothingIsWrittenBehindWhatWasLost() {
    String whole = bench.run("roster", "--format", "csv").out();

    Ran ran = run(new Full(FULL, 40), line("roster JOB --format csv"));

    assertThat(ran.out()).isEqualTo(whole.substring(0, 40));
  }

  @Test
  void whatIsGraverThanALostResultHolds() {
    bench.sandbox.fail(
        FaultDraft.status("GET", "/api/user_groups", 200)
            .withBody("{\"data\":[],\"total\":7}")
            .always()
            .made());

    Ran ran = run(new Full(FULL, 0), line("catalog JOB"));

    assertThat(ran.code()).as(ran.toString()).isEqualTo(9);
  }

  @Test
  void theExitCodeOfARunIsAboutTheRunWhichIsDoneAndToldInItsReport() {
    bench.joined("flo@example.com,Flo Ray,active,Member,Member,Finance,");

    Ran ran = run(new Full(FULL, 0), line("sync JOB"));

    assertThat(ran.code()).as(ran.toString()).isZero();
    assertThat(ran.complaints()).containsExactly(TOLD);
    assertThat(bench.mails()).containsExactly("flo@example.com");
    assertThat(bench.report().path("exit_code").asInt()).isZero();
  }

  @Test
  void aReaderThatHasSeenEnoughIsNoLoss() {
    Ran ran = run(new Full("Broken pipe", 100), line("plan JOB"));

    assertThat(ran.code()).as(ran.toString()).isZero();
    assertThat(ran.complaints()).isEmpty();
  }

  @Test
  void aLostWordOnStderrChangesNothing() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream lost = new PrintStream(new Full(FULL, 0), true, StandardCharsets.UTF_8);

    int code = Main.run(new Terminal(out, lost, false, Map.of()), line("plan JOB"));

    assertThat(code).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("Plan: ");
  }

  @Test
  void aRealProcessEndsSoWhereStdoutIsFullOrClosedOrNobodyReadsIt() {
    assumeThat(Path.of("/dev/full")).exists();
    RealShell shell = new RealShell(folder);

    RealShell.Running full = shell.startBy("exec \"$@\" > /dev/full", "--version");
    RealShell.Running closed = shell.startBy("exec \"$@\" >&-", "roster", "job.yaml");
    RealShell.Running unread =
        shell.startBy("{ \"$@\"; echo \"ended with $?\" >&2; } | true", "roster", "job.yaml");

    assertThat(full.exitCode()).as(full.told()).isEqualTo(5);
    assertThat(full.stderr()).isEqualTo(TOLD + "\n");
    assertThat(closed.exitCode()).as(closed.told()).isEqualTo(5);
    assertThat(closed.stderr())
        .endsWith("rollcall: the result could not be written to stdout: it is closed\n");
    assertThat(unread.exitCode()).isZero();
    unread.until("its code is there", () -> unread.stderr().contains("ended with"));
    assertThat(unread.stderr()).endsWith("ended with 0\n").doesNotContain("could not be written");
  }
}
