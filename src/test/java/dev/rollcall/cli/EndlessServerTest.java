package dev.rollcall.cli;

import static dev.rollcall.testing.EndlessServer.endless;
import static dev.rollcall.testing.EndlessServer.json;
import static dev.rollcall.testing.EndlessServer.write;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.testing.EndlessServer;
import dev.rollcall.testing.EndlessServer.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Servers without end, before real processes with little memory: they end, in one line. */
class EndlessServerTest {

  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n";
  private static final String LIST = OK + "{\"data\":[";

  @TempDir Path folder;

  static Stream<Arguments> servers() {
    String text = "x".repeat(9_000);
    return Stream.of(
        hostile("small rows for ever", "/members ", endless(LIST + "{}", ",{}"), "rows"),
        hostile(
            "rows that are kept, for ever",
            "/members ",
            (out, number) -> {
              write(out, LIST + "{\"id\":0}");
              for (int id = 1; true; id++) {
                write(
                    out,
                    ",{\"id\":%d,\"email\":\"p%d@example.com\",\"name\":\"%s\"}"
                        .formatted(id, id, "Ann Lee ".repeat(1_000)));
              }
            },
            "does not fit into the memory"),
        hostile("a text for ever", "/members ", endless(LIST + "{\"name\":\"", text), "a text"),
        hostile("a name for ever", "/members ", endless(LIST + "{\"", text), "a text"),
        hostile(
            "a number for ever",
            "/members ",
            endless(LIST + "{\"id\":1", "1".repeat(9999)),
            "a number"),
        hostile("deeper for ever", "/members ", endless(LIST + "{\"x\":", "[[[["), "nesting"),
        hostile(
            "a text nobody wants, for ever",
            "/members ",
            endless(OK + "{\"x\":\"", text),
            "256 MiB"),
        hostile("one thing for ever", "/users/me", endless(OK + "{\"x\":1", ",\"x\":1"), "1 MiB"),
        hostile("a head for ever", "/members ", endless("HTTP/1.1 200 OK\r\nX: ", text), "head"),
        hostile(
            "headers for ever", "/members ", endless("HTTP/1.1 200 OK\r\n", "X: y\r\n"), "head"),
        hostile(
            "pages without total for ever",
            "/user_groups?",
            (out, number) -> json(out, "{\"data\":[" + groups(number, 100) + "]}"),
            "the list of groups does not end"),
        hostile(
            "pages of a total that grows",
            "/user_groups?",
            (out, number) ->
                json(
                    out,
                    "{\"total\":%d,\"data\":[%s]}".formatted(10 * number + 90, groups(number, 10))),
            "the list of groups does not end"),
        hostile(
            "an error for ever",
            "/members ",
            endless("HTTP/1.1 400 Bad\r\n\r\n", text),
            "answered 400: xxx"));
  }

  private static Arguments hostile(String name, String path, Answer answer, String said) {
    return Arguments.of(name, path, answer, said);
  }

  private static String groups(int page, int size) {
    return IntStream.range(page * size, (page + 1) * size)
        .mapToObj(id -> "{\"id\":%d,\"name\":\"group %d\"}".formatted(id, id))
        .collect(Collectors.joining(","));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("servers")
  void whatDoesNotEndEndsInOneLine(String name, String path, Answer answer, String said) {
    try (EndlessServer server = new EndlessServer(path, answer)) {
      RealShell.Running running = run(server, "plan", "--deadline", "10m");

      assertThat(running.exitCode()).as(running.told()).isEqualTo(9);
      assertThat(running.told().lines()).as(running.told()).hasSize(1);
      assertThat(running.stderr()).startsWith("rollcall: ").contains(said);
      assertThat(server.asked()).isLessThanOrEqualTo(path.contains("group") ? 2_000 : 1);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("commands")
  void theDeadlineInterruptsWhatIsBeingRead(List<String> command) {
    Answer dripping =
        (out, number) -> {
          write(out, LIST);
          while (true) {
            write(out, " ");
            out.flush();
            LockSupport.parkNanos(1_000_000);
          }
        };
    try (EndlessServer server = new EndlessServer("/members ", dripping)) {
      RealShell.Running running = run(server, command.toArray(String[]::new));

      assertThat(running.exitCode()).as(running.told()).isEqualTo(8);
      assertThat(running.stderr().lines()).as(running.told()).hasSizeLessThanOrEqualTo(1);
      assertThat(running.told()).containsPattern("(the|its) time is over").doesNotContain("\tat ");
      assertThat(server.asked()).isLessThanOrEqualTo(1);
    }
  }

  static Stream<List<String>> commands() {
    return Stream.of(
        List.of("plan", "--deadline", "3s"),
        List.of("validate", "--online", "--deadline", "3s"),
        List.of("explain", "ana@example.com", "--deadline", "3s"),
        List.of("sync", "--deadline", "3s"));
  }

  @Test
  void tooLittleMemoryIsSaidInOneLine() {
    try (EndlessServer server = new EndlessServer("/nothing", endless("", ""))) {
      job(server);
      RealShell.Running running =
          new RealShell(folder).heap("4m").start("plan", "job.yaml", "--quiet");

      assertThat(running.exitCode()).as(running.told()).isEqualTo(1);
      assertThat(running.told()).doesNotContain("\tat ");
      assertThat(running.stderr()).contains("rollcall: ", "of memory are not enough");
    }
  }

  private RealShell.Running run(EndlessServer server, String... command) {
    job(server);
    List<String> line = new ArrayList<>(List.of(command));
    line.add(1, "job.yaml");
    line.add("--quiet");
    return new RealShell(folder).heap("128m").start(line.toArray(String[]::new));
  }

  private void job(EndlessServer server) {
    try {
      Files.writeString(folder.resolve("people.csv"), "Email,Name\nana@example.com,Ana Silva\n");
      Files.writeString(folder.resolve("token"), "sandbox-token");
      Files.writeString(
          folder.resolve("job.yaml"),
          """
          name: small
          sources: [ { name: hr, type: csv, path: people.csv } ]
          target:
            type: workato
            url: %s
            tokens: { dev: "${file:token}" }
            rate: { per-minute: 60000 }
          repository: jdbc:h2:file:./runs
          """
              .formatted(server.url()));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
