package dev.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CrashHandlerTest {

  private static final Pattern FILE = Pattern.compile("please report it with (\\S+)");

  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final CrashHandler last =
      new CrashHandler(
          new Terminal(stream(), stream(), false, Map.of()), text -> text.replace("s3cret", "***"));

  @AfterEach
  void removeFiles() throws IOException {
    for (Path file : files()) {
      Files.deleteIfExists(file);
    }
  }

  static Stream<Throwable> failures() {
    return Stream.of(
        new IllegalStateException("broken by s3cret\nand\u001b[31m more"),
        new NullPointerException(),
        new StackOverflowError(),
        new NoClassDefFoundError("dev/rollcall/Gone"),
        new OutOfMemoryError("Java heap space"),
        new ExceptionInInitializerError(new IOException("s3cret")));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void whateverIsThrownIsOneLineAndAFileForItsOwner(Throwable failure) throws IOException {
    int code =
        last.over(
            () -> {
              sneak(failure);
              return 0;
            });

    assertThat(code).isEqualTo(1);
    assertThat(told().lines()).hasSize(1);
    assertThat(told()).startsWith("rollcall: ").doesNotContain("s3cret").doesNotContain("\u001b");
    Path file = files().get(0);
    assertThat(Files.readString(file))
        .contains("\tat ", failure.getClass().getName(), "Java ")
        .doesNotContain("s3cret");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void aThreadThatDiedSpoilsTheEnd() {
    int code =
        last.over(
            () -> {
              last.uncaughtException(Thread.currentThread(), new IllegalStateException("dead"));
              return 0;
            });

    assertThat(code).isEqualTo(1);
    assertThat(told().lines()).hasSize(1);
    assertThat(told()).contains("this is a bug: java.lang.IllegalStateException: dead");
  }

  @Test
  void whatWentWellIsLeftAlone() {
    assertThat(last.over(() -> 4)).isEqualTo(4);
    assertThat(told()).isEmpty();
  }

  private static void sneak(Throwable failure) {
    if (failure instanceof Error error) {
      throw error;
    }
    throw (RuntimeException) failure;
  }

  private List<Path> files() {
    Matcher named = FILE.matcher(told());
    return named.results().map(found -> Path.of(found.group(1))).toList();
  }

  private String told() {
    return err.toString(StandardCharsets.UTF_8);
  }

  private PrintStream stream() {
    return new PrintStream(err, true, StandardCharsets.UTF_8);
  }
}
