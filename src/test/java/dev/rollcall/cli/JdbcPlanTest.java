package dev.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.testing.MariaDb;
import dev.rollcall.testing.Postgres;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample company's people in a database give what they give in a file. */
class JdbcPlanTest {

  private static final Pattern CSV_SOURCE = Pattern.compile("    type: csv\n    path: [^\n]*\n");
  private static final Pattern CSV_PLACE = Pattern.compile("[^\\s\\[]*people\\.csv:(\\d+)");

  @TempDir Path folder;

  @BeforeEach
  void copy() throws IOException {
    SampleCompany.copyTo(folder);
  }

  @Test
  void peopleInPostgresGiveThePlanOfTheFile() throws IOException, SQLException {
    comparesWithTheFile(Postgres.freshDatabase(), '"');
  }

  @Test
  void peopleInMariaDbGiveThePlanOfTheFile() throws IOException, SQLException {
    comparesWithTheFile(MariaDb.freshDatabase(), '`');
  }

  private void comparesWithTheFile(String url, char quote) throws IOException, SQLException {
    String columns = load(folder.resolve("sample-data/people.csv"), url, quote);
    Files.writeString(
        folder.resolve("jobs/people.sql"), "SELECT " + columns + "\nFROM people ORDER BY line;\n");
    Ran file = plan("quickstart.yaml");
    fromDatabase(url);

    Ran database = plan("quickstart.yaml");

    assertThat(database.err()).isEmpty();
    assertThat(database.code()).isEqualTo(file.code());
    assertThat(steady(database.out())).isEqualTo(steady(asRows(file.out())));
    assertThat(file.out()).contains("people.csv:");
  }

  @Test
  void syncsAndValidatesFromADatabase() throws IOException, SQLException {
    String url = Postgres.freshDatabase();
    try (Workbench bench = new Workbench(folder)) {
      bench.joined("flo@example.com,Flo Ray,active,Member,Member,Finance,Billing@dev = Builder");
      String columns = load(folder.resolve("people.csv"), url, '"');
      String query = "SELECT " + columns + " FROM people ORDER BY line";
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

  private Ran plan(String job) {
    return Shell.run(
        "plan",
        folder.resolve("jobs").resolve(job).toString(),
        "--verbose",
        "--quiet",
        "--no-color");
  }

  /** Replaces the file by the table. */
  private void fromDatabase(String url) throws IOException {
    Path job = folder.resolve("jobs/quickstart.yaml");
    String source = "    type: jdbc\n    url: \"" + url + "\"\n    query-file: people.sql\n";
    String text = Files.readString(job);
    assertThat(text).containsPattern(CSV_SOURCE);
    Files.writeString(job, CSV_SOURCE.matcher(text).replaceFirst(source));
  }

  /** Gives the columns as a query names them. */
  private static String load(Path csv, String url, char quote) throws IOException, SQLException {
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    try (Reader text = Files.newBufferedReader(csv);
        Connection connection = DriverManager.getConnection(url)) {
      var people = format.parse(text);
      int width = people.getHeaderNames().size();
      try (Statement create = connection.createStatement()) {
        create.execute(
            people.getHeaderNames().stream()
                .map(header -> quote + header + quote + " VARCHAR(300)")
                .collect(Collectors.joining(", ", "CREATE TABLE people (", ", line INT)")));
      }
      connection.setAutoCommit(false);
      try (PreparedStatement insert =
          connection.prepareStatement("INSERT INTO people VALUES (" + "?, ".repeat(width) + "?)")) {
        for (CSVRecord person : people) {
          for (int column = 0; column < width; column++) {
            insert.setString(column + 1, person.get(column));
          }
          insert.setLong(width + 1, person.getRecordNumber());
          insert.addBatch();
        }
        insert.executeBatch();
      }
      connection.commit();
      return people.getHeaderNames().stream()
          .map(header -> quote + header + quote)
          .collect(Collectors.joining(", "));
    }
  }

  /** Lines of the file as rows of the table: the file has its header in the first line. */
  private static String asRows(String plan) {
    return CSV_PLACE
        .matcher(plan)
        .replaceAll(place -> "hr: row " + (Integer.parseInt(place.group(1)) - 1));
  }

  private static String steady(String plan) {
    return plan.replaceAll("planned \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d UTC", "planned NOW")
        // The source takes up another number of lines.
        .replaceAll("quickstart\\.yaml:\\d+", "quickstart.yaml")
        .replaceAll(" +\n", "\n");
  }
}
