import dev.rollcall.job.JobFileReader;
import dev.rollcall.job.LoadedJob;
import dev.rollcall.planning.RosterReading;
import dev.rollcall.job.yaml.ReferenceSources;
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
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures how long Rollcall takes to read people from PostgreSQL, against a bare JDBC loop over
 * the same query with the same fetch size, which takes every cell as a text and keeps none.
 *
 * <pre>
 *   mvn -q -B test-compile dependency:build-classpath -Dmdep.outputFile=target/classpath.txt
 *   java -Xmx512m -cp target/classes:target/test-classes:$(cat target/classpath.txt) bench/JdbcBench.java
 * </pre>
 *
 * Options: {@code --rows 300000 --runs 7 --url jdbc:postgresql://host/database?user=u}. Without a
 * URL a PostgreSQL server is started as the tests do it. In the database of a URL the table {@code
 * rollcall_bench} is made anew.
 *
 * <p>Each run measures, one after the other: the bare loop; the source alone (open, every row,
 * close); and all that every command does with a roster (read, map, gather, check). The first run
 * warms up and is not counted.
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

  /** Keeps results from being optimised away. */
  private static long sum;

  private final String url;
  private final int rows;
  private final LoadedJob job;

  private JdbcBench(String url, int rows, LoadedJob job) {
    this.url = url;
    this.rows = rows;
    this.job = job;
  }

  /** Seconds of one run. */
  private record Run(double bare, double source, double all) {}

  /** Measures, and prints a table. */
  public static void main(String[] arguments) throws IOException, SQLException {
    Map<String, String> options = new HashMap<>(Map.of("--rows", "300000", "--runs", "7"));
    for (int i = 0; i + 1 < arguments.length; i += 2) {
      options.put(arguments[i], arguments[i + 1]);
    }
    String url = options.containsKey("--url") ? options.get("--url") : Postgres.freshDatabase();
    File file = File.createTempFile("rollcall-bench", ".yaml");
    file.deleteOnExit();
    Files.writeString(file.toPath(), JOB.formatted(url, QUERY));
    LoadedJob job = new JobFileReader(ReferenceSources.ofProcess()).read(file.toPath(), List.of());
    new JdbcBench(url, Integer.parseInt(options.get("--rows")), job)
        .measure(Integer.parseInt(options.get("--runs")));
    System.exit(sum == 0 ? 1 : 0);
  }

  private void measure(int count) throws SQLException {
    fill();
    List<Run> runs = new ArrayList<>();
    for (int i = 0; i <= count; i++) {
      Run run = new Run(seconds(this::bare), seconds(this::source), seconds(this::all));
      System.err.printf("run %d: bare %.2f s, source %.2f s, all %.2f s%n", i, run.bare(),
          run.source(), run.all());
      if (i > 0) {
        runs.add(run);
      }
    }
    print(runs);
  }

  private void fill() throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute("DROP TABLE IF EXISTS rollcall_bench");
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

  /** What is measured. */
  private interface Work {
    int rows() throws SQLException;
  }

  private double seconds(Work work) throws SQLException {
    System.gc();
    long begun = System.nanoTime();
    int read = work.rows();
    double seconds = (System.nanoTime() - begun) / 1e9;
    if (read != rows) {
      throw new IllegalStateException(read + " rows instead of " + rows);
    }
    return seconds;
  }

  private int bare() throws SQLException {
    String like = url + (url.contains("?") ? "&" : "?") + LIKE_OURS;
    try (Connection connection = DriverManager.getConnection(like)) {
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        statement.setFetchSize(FIRST_FETCH);
        try (ResultSet result = statement.executeQuery(QUERY)) {
          int columns = result.getMetaData().getColumnCount();
          int read = 0;
          while (result.next()) {
            read++;
            for (int column = 1; column <= columns; column++) {
              String cell = result.getString(column);
              sum += cell == null ? 0 : cell.length();
            }
          }
          return read;
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
        read++;
        sum += row.cells().size();
      }
      return read;
    }
  }

  /** As every command reads a roster: the sources of a job file, one after the other. */
  private int all() {
    try (RosterReading reading = new RosterReading(job, TODAY, WORKSPACE)) {
      reading.gatherAll();
      return reading.seal().people().size();
    }
  }

  private void print(List<Run> runs) {
    double bare = median(runs.stream().mapToDouble(Run::bare).toArray());
    double source = median(runs.stream().mapToDouble(Run::source).toArray());
    double all = median(runs.stream().mapToDouble(Run::all).toArray());
    double ratio = median(runs.stream().mapToDouble(run -> run.all() / run.bare()).toArray());
    double alone = median(runs.stream().mapToDouble(run -> run.source() / run.bare()).toArray());
    System.out.printf("JDK %s, %d processors, heap of %d MB%n%n", Runtime.version(),
        Runtime.getRuntime().availableProcessors(), Runtime.getRuntime().maxMemory() >> 20);
    System.out.printf("| %-42s | %9s | %9s |%n", "%,d rows of 14 columns".formatted(rows),
        "median, s", "x bare");
    System.out.printf("|%s|%s:|%s:|%n", "-".repeat(44), "-".repeat(10), "-".repeat(10));
    System.out.printf("| %-42s | %9.2f | %9s |%n", "bare JDBC loop", bare, "");
    System.out.printf("| %-42s | %9.2f | %9.2f |%n", "JdbcSource alone", source, alone);
    System.out.printf("| %-42s | %9.2f | %9.2f |%n", "read, mapped, checked", all, ratio);
    System.out.printf("%nMedians of %d runs after one to warm up; ratios are medians of each run's"
        + " own.%n", runs.size());
  }

  private static double median(double[] values) {
    double[] sorted = java.util.Arrays.stream(values).sorted().toArray();
    return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
  }
}
