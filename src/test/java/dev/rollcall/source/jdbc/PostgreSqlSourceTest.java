package dev.rollcall.source.jdbc;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.source.Row;
import dev.rollcall.source.Source;
import dev.rollcall.testing.Given;
import dev.rollcall.testing.Postgres;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Rosters in a real PostgreSQL server. */
class PostgreSqlSourceTest extends JdbcSourceTest {

  private static final class Shared {
    static final WritableDatabase DATABASE = new WritableDatabase(Postgres.freshDatabase(), "\"");
  }

  @Override
  WritableDatabase database() {
    return Shared.DATABASE;
  }

  @Override
  String bytes() {
    return "'\\x00ff'::bytea";
  }

  @Test
  void writesEveryTypeAsPeopleDo() {
    String query =
        """
        SELECT true AS a, date '2024-02-29' AS b, timestamp '2024-02-29 08:00' AS c,
          timestamptz '2024-02-29 08:00:01.5+00' AS d, ARRAY['Finance', NULL, 'Ops'] AS e,
          'c0ffee00-0000-4000-8000-000000000001'::uuid AS f, '{"a": 1}'::jsonb AS g,
          date 'infinity' AS h, 'NaN'::numeric AS i, 1.50::numeric AS j, 5::bit(3) AS k,
          ARRAY[true, false] AS l, time '08:30' AS m, 1e-7::float8 AS n, '{}'::text[] AS o
        """;

    assertThat(cells(query))
        .containsExactly(
            "TRUE",
            "2024-02-29",
            "2024-02-29T08:00:00",
            "2024-02-29T08:00:01.5Z",
            "Finance; Ops",
            "c0ffee00-0000-4000-8000-000000000001",
            "{\"a\": 1}",
            "infinity",
            "NaN",
            "1.50",
            "101",
            "TRUE; FALSE",
            "08:30:00",
            "0.0000001",
            "");
  }

  @Test
  void refusesAnItemThatWouldBeTwo() {
    Row row = read(asking("SELECT ARRAY['Finance; Ops'] AS groups")).get(0);

    assertThat(row.flaws().get(0).what()).contains("an item with a semicolon");
  }

  @Test
  @Timeout(60)
  void streamsMoreThanMemoryHoldsAndLeavesTheRestUnread() {
    Source endless =
        asking(
            "SELECT i, repeat('x', 1000) AS wide FROM generate_series(1, 1000000) i,"
                + " generate_series(1, 1000)");

    // A terabyte: whoever drains it on closing never ends.
    try (Source.Rows rows = endless.open()) {
      for (int i = 0; i < 10_000; i++) {
        assertThat(rows.next().line()).isEqualTo(i + 1);
      }
    }

    assertThat(
            database()
                .ask(
                    "SELECT count(*) FROM pg_stat_activity WHERE query LIKE '%wide%'"
                        + " AND pid <> pg_backend_pid() AND state <> 'idle'"))
        .isEqualTo("0");
  }

  @Test
  void refusesRowsThatAreTooLargeForTheMemory() {
    assertThat(refusal("SELECT repeat('x', 20000000) AS a FROM generate_series(1, 50)"))
        .contains("its rows are too large for the memory");
  }

  @Test
  void refusesWritesThatGiveRows() {
    database().execute("DROP TABLE IF EXISTS fenced", "CREATE TABLE fenced (a INT)");

    assertThat(refusal("INSERT INTO fenced VALUES (1) RETURNING a"))
        .contains("it writes, and only reading is allowed");
    assertThat(refusal("WITH gone AS (DELETE FROM fenced RETURNING a) SELECT a FROM gone"))
        .contains("it writes, and only reading is allowed");
    assertThat(refusal("SELECT 1 AS a; COMMIT; INSERT INTO fenced VALUES (1)"))
        .contains("it writes, and only reading is allowed");

    assertThat(database().ask("SELECT count(*) FROM fenced")).isEqualTo("0");
  }

  @Test
  void refusesSeveralTables() {
    assertThat(refusal("SELECT 1 AS a; SELECT 2 AS a")).contains("the query gives several tables");
  }

  @Test
  void refusesColumnsWithoutNames() {
    assertThat(refusal("SELECT 'a' AS name, 1 + 1")).contains("column 2 of the query has no name");
    assertThat(refusal("SELECT")).contains("the query gives no columns");
  }

  @Test
  void saysWhereTheQueryIsWrong() {
    assertThat(refusal("SELECT 'ü😀' AS a,\n  b FORM people"))
        .matches(
            "hr: the query is refused by the database t\\w+ at localhost:\\d+ at line 2, column 10:"
                + " it is no valid SQL for this database \\(syntax error at or near \"people\"\\);"
                + " correct it there");
  }

  @Test
  void saysThatTheUserMayNotReadTheTable() {
    database()
        .execute(
            "DROP TABLE IF EXISTS payroll",
            "CREATE TABLE payroll (a INT)",
            "DROP ROLE IF EXISTS reader",
            "CREATE ROLE reader LOGIN PASSWORD 'hush-reader'");
    Login login =
        Given.as(Given.login(database().url.replaceFirst("\\?.*", "")), "reader", "hush-reader");

    assertThat(refusal(WritableDatabase.asking("SELECT a FROM payroll", login)))
        .contains("the user may not read this (permission denied for table payroll)")
        .doesNotContain("hush-reader");
  }

  @Test
  void saysThatThereIsNoSuchUserOrDatabase() {
    String url = database().url.replaceFirst("\\?.*", "");

    assertThat(
            refusal(
                WritableDatabase.asking(
                    "SELECT 1 AS a", Given.as(Given.login(url), "nobody", "hush-word"))))
        .contains("it refuses the user or the password")
        .doesNotContain("hush-word");
    assertThat(
            refusal(
                WritableDatabase.asking(
                    "SELECT 1 AS a", Given.login(database().url.replaceFirst("/t\\w+", "/gone")))))
        .contains("cannot connect to the database gone at localhost:")
        .contains("there is no such database");
  }

  @Test
  void saysThatTheServerOffersNoTls() {
    Tls required = new Tls(Optional.of(Tls.Mode.REQUIRE), Optional.empty());

    assertThat(
            refusal(
                WritableDatabase.asking(
                    "SELECT 1 AS a", Given.protectedBy(Given.login(database().url), required))))
        .contains("the protected connection (TLS) fails");
  }

  @Test
  @Timeout(value = 20, unit = SECONDS)
  void givesUpAQueryThatTakesTooLong() {
    JdbcSettings settings = database().asking("SELECT pg_sleep(60)::text AS a");
    JdbcSettings hasty =
        new JdbcSettings(
            "hr",
            settings.login(),
            settings.query(),
            new Timeouts(Duration.ofSeconds(10), Duration.ofSeconds(1)),
            WritableDatabase.NO_DRIVERS);

    assertThat(refusal(hasty)).startsWith("hr: the query takes longer than 1s");
  }
}
