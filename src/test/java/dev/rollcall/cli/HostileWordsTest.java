package dev.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.sandbox.FaultDraft;
import dev.rollcall.sandbox.SeedBuilder;
import dev.rollcall.sandbox.SeedMember;
import dev.rollcall.security.Dangers;
import dev.rollcall.testing.Postgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Words that steer, turn and hide, from everywhere words come from, through every command and
 * format: nothing but letters, line feeds and tabs comes out, on stdout, on stderr and in reports;
 * and where stderr is JSON, every line of it is.
 */
class HostileWordsTest {

  /** All kinds at once, and a line that pretends to be ours. */
  private static final String EVIL =
      "\u001B[31m\u001B]0;x\u0007\b\u007F\u0085\u009B2J\u202Eevil\u2066\u200E\u061C\u200B\u200D"
          + "\uFEFF\u2060\u00AD\u180E\u2028\u2029\uFFF9\uDB40\uDC41\uFE00\rPlan: 0 to invite\t";

  private static final String LINE = EVIL + "\nrollcall: all is well";

  private static final List<String> JSON = List.of("--log-format", "json");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"text", "json"})
  void fromRosterJobFileAndWorkspace(String format) throws IOException {
    try (Workbench bench = new Workbench(folder, HostileWordsTest::company)) {
      bench.people(roster());
      bench.rules(rules());
      bench.with("policy: { absent: suspend }\nsafety: { removals: { count: 1 }, bad-rows: 90% }");
      String out = bench.folder.resolve("plan.json").toString();
      List<List<String>> lines =
          List.of(
              List.of("validate"),
              List.of("validate", "--online"),
              List.of("roster", "--format", "table"),
              List.of("roster", "--format", "table", "--verbose"),
              List.of("roster", "--format", "json"),
              List.of("roster", "--format", "csv"),
              List.of("catalog"),
              List.of("catalog", "--format", "json"),
              List.of("catalog", "--format", "markdown"),
              List.of("export", "--out", "-"),
              List.of("export", "--out", bench.folder.resolve("out.xlsx").toString()),
              List.of("plan", "--verbose", "--out", out),
              List.of("plan", "--format", "json"),
              List.of("plan", "--format", "markdown"),
              List.of("sync"),
              List.of("sync", "--format", "json"));
      for (List<String> line : lines) {
        checked(format, with(bench.job.toString(), line));
      }
      for (String style : List.of("text", "json", "markdown")) {
        for (String who : List.of("kim@example.com", "no " + LINE)) {
          String job = bench.job.toString();
          checked(format, List.of("explain", job, who, "--format", style));
        }
        String run = bench.newestReport().getFileName().toString();
        checked(format, look(bench, "show", run, "--format", style));
      }
      checked(format, look(bench, "runs"));
      checked(format, look(bench, "runs", "--format", "json"));
      checked(format, look(bench, "rerun"));
      checked(format, List.of("apply", out, bench.job.toString()));
      checkReports(bench);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "json"})
  void fromErrorsOfTheApi(String format) {
    try (Workbench bench = new Workbench(folder)) {
      bench.joined("flo@example.com,Flo Ray,active,Member,Member,Finance,");
      String job = bench.job.toString();
      String body = JsonMapper.shared().writeValueAsString(Map.of("message", LINE, LINE, LINE));
      for (int status : List.of(403, 422, 500)) {
        bench.sandbox.fail(
            FaultDraft.status("POST", "/api/member_invitations", status)
                .withBody(body)
                .always()
                .made());
        checked(format, List.of("sync", job));
      }
      for (String text : List.of(body, LINE, "{\"" + LINE)) {
        bench.sandbox.fail(
            FaultDraft.status("GET", "/api/members", 400).withBody(text).always().made());
        checked(format, List.of("plan", job));
        checked(format, List.of("validate", job, "--online"));
      }
      checkReports(bench);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "json"})
  void fromCommandLinesAndFilesThatAreWrong(String format) throws IOException {
    Path job = folder.resolve("wrong.yaml");
    Files.writeString(job, "name: \"" + escaped(LINE) + "\"\n\"" + escaped(EVIL) + "\": 1\n");
    Path seed = Files.writeString(folder.resolve("seed.json"), "{\"" + LINE + "\": 1");
    Path roster = folder.resolve("people.csv");
    Files.writeString(
        roster, "Email,\"Na" + LINE + "me\",\"Group" + EVIL + "\"\nana@example.com," + EVIL + ",x");
    List<List<String>> lines =
        List.of(
            List.of(LINE),
            List.of("sync"),
            List.of("sync", LINE),
            List.of("sync", "--" + LINE, "x"),
            List.of("plan", job.toString()),
            List.of("plan", job.toString(), "--set", LINE),
            List.of("plan", job.toString(), "--set", "name=" + LINE),
            List.of("plan", job.toString(), "--only", LINE),
            List.of("plan", job.toString(), "--allow", LINE),
            List.of("apply", "no-" + EVIL.replace("\0", "") + ".json", job.toString()),
            List.of("apply", seed.toString(), job.toString()),
            List.of("rerun", LINE, "--repository", "jdbc:h2:file:" + folder.resolve("none")),
            List.of("show", LINE, "--repository", LINE),
            List.of("runs", "--repository", "jdbc:" + LINE),
            List.of("sandbox", "--seed", seed.toString()),
            List.of("sandbox", "--port", LINE),
            List.of("init", roster.toString(), "--out", folder.resolve("made.yaml").toString()),
            List.of("init", roster.toString(), "--out", folder.resolve("made.yaml").toString()),
            List.of("init", LINE),
            List.of("validate", job.toString(), "--format", LINE));
    for (List<String> line : lines) {
      checked(format, line);
    }
    assertThat(Dangers.in(Files.readString(folder.resolve("made.yaml")))).isEmpty();
  }

  @Test
  void fromADatabase() throws SQLException {
    String url = Postgres.freshDatabase();
    String column = "Na" + LINE.replace("\0", "") + "me";
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute("create table people (\"Email\" text, \"" + column + "\" text)");
      statement.execute("insert into people values ('kim@example.com', e'" + escaped(EVIL) + "')");
      statement.execute("insert into people values (e'" + escaped(LINE) + "', 'x')");
      statement.execute(
          "create function bad() returns text language plpgsql as"
              + " $$ begin raise exception '%', e'"
              + escaped(LINE)
              + "'; end $$");
    }
    try (Workbench bench = new Workbench(folder)) {
      String source = "sources:\n  - { name: hr, type: jdbc, url: '%s', query: '%s' }\n";
      for (String query : List.of("select * from people", "select bad() as email")) {
        bench.sources(source.formatted(url, query));
        bench.with("safety: { bad-rows: 90% }");
        for (String command : List.of("validate", "roster", "plan", "sync")) {
          checked("text", List.of(command, bench.job.toString()));
          checked("json", List.of(command, bench.job.toString()));
        }
        checked("text", List.of("init", url, "--query", query, "--out", folder + "/made.yaml"));
      }
      checkReports(bench);
    }
  }

  private static SeedBuilder company(SeedBuilder seed) {
    String name = EVIL.replace("\0", "");
    return seed.workspace(7001, "Acme " + name, "owner@example.com")
        .environmentRole("Role " + name)
        .projectRole("Rights " + name)
        .group("Group " + name, LINE)
        .group("+Group | `x` [y](http://evil.example) <img>", "")
        .member("kim@example.com", "=Kim " + LINE, Map.of("dev", "Role " + name))
        .member(
            SeedMember.of("lou@example.com", "Lou " + name, Map.of("dev", "Member"))
                .in("Group " + name));
  }

  private static String roster() {
    String cell = "\"" + LINE.replace("\"", "") + "\"";
    return "Email,Name,Status,DEV,PROD,Groups,Projects,\"More"
        + LINE
        + "\"\n"
        + Workbench.EVERYBODY.replaceFirst(".*\n", "").replace(",\n", ",,x\n")
        + "kim@example.com,\"=1+1 "
        + LINE
        + "\",active,Member,,,,"
        + cell
        + "\nlou@example.com,Lou,active,"
        + cell
        + ",,,,\nnew@example.com,"
        + cell
        + ",active,Member,,\"+Group | `x` [y](http://evil.example) <img>\",,\n"
        + "bad,"
        + cell
        + ",active,=Member,,,,\n"
        + cell
        + ",x,active,Member,,,,\n";
  }

  private static String rules() {
    return """
        rules:
          - name: "Rule %s"
            when: person.email == "kim@example.com"
            grant: { groups: ["Made %s"] }
        groups:
          "Made %s": { description: "%s" }
        """
        .formatted(escaped(EVIL), escaped(EVIL), escaped(EVIL), escaped(LINE));
  }

  /** As YAML and PostgreSQL read it within quotes. */
  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints()
        .forEach(
            letter ->
                escaped.append(
                    letter >= ' ' && letter < 0x7F
                        ? Character.toString(letter)
                        : letter > 0xFFFF
                            ? "\\U%08X".formatted(letter)
                            : "\\u%04X".formatted(letter)));
    return escaped.toString();
  }

  private static List<String> with(String job, List<String> line) {
    List<String> all = new ArrayList<>(line);
    all.add(1, job);
    return all;
  }

  private static List<String> look(Workbench bench, String... line) {
    return Stream.concat(Stream.of(line), Stream.of("--repository", bench.repository())).toList();
  }

  private static Ran checked(String format, List<String> line) {
    List<String> all = new ArrayList<>(line);
    if (format.equals("json")) {
      all.addAll(1, JSON);
    }
    Ran ran = Shell.run(all.toArray(String[]::new));
    assertThat(ran.code()).as("%s%n%s", line, ran).isNotEqualTo(1);
    assertThat(Dangers.in(ran.out())).as("stdout of %s%n%s", line, ran).isEmpty();
    assertThat(Dangers.in(ran.err())).as("stderr of %s%n%s", line, ran).isEmpty();
    assertThat(ran.err()).doesNotContain("\nrollcall: all is well");
    if (format.equals("json")) {
      checkEvents(ran);
    }
    return ran;
  }

  private static void checkEvents(Ran ran) {
    List<JsonNode> events = ran.err().lines().map(JsonMapper.shared()::readTree).toList();
    assertThat(events).isNotEmpty();
    for (JsonNode event : events) {
      assertThat(Instant.parse(event.get("time").asString())).isNotNull();
      assertThat(event.get("level").asString()).isIn("info", "warn", "error");
      assertThat(event.get("event").asString()).isIn(Events.names());
      assertThat(event.get("message").asString()).isNotEmpty();
    }
    JsonNode last = events.get(events.size() - 1);
    assertThat(last.get("event").asString()).isEqualTo("command.ended");
    assertThat(last.get("exit_code").asInt()).isEqualTo(ran.code());
  }

  /** The names of events, and nothing else. */
  private static final class Events {
    static List<String> names() {
      return Stream.of(EventKind.values()).map(EventKind::key).toList();
    }
  }

  private static void checkReports(Workbench bench) {
    assertThat(bench.reports()).isNotEmpty();
    for (Path report : bench.reports()) {
      try (Stream<Path> files = Files.list(report)) {
        for (Path file : files.toList()) {
          String text = Files.readString(file);
          String shown = text.startsWith("\uFEFF") ? text.substring(1) : text;
          assertThat(Dangers.in(shown)).as("%s", file).isEmpty();
        }
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }
  }
}
