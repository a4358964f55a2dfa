package dev.rollcall.source.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rollcall.model.Origin;
import dev.rollcall.source.Row;
import dev.rollcall.source.Source;
import dev.rollcall.source.SourceContractTest;
import dev.rollcall.source.UnreadableSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a source in a database must do, whatever the database. */
abstract class JdbcSourceTest extends SourceContractTest {

  /** The database, the same for all tests of a class. */
  abstract WritableDatabase database();

  @Override
  protected Source source(List<String> header, List<List<String>> rows) {
    return new JdbcSource(database().asking(database().table(header, rows)));
  }

  Source asking(String query) {
    return new JdbcSource(database().asking(query));
  }

  /** The cells of the first row. */
  List<String> cells(String query) {
    return read(asking(query)).get(0).cells();
  }

  String refusal(String query) {
    return refusal(database().asking(query));
  }

  static String refusal(JdbcSettings settings) {
    return catchThrowableOfType(UnreadableSource.class, () -> read(new JdbcSource(settings)))
        .getMessage();
  }

  @Test
  void writesAPlaceAsSourceRowAndColumn() {
    try (Source.Rows rows = asking("SELECT 'Ana' AS name, 'here' AS status").open()) {
      Row row = rows.next();

      assertThat(new Origin(rows.place(), row.line(), 1).toString())
          .isEqualToIgnoringCase("hr: row 1 (status)");
    }
  }

  @Test
  void readsNullAsBlank() {
    assertThat(cells("SELECT NULL AS a, '' AS b, 'x' AS c")).containsExactly("", "", "x");
  }

  @Test
  void writesNumbersPlainly() {
    String query =
        "SELECT CAST(42 AS DECIMAL(10,2)) AS a, CAST(7 AS %s) AS b, CAST(1E20 AS %s) AS c,"
            + " 12345678901 AS d, CAST(0.000000125 AS DECIMAL(20,9)) AS e";

    assertThat(cells(query.formatted(floating(), floating())))
        .containsExactly("42.00", "7", "100000000000000000000", "12345678901", "0.000000125");
  }

  @Test
  void asksTheQueryInAFile(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("people.sql");
    Files.writeString(file, "-- everybody\nSELECT 'Ana' AS name;\n\n");
    JdbcSettings settings = database().asking("").with(Query.in(file, "people.sql"));

    assertThat(read(new JdbcSource(settings)))
        .extracting(Row::cells)
        .containsExactly(List.of("Ana"));
  }

  @Test
  void saysThatTheFileOfTheQueryIsMissing(@TempDir Path folder) {
    JdbcSettings settings =
        database().asking("").with(Query.in(folder.resolve("people.sql"), "people.sql"));

    assertThat(refusal(settings))
        .isEqualTo(
            "hr: the query file people.sql does not exist; correct query-file: in the job file");
  }

  @Test
  void saysWhichTableDoesNotExist() {
    assertThat(refusal("SELECT * FROM nobody_knows"))
        .startsWith("hr: the query is refused by the database ")
        .contains("it names a table that does not exist")
        .containsIgnoringCase("nobody_knows");
  }

  @Test
  void saysWhichColumnDoesNotExist() {
    database().table(List.of("a"), List.of());

    assertThat(refusal("SELECT emial FROM (SELECT 1 AS email) people"))
        .contains("it names a column that does not exist")
        .containsIgnoringCase("emial");
  }

  @Test
  void saysThatTheStatementIsNoSql() {
    assertThat(refusal("SELEC 1")).contains("it is no valid SQL for this database");
  }

  @Test
  void changesNothingWhateverTheQueryIs() {
    database().execute("DROP TABLE IF EXISTS kept", "CREATE TABLE kept (a INT)");
    database().execute("INSERT INTO kept VALUES (1)");

    for (String write :
        List.of(
            "INSERT INTO kept VALUES (2)",
            "UPDATE kept SET a = 3",
            "DELETE FROM kept",
            "CREATE TABLE more (a INT)",
            "DROP TABLE kept")) {
      assertThat(refusal(write)).startsWith("hr: ");
    }

    assertThat(database().ask("SELECT COUNT(*) FROM kept WHERE a = 1")).isEqualTo("1");
    assertThatThrownBy(() -> database().ask("SELECT COUNT(*) FROM more")).isNotNull();
  }

  @Test
  void refusesBytes() {
    Row row = read(asking("SELECT 'a' AS name, " + bytes() + " AS photo")).get(0);

    assertThat(row.flaws()).hasSize(1);
    assertThat(row.flaws().get(0).column()).isEqualTo(1);
    assertThat(row.flaws().get(0).what()).isEqualTo("holds bytes, which are no text");
  }

  /** The type of floating-point numbers. */
  String floating() {
    return "DOUBLE PRECISION";
  }

  /** An expression that is bytes. */
  abstract String bytes();

  @Test
  void refusesATextOfAMillionCharactersAndMore() {
    Row row = read(asking("SELECT 'a' AS name, REPEAT('x', 1000001) AS photo")).get(0);

    assertThat(row.flaws())
        .extracting(flaw -> flaw.what())
        .containsExactly("has more than 1000000 characters");
  }
}
