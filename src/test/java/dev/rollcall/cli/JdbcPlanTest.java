package dev.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.testing.Postgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People in a database instead of a file; {@link SameRosterTest} compares both. */
class JdbcPlanTest {

  private static final Pattern CSV_SOURCE = Pattern.compile("    type: csv\n    path: [^\n]*\n");

  @TempDir Path folder;

  @BeforeEach
  void copy() throws IOException {
    SampleCompany.copyTo(folder);
  }

  @Test
  void syncsAndValidatesFromADatabase() throws IOException, SQLException {
    String url = Postgres.freshDatabase();
    try (Workbench bench = new Workbench(folder)) {
      bench.joined("flo@example.com,Flo Ray,active,Member,Member,Finance,Billing@dev = Builder");
      String query =
          RosterForms.read(folder.resolve("people.csv"))
              .table(url, '"', RosterForms.Dates.AS_TEXT)
              .replaceAll("\\s+", " ");
      String source = "type: jdbc\n    url: '%s'\n    query: '%s'".formatted(url, query);
      bench.write("job.yaml", bench.jobText().replace("type: csv\n    path: people.csv", source));

      Ran validated = bench.run("validate");
      Ran first = bench.run("sync");
      Ran second = bench.run("sync");

      assertThat(validated.code()).as(validated.toString()).isZero();
      assertThat(first.code()).as(first.toString()).isZero();
      assertThat(second.code()).as(second.toString()).isZero();
      assertThat(bench.mails()).containsExactly("flo@example.com");
    }
  }

  @Test
  void aDatabaseThatIsNotThereIsForTheAdminToMend() throws IOException {
    fromDatabase("jdbc:postgresql://127.0.0.1:1/people?user=reader&password=" + Shell.MARKER);
    Files.writeString(folder.resolve("jobs/people.sql"), "SELECT 1 AS email");

    for (String command : List.of("plan", "validate")) {
      Ran ran = run(command);

      assertThat(ran.code()).as(ran.toString()).isEqualTo(5);
      assertThat(ran.all())
          .contains("hr: cannot connect to the database people at 127.0.0.1:1: nobody listens");
    }
  }

  private Ran run(String command) {
    return Shell.run(command, folder.resolve("jobs/quickstart.yaml").toString(), "--no-color");
  }

  /** Replaces the file by the table. */
  private void fromDatabase(String url) throws IOException {
    Path job = folder.resolve("jobs/quickstart.yaml");
    String source = "    type: jdbc\n    url: \"" + url + "\"\n    query-file: people.sql\n";
    String text = Files.readString(job);
    assertThat(text).containsPattern(CSV_SOURCE);
    Files.writeString(job, CSV_SOURCE.matcher(text).replaceFirst(source));
  }
}
