package dev.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.testing.JavaCommand;
import dev.rollcall.testing.MariaDbServer;
import dev.rollcall.testing.Postgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
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

  private static final String SEED =
      """
      { "workspace": { "id": 1, "name": "Zones", "owner": "owner@example.com" },
        "environments": [ { "type": "dev", "token": "sandbox-dev", "projects": [] } ],
        "groups": [ { "name": "Moment", "projects": {} }, { "name": "Local", "projects": {} },
                    { "name": "Day", "projects": {} } ],
        "members": [
          { "email": "ana@example.com", "name": "Ana", "roles": { "dev": "Member" } },
          { "email": "bob@example.com", "name": "Bob", "roles": { "dev": "Member" } } ] }
      """;

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
    String url = MariaDbServer.freshDatabase();
    execute(
        url,
        "create table people (email varchar(80), moment varchar(40), local datetime, day date)",
        "insert into people values ('ana@example.com', '2030-12-31T23:30:00Z',"
            + " '2031-01-01 00:10:00', '2030-12-31')");

    for (Map.Entry<String, Set<String>> expected : GROUPS_BY_ZONE.entrySet()) {
      assertThat(read(url, expected.getKey())).containsExactly(expected.getValue());
    }
  }

  /** A process of its own, with the zone that it was started in, plans each job it is handed. */
  static final class Planning {

    private Planning() {}

    /** Plans, and prints each plan without its time. */
    public static void main(String[] jobs) {
      System.out.println(TimeZone.getDefault().getID());
      for (String job : jobs) {
        Ran ran = Shell.run("plan", job, "--verbose");
        System.out.println(ran.code() + "\n" + ran.out().replaceFirst("planned .*", ""));
      }
    }
  }

  @Test
  void plansTheSameInProcessesOfTwoZones() throws Exception {
    String url = Postgres.freshDatabase();
    execute(
        url,
        "create table people (email text, name text, moment timestamptz, local timestamp, day"
            + " date)",
        "insert into people values ('ana@example.com', 'Ana', '2030-12-31 23:30:00+00',"
            + " '2031-01-01 00:10:00', '2030-12-31'), ('bob@example.com', 'Bob',"
            + " '2031-01-01 04:59:59+00', '2030-12-31 23:59:59', '2031-01-01')");
    Files.writeString(folder.resolve("seed.json"), SEED);
    List<String> jobs = new ArrayList<>();
    for (String zone : List.of("UTC", "Europe/Berlin", "America/New_York")) {
      Path job = folder.resolve(zone.replace('/', '-') + ".yaml");
      Files.writeString(
          job,
          JOB.formatted(zone, url)
              .replace("select email,", "select email, name,")
              .replace("type: sandbox", "type: sandbox, seed: seed.json, state: state.json"));
      jobs.add(job.toString());
    }

    List<Process> processes = new ArrayList<>();
    List<String> plans = new ArrayList<>();
    for (String zone : List.of("America/Los_Angeles", "Pacific/Auckland")) {
      processes.add(planning(zone, jobs));
    }
    for (Process process : processes) {
      plans.add(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
      assertThat(process.waitFor()).as(plans.toString()).isZero();
    }

    assertThat(plans.get(0)).startsWith("America/Los_Angeles\n");
    assertThat(plans.get(1)).startsWith("Pacific/Auckland\n");
    String inOne = plans.get(0).substring(plans.get(0).indexOf('\n'));
    assertThat(plans.get(1)).endsWith(inOne);
    assertThat(inOne.split("\n0\n"))
        .as(inOne)
        .hasSize(4)
        .satisfies(all -> assertThat(groups(all[1])).containsExactly("Local", "Day", "Moment"))
        .satisfies(
            all -> assertThat(groups(all[2])).containsExactly("Local", "Moment", "Day", "Moment"))
        .satisfies(all -> assertThat(groups(all[3])).containsExactly("Local", "Day"));
  }

  private Process planning(String zone, List<String> jobs) throws IOException {
    JavaCommand java = JavaCommand.with("-Duser.timezone=" + zone, "-Dfile.encoding=UTF-8");
    return new ProcessBuilder(java.of(Planning.class, jobs.toArray(String[]::new)))
        .directory(folder.toFile())
        .redirectError(folder.resolve(zone.replace('/', '-') + ".err").toFile())
        .start();
  }

  private static List<String> groups(String plan) {
    return Pattern.compile("(?<=group )\\w+")
        .matcher(plan)
        .results()
        .map(MatchResult::group)
        .toList();
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
