package dev.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever can write into the table of runs says neither where tokens go nor what is opened. */
class RememberedRunTest {

  private static final String ADMINISTRATORS =
      Workbench.EVERYBODY
          .replace("Cy Moe,active,Member", "Cy Moe,active,Environment admin")
          .replace("Dee Poe,active,Member", "Dee Poe,active,Environment admin")
          .replace("Bob Roy,active,Member", "Bob Roy,active,Environment admin");

  @TempDir Path folder;
  private Workbench bench;

  @BeforeEach
  void open() {
    bench = new Workbench(folder);
    bench.people(ADMINISTRATORS);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void ofOverridesOnlyThoseAreKeptThatSayHowFarARunMayGo() throws SQLException {
    heldBack(
        "--set", "target.batch=50", "--set", "safety.seats=90", "--set", "report.folder=elsewhere");

    assertThat(column("flags").lines())
        .containsExactly(
            "--set-again=target.batch", "--set=safety.seats=90", "--set-again=report.folder");
    assertThat(column("inputs")).doesNotContain("--set", "target.batch");
    refused(bench.look("rerun"), "--set target.batch", "--set report.folder");

    Ran again =
        bench.look(
            "rerun",
            "--set=target.batch=50",
            "--set=report.folder=elsewhere",
            "--allow=admin-grants=3");

    assertThat(again.code()).as(again.toString()).isZero();
    assertThat(again.out()).contains("Applied 3 of 3");
  }

  @Test
  void anOverrideThatSomebodyWroteIntoTheTableIsNotObeyed() throws SQLException {
    heldBack();
    try (Deaf elsewhere = new Deaf()) {
      Path marker = folder.resolve("marker");
      for (String flag :
          List.of(
              "--set=target.url=" + elsewhere.url(),
              "--set=[target].url=" + elsewhere.url(),
              "--set=target={type: workato, url: \"%s\"}".formatted(elsewhere.url()),
              "--set=target.tokens.dev=x",
              "--set=sources[hr].path=/etc/passwd",
              "--set=repository=jdbc:h2:mem:x;INIT=CALL FILE_WRITE('x', '%s')".formatted(marker),
              "--set=safety.protected=[\"${file:token-dev}\"]",
              "--set-again=target.url")) {
        set("flags", flag);

        refused(bench.look("rerun"), "--set ", "is not kept");
      }
      assertThat(elsewhere.wasAsked()).isFalse();
      assertThat(marker).doesNotExist();
    }
  }

  @Test
  void whatIsNoOptionIsRefused() throws SQLException {
    heldBack();
    for (String flag :
        List.of(
            "@/etc/passwd",
            "--help",
            "--repository=jdbc:h2:mem:x",
            "--allow=all=1",
            "--only=^a$")) {
      set("flags", flag);

      Ran ran = bench.look("rerun");

      assertThat(ran.code()).as(ran.toString()).isEqualTo(5);
      assertThat(bench.requests()).isEmpty();
    }
  }

  @Test
  void aJobFileThatIsNotThatOfTheRunIsNotBelieved() throws SQLException {
    heldBack();
    try (Deaf elsewhere = new Deaf()) {
      String evil = bench.jobText().replaceAll("http://127.0.0.1:\\d+", elsewhere.url());
      bench.write("name.yaml", evil.replace("name: small", "name: other"));
      bench.write("repository.yaml", evil.replace("./runs", "./others"));
      for (String name : List.of("name.yaml", "repository.yaml", "nowhere.yaml", ".", "\u0000")) {
        set("job_file", name.equals("\u0000") ? "\"no\tpath" : folder.resolve(name).toString());

        refused(bench.look("rerun"), "rollcall rerun JOB");
      }
      assertThat(elsewhere.wasAsked()).isFalse();
      assertThat(folder.resolve("others.mv.db")).doesNotExist();
    }
    Ran named = Shell.run("rerun", bench.job.toString(), "--allow=admin-grants=3");
    assertThat(named.code()).as(named.toString()).isZero();
    assertThat(named.out()).contains("Applied 3 of 3");
  }

  @Test
  void anUnfinishedRunGoesOnWithItsPlanWhenAllIsGivenAgain() throws SQLException {
    bench.joined("flo@example.com,Flo Ray,active,Member,,Finance,");
    assertThat(bench.run("sync", "--set", "target.batch=50", "--only", "flo@*").code()).isZero();
    String run = column("id");
    set("state", "UNFINISHED");
    bench.forget();

    refused(bench.run("sync", "--run", run, "--only", "flo@*"), "--set target.batch");
    Ran again = bench.run("sync", "--run", run, "--only", "flo@*", "--set", "target.batch=50");

    assertThat(again.code()).as(again.toString()).isZero();
    assertThat(again.out()).contains("run " + run);
    assertThat(bench.mails()).containsExactly("flo@example.com");
  }

  @Test
  void aRunOfASavedPlanNeverDoesAnythingElse() throws SQLException {
    bench.joined("flo@example.com,Flo Ray,active,Member,,Finance,");
    Path plan = folder.resolve("plan.json");
    assertThat(bench.run("plan", "--out", plan.toString()).code()).isZero();
    assertThat(Shell.run("apply", plan.toString(), bench.job.toString()).code()).isZero();
    assertThat(column("flags")).isEqualTo("--reviewed");
    bench.joined("gus@example.com,Gus Orr,active,Member,,,");
    set("state", "UNFINISHED");
    bench.forget();

    Ran goesOn = bench.look("rerun");
    assertThat(goesOn.code()).as(goesOn.toString()).isZero();
    assertThat(goesOn.out()).contains("flo@example.com").doesNotContain("gus@example.com");

    for (String change : List.of("plan", "inputs")) {
      set("state", "UNFINISHED");
      if (change.equals("plan")) {
        forgetThePlan();
      } else {
        set(change, "others");
      }

      Ran ran = bench.look("rerun");

      assertThat(ran.code()).as(ran.toString()).isEqualTo(7);
      assertThat(ran.complaints()).hasSize(1);
      assertThat(ran.err()).contains("saved plan", "make a new plan");
    }
    assertThat(bench.writes()).isEmpty();
    assertThat(bench.mails()).containsExactly("flo@example.com");
  }

  @Test
  void whatBatchKeepsMakesNoObjects() throws SQLException, IOException {
    bench.joined("flo@example.com,Flo Ray,active,Member,,Finance,");
    assertThat(bench.run("sync").code()).isZero();
    Path marker = Files.writeString(folder.resolve("marker"), "untouched");
    set("state", "UNFINISHED");
    execute(
        "UPDATE ROLLCALL.BATCH_JOB_EXECUTION SET STATUS = 'FAILED', EXIT_CODE = 'FAILED'",
        "UPDATE ROLLCALL.BATCH_JOB_EXECUTION_CONTEXT SET SHORT_CONTEXT ="
            + " 'rO0ABXNyAAhnLkdhZGdldAAAAAAAAAABAgAAeHA=', SERIALIZED_CONTEXT = NULL");
    bench.forget();
    Ran restarted = bench.look("rerun");
    assertThat(restarted.code()).as(restarted.toString()).isZero();

    set("state", "UNFINISHED");
    execute(
        "UPDATE ROLLCALL.BATCH_JOB_EXECUTION SET STATUS = 'FAILED', EXIT_CODE = 'FAILED'",
        "INSERT INTO ROLLCALL.BATCH_JOB_EXECUTION_PARAMS SELECT MAX(JOB_EXECUTION_ID), 'x',"
            + " 'java.io.FileOutputStream', '"
            + marker
            + "', 'N' FROM ROLLCALL.BATCH_JOB_EXECUTION");
    bench.forget();

    Ran refused = bench.look("rerun");

    assertThat(refused.code()).as(refused.toString()).isEqualTo(5);
    assertThat(refused.err()).contains("parameters of a batch job that Rollcall never writes");
    assertThat(marker).hasContent("untouched");
    assertThat(bench.writes()).isEmpty();
  }

  @Test
  void operationsThatSomebodyWroteStayWithinScope() throws SQLException {
    bench.joined("flo@example.com,Flo Ray,active,Member,,Finance,");
    assertThat(bench.run("sync", "--no-changes").code()).isZero();
    set("state", "UNFINISHED");
    execute(
        "UPDATE ROLLCALL.operations SET state = 'PENDING', attempts = 0, sent_at = NULL,"
            + " subject = 'eve@example.net',"
            + " content = REPLACE(content, 'flo@example.com', 'eve@example.net')",
        "DELETE FROM ROLLCALL.requests");
    bench.forget();

    Ran ran = bench.look("rerun", "--verbose");

    assertThat(ran.code()).as(ran.toString()).isEqualTo(3);
    assertThat(bench.writes()).isEmpty();
    assertThat(bench.mails()).containsExactly("flo@example.com");
  }

  @Test
  void valuesThatNobodyWritesAreNoBug() throws SQLException {
    assertThat(bench.run("sync").code()).isEqualTo(4);
    set("state", "NONSENSE");

    for (Ran ran : List.of(bench.look("runs"), bench.look("rerun"))) {
      assertThat(ran.code()).as(ran.toString()).isEqualTo(5);
      assertThat(ran.err()).contains("it holds values that Rollcall never writes");
    }
  }

  @Test
  void codeThatWasPutIntoTheFileIsNotRun() throws SQLException {
    assertThat(bench.run("sync").code()).isEqualTo(4);
    Path marker = folder.resolve("marker");
    execute(
        "ALTER TABLE ROLLCALL.runs RENAME TO runs0",
        "CREATE VIEW ROLLCALL.runs AS SELECT * FROM ROLLCALL.runs0"
            + " WHERE FILE_WRITE(id, '"
            + marker
            + "') >= 0");
    bench.forget();

    for (Ran ran :
        List.of(bench.look("runs"), bench.look("rerun"), bench.run("sync"), bench.run("plan"))) {
      assertThat(ran.code()).as(ran.toString()).isEqualTo(5);
      assertThat(ran.err()).contains("it holds a function, trigger, view or linked table");
    }
    assertThat(marker).doesNotExist();
    assertThat(bench.requests()).isEmpty();
  }

  @Test
  void aRunIsOnlyGoneOnWithInItsOwnWorkspace() throws SQLException {
    bench.joined("flo@example.com,Flo Ray,active,Member,,Finance,");
    assertThat(bench.run("sync").code()).isZero();
    set("state", "UNFINISHED");
    set("workspace", "127.0.0.1/7002");
    bench.forget();

    Ran ran = bench.look("rerun");

    assertThat(ran.code()).as(ran.toString()).isEqualTo(5);
    assertThat(ran.err()).contains("127.0.0.1/7001");
    assertThat(bench.writes()).isEmpty();
  }

  private void heldBack(String... options) {
    String[] all = options;
    Ran ran = bench.run("sync", all);
    assertThat(ran.code()).as(ran.toString()).isEqualTo(4);
    bench.forget();
  }

  private void refused(Ran ran, String... why) {
    assertThat(ran.code()).as(ran.toString()).isEqualTo(5);
    assertThat(ran.err()).contains(why);
    assertThat(ran.complaints()).hasSizeBetween(1, 2);
    assertThat(bench.requests()).isEmpty();
  }

  private void execute(String... statements) throws SQLException {
    try (Connection connection = connection();
        Statement statement = connection.createStatement()) {
      for (String each : statements) {
        statement.execute(each);
      }
    }
  }

  private String column(String name) throws SQLException {
    try (Connection connection = connection();
        ResultSet row =
            connection
                .createStatement()
                .executeQuery("SELECT " + name + " FROM ROLLCALL.runs ORDER BY id DESC")) {
      assertThat(row.next()).isTrue();
      return row.getString(1);
    }
  }

  private void set(String name, String value) throws SQLException {
    try (Connection connection = connection();
        PreparedStatement update =
            connection.prepareStatement("UPDATE ROLLCALL.runs SET " + name + " = ?")) {
      update.setString(1, value);
      assertThat(update.executeUpdate()).isEqualTo(1);
    }
  }

  private void forgetThePlan() throws SQLException {
    try (Connection connection = connection();
        PreparedStatement delete = connection.prepareStatement("DELETE FROM ROLLCALL.plans")) {
      assertThat(delete.executeUpdate()).isEqualTo(1);
    }
  }

  private Connection connection() throws SQLException {
    return DriverManager.getConnection(bench.repository(), "rollcall", "");
  }
}
