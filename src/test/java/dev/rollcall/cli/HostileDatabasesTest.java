package dev.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.testing.Encodings;
import dev.rollcall.testing.MariaDbServer;
import dev.rollcall.testing.Postgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Databases that fail in every way, some of them with a password in their words. */
class HostileDatabasesTest {

  /** Somebody whom both servers ask for a password that nobody here has. */
  private static final String STRICT = "strict_reader";

  private static final String PASSWORD = "hR.rEad-Me_In~AdDress9";

  private static String postgres;
  private static String maria;

  @TempDir Path folder;

  /** How a job reads a database that fails, and a word of what it says then. */
  private record Failing(String url, String query, String words) {}

  @BeforeAll
  static void start() throws SQLException, IOException {
    postgres = Postgres.freshDatabase();
    maria = MariaDbServer.freshDatabase();
    askForPassword();
    try (Connection connection = DriverManager.getConnection(maria);
        Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE USER IF NOT EXISTS " + STRICT + "@'%' IDENTIFIED BY 'something else'");
      statement.execute("GRANT ALL ON *.* TO " + STRICT + "@'%'");
    }
  }

  /** Started for tests, PostgreSQL believes everybody. */
  private static void askForPassword() throws SQLException, IOException {
    try (Connection connection = DriverManager.getConnection(postgres);
        Statement statement = connection.createStatement()) {
      statement.execute(
          "DO $$ BEGIN CREATE ROLE %s LOGIN PASSWORD 'something else'; EXCEPTION WHEN duplicate_object THEN NULL; END $$"
              .formatted(STRICT));
      try (ResultSet file = statement.executeQuery("SHOW hba_file")) {
        file.next();
        Path rules = Path.of(file.getString(1));
        String rule = "host all %s all scram-sha-256\n".formatted(STRICT);
        String before = Files.readString(rules);
        if (!before.startsWith(rule)) {
          Files.writeString(rules, rule + before);
        }
      }
      statement.execute("SELECT pg_reload_conf()");
    }
  }

  /** With the password in the address. */
  private static String as(String url, String user) {
    return url.replaceFirst("\\?.*", "?user=" + user + "&password=" + PASSWORD);
  }

  private static String elsewhere(String url) {
    return url.replaceFirst("/[^/?]*\\?", "/nowhere_at_all?");
  }

  private static List<Failing> sources() {
    String mine = as(postgres, "postgres");
    String theirs = as(maria, "root").replaceAll("&password=.*", "");
    String coded = new String(java.util.Base64.getEncoder().encode(("u:" + PASSWORD).getBytes()));
    return List.of(
        new Failing(as(postgres, STRICT), "SELECT 1 AS email", "refuses"),
        new Failing(elsewhere(mine), "SELECT 1 AS email", "nowhere_at_all"),
        new Failing(mine, "SELECT * FROM no_such_table", "no_such_table"),
        new Failing(mine, "SELECT CAST('" + PASSWORD + "' AS int) AS email", "integer"),
        new Failing(mine, "SELECT CAST('" + coded + "' AS int) AS email", "integer"),
        new Failing(
            mine, "SELECT CAST('" + Encodings.hex(PASSWORD) + "' AS int) AS email", "integer"),
        new Failing(mine, "SELECT 1 FROM \"" + PASSWORD + "\"", "does not exist"),
        new Failing(mine, "SELECT pg_terminate_backend(pg_backend_pid()) AS email", "terminat"),
        new Failing(mine.replaceFirst(":\\d+/", ":1/"), "SELECT 1 AS email", "nobody listens"),
        new Failing(as(maria, STRICT), "SELECT 1 AS email", "refuses"),
        new Failing(elsewhere(theirs + "&x=y"), "SELECT 1 AS email", "nowhere_at_all"),
        new Failing(theirs, "SELECT `" + PASSWORD + "` AS email", "column"),
        new Failing(theirs, "SELECT EXTRACTVALUE('<a/>', '//[" + PASSWORD + "') AS email", "XPATH"),
        new Failing(theirs, "SELECT * FROM no_such_table", "no_such_table"),
        new Failing("jdbc:nonsense://h/d?password=" + PASSWORD, "SELECT 1 AS email", "driver"));
  }

  @Test
  void noFailingSourceTellsASecret() {
    try (SecretJob job = new SecretJob(folder)) {
      for (Failing each : sources()) {
        reading(job, each);
        String file = job.bench.job.toString();

        Ran validated = job.run("validate", "validate", file);
        Ran planned = job.run("plan", "plan", file, "--verbose", "--log-format=json");
        Ran synced = job.run("sync", "sync", file, "--verbose");
        Ran explained = job.run("explain", "explain", file, "bob@example.com");

        for (Ran ran : List.of(validated, planned, synced, explained)) {
          assertThat(ran.code()).as("%s%n%s", each, ran).isEqualTo(5);
        }
      }
      job.lookIntoFiles("failing sources");
      System.out.println(job.runs() + " runs with failing sources, " + job.leaks.size() + " leaks");
    }
  }

  /** The query is in a file, which holds the password by itself. */
  private static void reading(SecretJob job, Failing each) {
    String url = each.url().replace(PASSWORD, "${file:secret-url}");
    job.write("secret-query.sql", each.query());
    job.bench.sources(
        """
        sources:
          - name: contractors
            type: jdbc
            url: "%s"
            password: "${file:secret-url}"
            query-file: secret-query.sql
            columns: { email: email }
        """
            .formatted(url));
  }

  @Test
  void initTellsNoSecret() {
    try (SecretJob job = new SecretJob(folder)) {
      for (Failing each : sources()) {
        String url =
            each.url().contains("password=") ? each.url() : each.url() + "&password=" + PASSWORD;
        String out = folder.resolve("made.yaml").toString();

        Ran ran =
            job.run("init", "init", url, "--query=" + each.query(), "--out=" + out, "--verbose");

        assertThat(ran.code()).as("%s%n%s", each, ran).isEqualTo(5);
      }
      job.lookIntoFiles("init");
    }
  }

  @Test
  void noFailingRepositoryTellsASecret() {
    List<String> urls =
        List.of(
            as(postgres, STRICT),
            elsewhere(as(postgres, "postgres")),
            as(postgres, "postgres").replaceFirst(":\\d+/", ":1/"),
            as(postgres, "postgres").replaceFirst("//[^/]*/", "//no-such-host.invalid/"),
            as(postgres, "postgres") + "&connectTimeout=" + PASSWORD,
            as(postgres, "postgres").replaceFirst(":\\d+/", ":" + PASSWORD + "/"),
            "jdbc:postgresql:" + PASSWORD + "//x?password=" + PASSWORD);
    try (SecretJob job = new SecretJob(folder)) {
      String file = job.bench.job.toString();
      for (String url : urls) {
        String written = url.replace(PASSWORD, "${file:secret-url}");
        job.write(
            "job.yaml", job.bench.jobText().replace("jdbc:h2:file:./runs", "\"" + written + "\""));

        List<Ran> all =
            List.of(
                job.run("plan", "plan", file, "--verbose", "--log-format=json"),
                job.run("sync", "sync", file, "--verbose"),
                job.run("runs", "runs", "--repository=" + url),
                job.run("show", "show", "--repository=" + url),
                job.run("rerun", "rerun", "--repository=" + url));

        assertThat(all).as(url).allMatch(ran -> ran.code() == 9 || ran.code() == 5);
      }
      job.lookIntoFiles("failing repositories");
    }
  }
}
