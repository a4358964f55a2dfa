package dev.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Gives commands in process. No output may ever hold a stack trace or a token. */
final class Shell {

  /** Part of every token of a {@link Workbench}, and of nothing else. */
  static final String MARKER = "unspeakable-7f31";

  private Shell() {}

  /** Gives one command. */
  static Ran run(String... args) {
    return in(Map.of(), args);
  }

  /** Gives one command in an environment. */
  static Ran in(Map<String, String> environment, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal = new Terminal(stream(out), stream(err), false, environment);
    int code = Main.run(terminal, args);
    Ran ran =
        new Ran(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    assertThat(ran.all()).doesNotContain("\tat ").doesNotContain(MARKER);
    return ran;
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }
}
