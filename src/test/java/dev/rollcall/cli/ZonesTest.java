package dev.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.testing.MariaDb;
import dev.rollcall.testing.Postgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The day of a moment follows from the job's time zone, and from nothing else. */
class ZonesTest {

  private static final TimeZone BEFORE = TimeZone.getDefault();

  private static final String JOB =
      """
      name: zones
      time-zone: %s
      sources:
        - { name: hr, type: jdbc, url: '%s', query: 'select email, moment, local, day from people' }
      rules:
        - { name: moment, when: 'person.moment >= "2031-01-01"', grant: { groups: [Moment] } }
        - { name: local, when: 'person.local >= "2031-01-01"', grant: { groups: [Local] } }
        - { name: day, when: 'person.day >= "2031-01-01"', grant: { groups: [Day] } }
      target: { type: sandbox }
      scope: { emails: ["*@example.com"] }
      """;

  /** Half past eleven at night, in universal time, on the last day of 2030. */
  private static final Map<String, Set<String>> GROUPS_BY_ZONE =
      Map.of(
          "UTC", Set.of("Local"),
          "Europe/Berlin", Set.of("Local", "Moment"),
          "America/New_York", Set.of("Local"));

  @TempDir Path folder;

  @AfterEach
  void putBack() {
    TimeZone.setDefault(BEFORE);
  }

  @Test
  void readsTheSameFromPostgreSqlWhereverTheProcessRuns() throws IOException, SQLException {
    String url = Postgres.freshDatabase();
    execute(
        url,
        "create table people (email text, moment timestamptz, local timestamp, day date)",
        "insert into people values ('ana@example.com', '2030-12-31 23:30:00+00',"
            + " '2031-01-01 00:10:00', '2030-12-31')");

    for (Map.Entry<String, Set<String>> expected : GROUPS_BY_ZONE.entrySet()) {
      assertThat(read(url, expected.getKey()))
          .as(expected.getKey())
          .singleElement()
          .satisfies(groups -> assertThat(groups).isEqualTo(expected.getValue()));
    }
  }

  @Test
  void readsTheSameFromMariaDbWhereverTheProcessRuns() throws IOException, SQLException {
    String url = MariaDb.freshDatabase();
    execute(
        url,
        "create table people (email varchar(80), moment varchar(40), local datetime, day date)",
        "insert into people values ('ana@example.com', '2030-12-31T23:30:00Z',"
            + " '2031-01-01 00:10:00', '2030-12-31')");

    for (Map.Entry<String, Set<String>> expected : GROUPS_BY_ZONE.entrySet()) {
      assertThat(read(url, expected.getKey())).containsExactly(expected.getValue());
    }
  }

  /** What comes of it in processes of two zones: one, where it is the same. */
  private Set<Set<String>> read(String url, String zone) throws IOException {
    Path job = Files.writeString(folder.resolve("zones.yaml"), JOB.formatted(zone, url));
    Set<Set<String>> all = new LinkedHashSet<>();
    for (String process : List.of("America/Los_Angeles", "Pacific/Auckland")) {
      TimeZone.setDefault(TimeZone.getTimeZone(process));
      Ran ran = Shell.run("roster", job.toString(), "--format", "json");
      assertThat(ran.code()).as(ran.toString()).isZero();
      Set<String> groups = new LinkedHashSet<>(List.of("Moment", "Local", "Day"));
      groups.removeIf(group -> !ran.out().contains("\"" + group + "\""));
      all.add(groups);
    }
    return all;
  }

  private static void execute(String url, String... statements) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      for (String each : statements) {
        statement.execute(each);
      }
    }
  }
}
