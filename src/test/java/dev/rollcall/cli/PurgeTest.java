package dev.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.apply.Lease;
import dev.rollcall.apply.RunId;
import dev.rollcall.journal.Repository;
import dev.rollcall.journal.RepositorySettings;
import dev.rollcall.testing.Postgres;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is asked to be gone is gone, and nothing else. */
class PurgeTest {

  private static final String FLO = "flo@example.com";
  private static final String FLOS_ROW =
      "Flo@Example.COM,Flo Rayburn,active,Member,Member,Finance,";
  private static final String GUS = "gus@example.com";
  private static final String GUS_ROW = "gus@example.com,Gus Orr,active,Member,Member,,";

  enum Kept {
    IN_A_FILE,
    IN_POSTGRESQL
  }

  @TempDir Path folder;

  private Workbench bench;
  private String repository;

  @BeforeEach
  void open() {
    bench = new Workbench(folder);
    repository = bench.repository();
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private void keep(Kept kept) {
    if (kept == Kept.IN_POSTGRESQL) {
      repository = Postgres.freshDatabase();
    }
  }

  private Ran sync(String... options) {
    List<String> all = new ArrayList<>(List.of(options));
    all.add("--set=repository=" + repository);
    return bench.run("sync", all.toArray(String[]::new));
  }

  private Ran purge(String... options) {
    List<String> all = new ArrayList<>(List.of(options));
    all.add("--repository=" + repository);
    return bench.run("purge", all.toArray(String[]::new));
  }

  private Ran rerun(Path run) {
    return Shell.run(
        "rerun",
        run.getFileName().toString(),
        "--set=repository=" + repository,
        "--repository=" + repository);
  }

  private Ran show(Path run) {
    return Shell.run("show", run.getFileName().toString(), "--repository=" + repository);
  }

  /** Every row of every table, as text. */
  private List<String> rows() throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Repository opened =
            Repository.openExisting(RepositorySettings.of(repository), Clock.systemUTC())
                .orElseThrow();
        Connection connection = opened.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      for (String table : tables(statement)) {
        try (ResultSet row = statement.executeQuery("SELECT * FROM " + table)) {
          while (row.next()) {
            rows.add(table.toLowerCase(Locale.ROOT) + " " + text(row));
          }
        }
      }
    }
    return rows;
  }

  private static List<String> tables(Statement statement) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (ResultSet found =
        statement.executeQuery(
            "SELECT TABLE_NAME FROM INFORMATION_SCHEMA.TABLES"
                + " WHERE UPPER(TABLE_SCHEMA) = 'ROLLCALL' AND TABLE_NAME NOT LIKE 'flyway%'"
                + " AND TABLE_NAME NOT LIKE 'FLYWAY%' ORDER BY TABLE_NAME")) {
      while (found.next()) {
        tables.add(found.getString(1));
      }
    }
    return tables;
  }

  private static String text(ResultSet row) throws SQLException {
    StringBuilder text = new StringBuilder();
    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
      text.append(row.getString(i)).append(" | ");
    }
    return text.toString();
  }

  private List<Path> filesWith(String words) throws IOException {
    List<Path> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
        boolean ours = !file.equals(folder.resolve("people.csv"));
        if (ours && bytes.toLowerCase(Locale.ROOT).contains(words)) {
          found.add(file);
        }
      }
    }
    return found;
  }

  @ParameterizedTest
  @EnumSource
  void leavesNothingOfAPersonAndAllOfEverybodyElse(Kept kept) throws Exception {
    keep(kept);
    bench.joined(FLOS_ROW, GUS_ROW, "FLO@example.com,Flo Rayburn,active,Member,Nonsense,,");
    Ran first = sync();
    bench.joined(FLOS_ROW, GUS_ROW);
    Ran second = sync("--only", FLO, "--only", GUS);
    List<Path> runs = bench.reports();
    Ran shown = show(runs.get(1));
    assertThat(second.code()).as(first + "" + second).isZero();
    assertThat(rows()).anyMatch(row -> row.toLowerCase(Locale.ROOT).contains(FLO));
    assertThat(filesWith(FLO)).isNotEmpty();
    bench.joined(GUS_ROW);

    Ran purged = purge("--person", "Flo@example.com", "--yes");

    assertThat(purged.code()).as(purged.toString()).isZero();
    assertThat(rows()).noneMatch(row -> row.toLowerCase(Locale.ROOT).contains(FLO));
    assertThat(rows()).noneMatch(row -> row.contains("Rayburn"));
    assertThat(filesWith(FLO)).isEmpty();
    assertThat(filesWith("rayburn")).isEmpty();
    assertThat(show(runs.get(1)).code()).isZero();
    assertThat(totals(show(runs.get(1)))).isEqualTo(totals(shown));
    assertThat(rows()).anyMatch(row -> row.startsWith("invitations") && row.contains(GUS));
    assertThat(purge("--person", FLO, "--yes").out()).contains("There is nothing to purge.");
    Ran again = rerun(runs.get(1));
    assertThat(again.code()).as(again.toString()).isZero();
    assertThat(sync().code()).isZero();
    assertThat(bench.mails()).containsOnlyOnce(GUS);
    assertThat(bench.mails()).containsOnlyOnce(FLO);
  }

  /** The lines that count. */
  private static List<String> totals(Ran shown) {
    return shown.lines().stream()
        .filter(line -> line.startsWith("Plan: ") || line.startsWith("Applied "))
        .toList();
  }

  @ParameterizedTest
  @EnumSource
  void letsOldRunsGoWithTheirReportsAndKeepsWhatIsOpen(Kept kept) throws Exception {
    keep(kept);
    bench.joined(GUS_ROW);
    sync();
    Path old = bench.newestReport();
    Files.writeString(old.resolve("notes.txt"), "somebody's own");
    bench.advance(Duration.ofDays(100));
    sync();
    Path newest = bench.newestReport();

    Ran purged = purge("--older-than", "90d", "--yes");

    assertThat(purged.code()).as(purged.toString()).isZero();
    assertThat(purged.out()).contains("1 run of small", "the reports in " + old, "it stays");
    try (Stream<Path> left = Files.list(old)) {
      assertThat(left).containsExactly(old.resolve("notes.txt"));
    }
    String gone = old.getFileName().toString();
    assertThat(rows()).noneMatch(row -> row.contains(gone) && !row.startsWith("invitations "));
    assertThat(rows()).anyMatch(row -> row.startsWith("invitations ") && row.contains(GUS));
    assertThat(purge("--older-than", "90d", "--yes").out()).contains("nothing to purge");
    assertThat(show(newest).code()).isZero();
    assertThat(sync().code()).isZero();
    assertThat(bench.mails()).containsExactly(GUS);
  }

  @Test
  void asksBeforeAndDeletesNothingWithoutAYes() {
    bench.joined(GUS_ROW);
    sync();

    Ran listed = purge("--person", GUS);

    assertThat(listed.code()).isEqualTo(2);
    assertThat(listed.out()).contains("To be deleted:", "is open", "--yes");
    assertThat(asked("no\n")).isEqualTo(2);
    assertThat(asked("")).isEqualTo(2);
    assertThat(purge("--person", GUS).code()).isEqualTo(2);
    assertThat(asked("yes\n")).isZero();
    assertThat(purge("--person", GUS).code()).isZero();
  }

  private int asked(String answer) {
    PrintStream out = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    PurgeCommand command =
        new PurgeCommand(
            new Terminal(out, out, true, Map.of()),
            new ByteArrayInputStream(answer.getBytes(StandardCharsets.UTF_8)));
    return new picocli.CommandLine(command.spec()).execute(bench.job.toString(), "--person=" + GUS);
  }

  @Test
  void saysWhatIsWrongWithACommandLine() {
    sync();

    assertThat(purge().complaints()).singleElement().asString().contains("either --older-than");
    assertThat(purge("--person", "nobody").code()).isEqualTo(5);
    assertThat(purge("--older-than", "1m").complaints())
        .singleElement()
        .asString()
        .contains("hour");
    assertThat(purge("--older-than", "soon").code()).isEqualTo(5);
  }

  @Test
  void waitsForTheRunThatHoldsTheWorkspace() {
    bench.joined(GUS_ROW);
    sync();
    RunId running = new RunId("20261122-033101-7f3a");

    try (Repository opened = Repository.open(RepositorySettings.of(repository), Clock.systemUTC());
        Lease lease = opened.leases().acquire("127.0.0.1/7001", running)) {
      assertThat(lease).isNotNull();
      Ran purged = purge("--person", GUS, "--yes");
      assertThat(purged.code()).as(purged.toString()).isEqualTo(6);
      assertThat(purged.err()).contains(running.value());
    }
    assertThat(purge("--person", GUS, "--yes").code()).isZero();
  }

  @Test
  void forgetsAnAddressOnceNobodyHasItForLong() throws Exception {
    bench.sources(
        """
        sources:
          - name: hr
            type: csv
            path: people.csv
            columns: { email: Email, name: Name, status: Status, employee-id: Id }
            status: { active: [active], left: [left] }
        """);
    String header = "Email,Name,Status,Id\n";
    String ana = "ana@example.com,Ana Silva,active,901\n";
    bench.people(header + ana + "hal@example.com,Hal Wolfram,active,902\n");
    sync();
    bench.people(header + ana);
    sync("--allow", "shrink=1");
    assertThat(rows()).anyMatch(row -> row.contains("Hal Wolfram"));
    bench.advance(Duration.ofDays(100));

    Ran purged = purge("--older-than", "90d", "--yes");

    assertThat(purged.out()).contains("1 remembered address that nobody has any more");
    assertThat(rows())
        .noneMatch(row -> row.startsWith("known_addresses ") && row.contains("Hal Wolfram"))
        .anyMatch(row -> row.startsWith("known_addresses ") && row.contains("Ana Silva"));
  }

  @Test
  void findsReportsWhoseRepositoryIsGone() throws Exception {
    bench.joined(GUS_ROW);
    sync();
    Files.delete(folder.resolve("runs.mv.db"));

    assertThat(bench.run("purge", "--person", GUS, "--yes").out())
        .contains("report.html", "There is no repository at jdbc:h2:file:", "only reports were");
    assertThat(filesWith(GUS)).isEmpty();
    assertThat(folder.resolve("runs.mv.db")).doesNotExist();
  }

  /** A link that leads to itself, which not even root can follow, in place of a closed folder. */
  @Test
  void deletesNothingWhereReportsCannotBeLookedAt() throws Exception {
    bench.joined(GUS_ROW);
    sync();
    bench.advance(Duration.ofDays(100));
    Path reports = folder.resolve("reports");
    Files.move(reports, folder.resolve("elsewhere"));
    Files.createSymbolicLink(reports, reports);
    List<String> before = rows();

    for (Ran ran :
        List.of(
            purge("--person", GUS, "--yes"),
            purge("--older-than", "90d", "--yes"),
            bench.look("purge", "--older-than", "90d", "--yes"))) {
      assertThat(ran.code()).as(ran.toString()).isEqualTo(5);
      assertThat(ran.complaints()).singleElement().asString().contains(reports.toString());
    }
    assertThat(rows()).isEqualTo(before);
  }

  @Test
  void aRunDeletesWhatItsJobFileKeepsNoLonger() throws Exception {
    bench.with("repository-keep: 30d");
    bench.write("job.yaml", bench.jobText().replace("formats:", "keep: 30d, formats:"));
    bench.joined(GUS_ROW);
    sync();
    Path old = bench.newestReport();
    bench.advance(Duration.ofDays(31));

    Ran second = sync();

    assertThat(second.code()).as(second.toString()).isZero();
    assertThat(second.err()).contains("Kept no longer, and deleted: reports of 1 run, 1 run of");
    assertThat(old).doesNotExist();
    assertThat(rows())
        .noneMatch(row -> row.startsWith("runs ") && row.contains(old.getFileName().toString()));
    assertThat(sync().err()).doesNotContain("Kept no longer");
    assertThat(bench.mails()).containsExactly(GUS);
  }
}
