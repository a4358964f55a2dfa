package dev.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses of databases run nothing, wherever they come from; and nothing connects before. */
class ForbiddenAddressesTest {

  private static final String PEOPLE =
      """
      sources:
        - name: hr
          type: jdbc
          url: "%s"
          query: select * from employee
          properties: { %s }
      """;

  @TempDir Path folder;
  private Workbench bench;
  private Path marker;
  private String init;

  @BeforeEach
  void open() throws SQLException {
    bench = new Workbench(folder);
    marker = folder.resolve("ran");
    init = "INIT=CALL FILE_WRITE('x', '" + marker + "')";
    employees("");
  }

  @AfterEach
  void close() {
    bench.close();
    assertThat(marker).doesNotExist();
  }

  private String file() {
    return "jdbc:h2:file:" + folder.resolve("people");
  }

  private void employees(String settings) throws SQLException {
    try (Connection connection = DriverManager.getConnection(file() + settings);
        Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE IF NOT EXISTS employee AS SELECT 'ana@example.com' AS email, 'Ana' AS name");
    }
  }

  private void refused(Ran ran, String... hints) {
    assertThat(ran.code()).as(ran.toString()).isEqualTo(5);
    assertThat(ran.err()).contains(hints);
    assertThat(ran.complaints()).hasSizeBetween(1, 2);
    assertThat(marker).doesNotExist();
    assertThat(bench.writes()).isEmpty();
    assertThat(bench.hasRepository()).isFalse();
  }

  @Test
  void whatIsTriedHereWouldRun() throws Exception {
    employees(";" + init);

    assertThat(marker).exists();
    Files.delete(marker);
  }

  @ParameterizedTest
  @ValueSource(strings = {"validate", "plan", "sync", "roster"})
  void aSourceRunsNothing(String command) {
    bench.sources(PEOPLE.formatted(file() + ";USER=sa;" + init, ""));

    refused(
        bench.run(command),
        "job.yaml:5:" + ("    url: \"" + file() + ";USER=sa;I").length(),
        "sources[0].url: the setting INIT is not permitted here: it runs SQL; leave it out");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "LOCK_TIMEOUT=1\\\\;CALL FILE_WRITE('x','MARKER') | LOCK_TIMEOUT may not have this value",
        "MODE=MySQL\\\\;CALL FILE_WRITE('x','MARKER') | MODE may not have this value",
        "LOCK_TIMEOUT=(SELECT FILE_WRITE('x','MARKER')) | LOCK_TIMEOUT may not have this value",
        "IFEXISTS=FALSE | IFEXISTS may not have this value: a source is only read",
        "ACCESS_MODE_DATA=rw | ACCESS_MODE_DATA may not have this value: a source is only read",
        "IFEXIST=TRUE | did you mean \"IFEXISTS\"?",
        "TRACE_LEVEL_FILE=3 | it writes files of its own",
      })
  void norByValuesAndOtherSettings(String setting, String hint) {
    String text = setting.replace("MARKER", marker.toString());
    bench.sources(PEOPLE.formatted(file() + ";USER=sa;" + text, ""));

    refused(bench.run("validate"), hint);
  }

  @Test
  void propertiesRunNothing() {
    bench.sources(PEOPLE.formatted(file(), init.replaceFirst("=", ": \"") + "\", user: sa"));

    refused(
        bench.run("validate"),
        "job.yaml:7:19",
        "sources[0].properties: the setting INIT is not permitted here");
  }

  @ParameterizedTest
  @ValueSource(strings = {"validate", "plan", "sync"})
  void theRepositoryRunsNothing(String command) {
    String repository = "jdbc:h2:file:" + folder.resolve("runs") + ";" + init;

    refused(
        bench.run(command, "--set", "repository=" + repository),
        "--set repository: repository: the setting INIT is not permitted here: it runs SQL");
    bench.write(
        "job.yaml", bench.jobText().replace("jdbc:h2:file:./runs", "\"" + repository + "\""));
    refused(bench.run(command), "job.yaml:", "repository: the setting INIT");
  }

  @ParameterizedTest
  @ValueSource(strings = {"runs", "show 20260301-100000-abcd", "rerun"})
  void norDoesOneOfTheCommandLineOrTheEnvironment(String command) {
    String repository = file() + ";USER=sa;" + init;
    String[] words = command.split(" ");
    String[] given =
        Stream.concat(Arrays.stream(words), Stream.of("--repository=" + repository))
            .toArray(String[]::new);

    refused(Shell.run(given), "--repository", "INIT is not permitted here: it runs SQL");
    refused(
        Shell.in(Map.of("ROLLCALL_REPOSITORY", repository), words),
        "ROLLCALL_REPOSITORY",
        "INIT is not permitted here: it runs SQL");
  }

  @Test
  void aRosterThatIsOnlyLookedAtRunsNothing() {
    refused(
        Shell.run(
            "init",
            file() + ";USER=sa;" + init,
            "--query=select * from employee",
            "--out=" + folder.resolve("new.yaml")),
        "INIT is not permitted here");
    assertThat(folder.resolve("new.yaml")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://127.0.0.1:1/d?socketFactory=org.example.Any",
        "jdbc:mariadb://127.0.0.1:1/d?allowLocalInfile=true",
        "jdbc:sqlserver://127.0.0.1:1;trustManagerClass=org.example.Any",
        "jdbc:postgresql://rollcall:hush-7f31/x@127.0.0.1:1/d",
        "jdbc:mariadb://rollcall:hu@hush-7f31@127.0.0.1:1/d",
      })
  void noDriverIsAskedWhatItMustNotBeTold(String url) {
    bench.sources(PEOPLE.formatted(url, ""));

    Ran ran = bench.run("validate");

    refused(ran, "sources[0].url: ");
    assertThat(ran.all()).doesNotContain("hush");
  }

  @Test
  void passwordsAreRefusedWhereverEverybodySeesThem() {
    String h2 = "jdbc:h2:file:" + folder.resolve("runs") + ";USER=a;PASSWORD=" + Shell.MARKER;
    String words = "repository holds a secret, and a command line keeps none; write ${env:NAME}";

    refused(bench.run("sync", "--set", "repository=" + h2), words);
    for (String url : List.of(h2, "jdbc:postgresql://u:" + Shell.MARKER + "@db/x")) {
      for (String command : List.of("runs", "rerun")) {
        refused(Shell.run(command, "--repository=" + url), words);
      }
    }
    // Not refused for their passwords, but there is nothing at either.
    nothingThere(Shell.in(Map.of("ROLLCALL_REPOSITORY", h2), "runs"));
    nothingThere(
        Shell.in(
            Map.of("PW", Shell.MARKER),
            "runs",
            "--repository=" + h2.replace(Shell.MARKER, "${env:PW}")));
  }

  private static void nothingThere(Ran ran) {
    assertThat(ran.code()).as(ran.toString()).isEqualTo(5);
    assertThat(ran.err()).contains("no repository").doesNotContain(Shell.MARKER);
  }
}
