package dev.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.testing.JavaCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a command costs before it does its work: what of Rollcall and its libraries it loads. */
class LoadedClassesTest {

  private static final String FLYWAY = "org.flywaydb.core.internal.";
  private static final List<String> RULES = List.of("dev.cel.", "com.google.", "org.antlr.");
  private static final List<String> RUNS =
      List.of("org.springframework.", FLYWAY, "com.zaxxer.hikari.HikariDataSource", "org.h2.");
  private static final List<String> NETWORK =
      List.of(
          "com.sun.net.httpserver.HttpServer",
          "sun.net.httpserver.",
          "java.net.http.",
          "jdk.internal.net.http.",
          "org.apache.hc.",
          "javax.net.ssl.",
          "sun.security.ssl.");
  private static final List<String> SET_UP = List.of("java.util.logging.", "org.xml.");

  @TempDir Path folder;

  @BeforeEach
  void write() throws IOException {
    Files.writeString(folder.resolve("people.csv"), "email,name\nana@example.com,Ana Silva\n");
    String job =
        """
        name: small
        sources:
          - { name: hr, type: csv, path: people.csv }
        target: { type: sandbox }
        scope: { emails: ["*@example.com"] }
        """;
    Files.writeString(folder.resolve("plain.yaml"), job);
    Files.writeString(
        folder.resolve("ruled.yaml"),
        job
            + """
            rules:
              - name: Everybody
                when: person.name != ""
                grant: { roles: { dev: Member } }
            """);
  }

  @Test
  void theVersionTakesNoCommandAndNothingThatCommandsNeed() throws Exception {
    Set<String> loaded = loadedBy("--version");

    assertThat(commands(loaded)).isEmpty();
    assertThat(loaded)
        .contains("dev.rollcall.cli.Version")
        .noneMatch(name -> name.matches("dev\\.rollcall\\.(job|planning|source|tenant|plan)\\..*"));
    assertNone(loaded, List.of("tools.jackson.", "org.snakeyaml.", "java.time.zone.Tzdb"));
    assertNone(loaded, RULES, RUNS, NETWORK, SET_UP);
  }

  @Test
  void aJobWithoutRulesIsValidatedWithoutWhatRulesAndWorkspacesNeed() throws Exception {
    Set<String> loaded = loadedBy("validate", "plain.yaml");

    assertThat(commands(loaded)).containsExactly("ValidateCommand");
    assertNone(
        loaded, List.of("tools.jackson.databind.", "dev.rollcall.tenant.http.HttpTransport"));
    assertNone(loaded, RULES, RUNS, NETWORK, SET_UP);
  }

  @Test
  void aPlanForTheWorkspaceInTheProcessOpensNoConnectionAndBeginsNoRun() throws Exception {
    Set<String> loaded = loadedBy("plan", "plain.yaml");

    assertThat(commands(loaded)).containsExactly("PlanCommand");
    assertThat(loaded).contains("dev.rollcall.tenant.http.LocalTransport");
    assertNone(loaded, RULES, RUNS, NETWORK, SET_UP);
  }

  @Test
  void rulesBringTheirLanguageWithThem() throws Exception {
    assertThat(loadedBy("validate", "ruled.yaml")).anyMatch(name -> name.startsWith("dev.cel."));
  }

  @Test
  void whatMakesTheTablesOfARepositoryIsNotNeededWhereTheyAreThere() throws Exception {
    assertThat(loadedBy("sync", "plain.yaml")).anyMatch(name -> name.startsWith(FLYWAY));
    assertThat(loadedBy("sync", "plain.yaml")).noneMatch(name -> name.startsWith(FLYWAY));
  }

  @SafeVarargs
  private static void assertNone(Set<String> loaded, List<String>... packages) {
    assertThat(
            loaded.stream()
                .filter(
                    name -> Stream.of(packages).flatMap(List::stream).anyMatch(name::startsWith)))
        .isEmpty();
  }

  private static List<String> commands(Set<String> loaded) {
    return loaded.stream()
        .filter(name -> name.matches("dev\\.rollcall\\.cli\\.\\w+Command"))
        .map(name -> name.substring(name.lastIndexOf('.') + 1))
        .toList();
  }

  /** The classes that a command has loaded when it ends, which it does well. */
  private Set<String> loadedBy(String... words) throws IOException, InterruptedException {
    Path log = folder.resolve("loaded.log");
    Process process =
        new ProcessBuilder(
                JavaCommand.with("-Xlog:class+load:file=" + log + "::filecount=0")
                    .of(Main.class, words))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("told.txt").toFile())
            .start();
    assertThat(process.waitFor()).as(Files.readString(folder.resolve("told.txt"))).isZero();
    Set<String> loaded = new TreeSet<>();
    for (String entry : Files.readAllLines(log)) {
      loaded.add(entry.replaceFirst("^(\\[[^]]*])+ ", "").replaceFirst("[ /$].*", ""));
    }
    return loaded;
  }
}
