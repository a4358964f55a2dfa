package dev.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.security.Secrets;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The last fence: what nobody has thought of. */
class SecretMaskingTest {

  private static final String TOKEN = "wrk-0rchid=Gard3n/violet";

  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final PrintStream all = new PrintStream(written, true, StandardCharsets.UTF_8);
  private final PrintStream stderr = System.err;
  private final Terminal terminal = new Terminal(all, all, false, Map.of());

  @BeforeEach
  void catchTheLog() {
    System.setErr(all);
  }

  @AfterEach
  void letGo() {
    System.setErr(stderr);
  }

  private String written() {
    return written.toString(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @EnumSource
  void aBugIsToldWithoutTheSecretsOfTheJobThatWasRead(ProcessOptions.LogFormat format)
      throws IOException {
    ProcessOptions options = new ProcessOptions();
    options.verbose.give(true);
    options.logFormat.give(format);
    Logs.setUp(terminal, options);
    terminal.discretion().keep(Secrets.of(List.of(TOKEN)));
    Exception cause = new IllegalArgumentException("Bearer " + TOKEN);
    cause.addSuppressed(new IllegalArgumentException("only 0rchid=Gard3n"));

    new ErrorMessages(terminal)
        .about(new IllegalStateException("unknown \"" + TOKEN + "\"", cause));

    assertThat(written()).contains("this is a bug", "unknown").doesNotContain("0rchid=G", "\tat ");
    assertThat(Files.readString(log()))
        .contains("Bearer ***", "only ***", "SecretMaskingTest")
        .doesNotContain("0rchid=G");
  }

  /** The file that the line names, kept until the test is over. */
  private Path log() {
    Matcher named = Pattern.compile("\\S*rollcall-bug-\\w+\\.log").matcher(written());
    assertThat(named.find()).as(written()).isTrue();
    Path file = Path.of(named.group());
    file.toFile().deleteOnExit();
    return file;
  }

  @Test
  void driversThatLogOnTheirOwnAreNotHeard() throws IOException, InterruptedException {
    assertThat(LoudDriver.heard(Terminal.class)).contains(LoudDriver.ADDRESS);
    assertThat(LoudDriver.heard(Logs.class)).isEmpty();
  }

  @Test
  void whatIsMistypedIsNotRepeatedWithItsPassword() {
    int code =
        Main.run(terminal, "runs", "--repositry=jdbc:postgresql://db/runs?password=" + TOKEN);

    assertThat(code).isEqualTo(5);
    assertThat(written()).contains("password=***").doesNotContain("0rchid=G");
  }
}
