package dev.rollcall.source.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.source.Source;
import dev.rollcall.testing.Given;
import dev.rollcall.testing.MariaDbServer;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Rosters in a real MariaDB server. */
class MariaDbSourceTest extends JdbcSourceTest {

  private static final class Shared {
    static final WritableDatabase DATABASE =
        new WritableDatabase(MariaDbServer.freshDatabase(), "`");
  }

  @Override
  WritableDatabase database() {
    return Shared.DATABASE;
  }

  @Override
  String floating() {
    return "DOUBLE";
  }

  @Override
  String bytes() {
    return "x'00ff'";
  }

  @Test
  void writesEveryTypeAsPeopleDo() {
    database()
        .execute(
            "DROP TABLE IF EXISTS typed",
            "CREATE TABLE typed (a BOOLEAN, b DATE, c DATETIME, d TIMESTAMP(3) NULL, e JSON,"
                + " f UUID, g ENUM('x','y'), h DECIMAL(10,2), i DOUBLE, j YEAR, k BIT(1),"
                + " l TIME, m BIGINT UNSIGNED, n TEXT, o INT ZEROFILL)",
            "INSERT INTO typed VALUES (TRUE, '2024-02-29', '2024-02-29 08:00:00',"
                + " '2024-02-29 08:00:01.500', '{\"a\": 1}',"
                + " 'c0ffee00-0000-4000-8000-000000000001', 'y', 42, 1e20, 2024, b'1',"
                + " '08:30:00', 18446744073709551615, 'é', 7)");

    assertThat(cells("SELECT * FROM typed"))
        .containsExactly(
            "TRUE",
            "2024-02-29",
            "2024-02-29T08:00:00",
            "2024-02-29T08:00:01.5",
            "{\"a\": 1}",
            "c0ffee00-0000-4000-8000-000000000001",
            "y",
            "42.00",
            "100000000000000000000",
            "2024",
            "TRUE",
            "08:30:00",
            "18446744073709551615",
            "é",
            "0000000007");
  }

  @Test
  void leavesDatesThatAreNoneAsTheyStand() {
    database()
        .execute(
            "DROP TABLE IF EXISTS dated",
            "CREATE TABLE dated (a DATE, b DATE, c DATETIME, d DATE)",
            "SET sql_mode = ''",
            "INSERT INTO dated VALUES ('2026-00-00', '0000-00-00', '2026-11-00 08:00:00', '2026-12-31')");

    assertThat(cells("SELECT * FROM dated"))
        .containsExactly("2026-00-00", "", "2026-11-00 08:00:00", "2026-12-31");
  }

  @Test
  @Timeout(60)
  void streamsMoreThanMemoryHoldsAndLeavesTheRestUnread() {
    Source endless = asking("SELECT seq, REPEAT('x', 1000) AS wide FROM seq_1_to_1000000000");

    // A terabyte: whoever drains it on closing never ends.
    try (Source.Rows rows = endless.open()) {
      for (int i = 0; i < 10_000; i++) {
        assertThat(rows.next().line()).isEqualTo(i + 1);
      }
    }

    assertThat(
            database()
                .ask(
                    "SELECT COUNT(*) FROM information_schema.processlist WHERE info LIKE '%wide%'"
                        + " AND id <> CONNECTION_ID()"))
        .isEqualTo("0");
  }

  @Test
  void refusesWritesThatGiveRows() {
    database().execute("DROP TABLE IF EXISTS fenced", "CREATE TABLE fenced (a INT)");

    assertThat(refusal("INSERT INTO fenced VALUES (1) RETURNING a"))
        .contains("it writes, and only reading is allowed");

    assertThat(database().ask("SELECT COUNT(*) FROM fenced")).isEqualTo("0");
  }

  @Test
  void readsAddressesInTheFormOfMySql() {
    Login login = Given.login(database().url.replace("jdbc:mariadb:", "jdbc:mysql:"));

    assertThat(read(new JdbcSource(WritableDatabase.asking("SELECT 'Ana' AS name", login))))
        .hasSize(1);
  }

  @Test
  void saysThatThePasswordIsWrong() {
    database().execute("CREATE OR REPLACE USER reader@'127.0.0.1' IDENTIFIED BY 'hush-right'");
    String url = database().url.replaceFirst("\\?.*", "");

    assertThat(
            refusal(
                WritableDatabase.asking(
                    "SELECT 1 AS a", Given.as(Given.login(url), "reader", "hush-wrong"))))
        .contains("cannot connect to the database t")
        .contains("it refuses the user or the password")
        .doesNotContain("hush");
    assertThat(
            refusal(
                WritableDatabase.asking(
                    "SELECT 1 AS a", Given.login(url + "?user=reader&password=hush-wrong"))))
        .contains("it refuses the user or the password")
        .doesNotContain("hush");
  }

  @Test
  void saysThatTheUserMayNotReadTheTable() {
    database()
        .execute(
            "DROP TABLE IF EXISTS payroll",
            "CREATE TABLE payroll (a INT)",
            "CREATE TABLE IF NOT EXISTS open_to_all (a INT)",
            "CREATE OR REPLACE USER clerk@'127.0.0.1' IDENTIFIED BY 'hush-clerk'",
            "GRANT SELECT ON open_to_all TO clerk@'127.0.0.1'");
    Login login =
        Given.as(Given.login(database().url.replaceFirst("\\?.*", "")), "clerk", "hush-clerk");

    assertThat(refusal(WritableDatabase.asking("SELECT a FROM payroll", login)))
        .contains("the user may not read this")
        .contains("payroll")
        .doesNotContain("hush");
  }

  @Test
  void saysThatThereIsNoSuchDatabaseOrTls() {
    Tls required = new Tls(Optional.of(Tls.Mode.REQUIRE), Optional.empty());

    assertThat(
            refusal(
                WritableDatabase.asking(
                    "SELECT 1 AS a", Given.login(database().url.replaceFirst("/t\\w+", "/gone")))))
        .contains("there is no such database");
    assertThat(
            refusal(
                WritableDatabase.asking(
                    "SELECT 1 AS a", Given.protectedBy(Given.login(database().url), required))))
        .contains("the protected connection (TLS) fails");
  }

  @Test
  @Timeout(20)
  void givesUpAQueryThatTakesTooLong() {
    JdbcSettings hasty =
        new JdbcSettings(
            "hr",
            Given.login(database().url),
            Query.of("SELECT COUNT(*) AS a FROM seq_1_to_1000000 x, seq_1_to_1000000 y"),
            new Timeouts(Duration.ofSeconds(10), Duration.ofSeconds(1)),
            WritableDatabase.NO_DRIVERS);

    assertThat(refusal(hasty)).startsWith("hr: the query takes longer than 1s");
  }
}
