import dev.rollcall.source.Row;
import dev.rollcall.source.Source;
import dev.rollcall.source.columns.Destination;
import dev.rollcall.source.jdbc.FurtherDrivers;
import dev.rollcall.source.jdbc.JdbcSettings;
import dev.rollcall.source.jdbc.JdbcSource;
import dev.rollcall.source.jdbc.Query;
import dev.rollcall.source.jdbc.Timeouts;
import dev.rollcall.testing.Given;
import dev.rollcall.testing.Postgres;
import dev.rollcall.testing.WorkatoTerms;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;

/**
 * How long it takes to read people from PostgreSQL, beside a bare JDBC loop over the same query with
 * the same fetch size, which takes every cell as a text and keeps none. The server is started as
 * the tests do it.
 *
 * <p>Beside these two the source alone: open, every row, close.
 */
public final class JdbcBench {

  private static final String QUERY =
      "SELECT employee_id, email, first_name, last_name, department, country, status, starts, ends,"
          + " dev, test, prod, groups, projects FROM rollcall_bench";

  private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);
  private static final Destination WORKSPACE = WorkatoTerms.destination("dev", "test", "prod");
  private static final String JOB =
      """
      name: bench
      sources:
        - name: hr
          type: jdbc
          url: %s
          query: %s
          columns:
            employee-id: employee_id
            email: email
            name: "{first_name} {last_name}"
            status: status
            starts-on: starts
            ends-on: ends
            role.dev: dev
            role.test: test
            role.prod: prod
            groups: groups
            projects: projects
          status: { left: [Terminated], active: [Active, On leave] }
      rules:
        - name: Finance
          when: person.department == "Department 7" && person.country in ["US", "DE"]
          grant: { roles: { dev: Member }, groups: [Finance builders] }
      target:
        type: workato
        url: "http://127.0.0.1:1"
        tokens: { dev: none-1, test: none-2, prod: none-3 }
      """;

  /** What the source tells the driver too. */
  private static final String LIKE_OURS =
      "adaptiveFetch=true&adaptiveFetchMaximum=2000&maxResultBuffer=25p";

  private static final int FIRST_FETCH = 50;

  private final String url;
  private final int rows;

  private JdbcBench(String url, int rows) {
    this.url = url;
    this.rows = rows;
  }

  /** Measures so many rows in so many rounds, and prints a table. */
  public static void main(String[] arguments) throws Exception {
    String url = Postgres.freshDatabase();
    JdbcBench bench = new JdbcBench(url, Integer.parseInt(arguments[0]));
    bench.fill();
    RosterOfJob roster = new RosterOfJob(JOB.formatted(url, QUERY), TODAY, WORKSPACE);
    new Contest(bench.rows)
        .add("bare JDBC", bench::bare)
        .add("source alone", bench::source)
        .add("read, mapped, checked", roster::people)
        .held(
            "PostgreSQL, %,d rows of 14 columns".formatted(bench.rows),
            Integer.parseInt(arguments[1]));
    System.exit(0);
  }

  private void fill() throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE rollcall_bench AS SELECT 'L' || i AS employee_id,"
              + " 'person' || i || '@example.com' AS email, 'Given' || i % 977 AS first_name,"
              + " 'Family' || i AS last_name, 'Department ' || i % 40 AS department,"
              + " (ARRAY['US','CA','DE','FR','JP'])[i % 5 + 1] AS country,"
              + " (ARRAY['Active','Active','On leave'])[i % 3 + 1] AS status,"
              + " date '2010-01-01' + i % 4000 AS starts, NULL::date AS ends,"
              + " (ARRAY['Member','No access'])[i % 2 + 1] AS dev, NULL::text AS test,"
              + " 'Member' AS prod, 'Team ' || i % 50 || '; Everybody' AS groups,"
              + " 'Billing@prod = Operator; Close@dev = Builder' AS projects"
              + " FROM generate_series(1, " + rows + ") i");
      statement.execute("ANALYZE rollcall_bench");
    }
  }

  private int bare() throws SQLException {
    String like = url + (url.contains("?") ? "&" : "?") + LIKE_OURS;
    try (Connection connection = DriverManager.getConnection(like)) {
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        statement.setFetchSize(FIRST_FETCH);
        try (ResultSet result = statement.executeQuery(QUERY)) {
          int columns = result.getMetaData().getColumnCount();
          int cells = 0;
          while (result.next()) {
            for (int column = 1; column <= columns; column++) {
              String cell = result.getString(column);
              cells += cell == null || cell.length() >= 0 ? 1 : 0;
            }
          }
          return cells / columns;
        }
      }
    }
  }

  private JdbcSource open() {
    return new JdbcSource(
        new JdbcSettings(
            "hr", Given.login(url), Query.of(QUERY), Timeouts.USUAL, FurtherDrivers.NONE));
  }

  private int source() {
    try (Source.Rows result = open().open()) {
      int read = 0;
      for (Row row = result.next(); row != null; row = result.next()) {
        read += row.cells().size() >= 0 ? 1 : 0;
      }
      return read;
    }
  }
}
