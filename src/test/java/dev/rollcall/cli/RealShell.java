package dev.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.testing.JavaCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Runs the product as a real process in a folder, as a user would. */
final class RealShell {

  private static final Duration PATIENCE = Duration.ofSeconds(120);

  private final Path folder;
  private Duration clockOffset = Duration.ZERO;
  private String heap = "256m";
  private int processes;

  RealShell(Path folder) {
    this.folder = folder;
  }

  /** A process, and what it has written so far. */
  record Running(Process process, Path out, Path err) {

    /** Waits until it ends by itself. */
    int exitCode() {
      try {
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
            .as("it ends%n%s", told())
            .isTrue();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      return process.exitValue();
    }

    /** Waits until something holds while it is alive. */
    void until(String what, BooleanSupplier holds) {
      Instant end = Instant.now().plus(PATIENCE);
      while (!holds.getAsBoolean()) {
        assertThat(process.isAlive()).as("%s, before it ends%n%s", what, told()).isTrue();
        assertThat(Instant.now()).as("%s, in time%n%s", what, told()).isBefore(end);
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
      }
    }

    /** As {@code kill -9} does. */
    void kill() {
      process.destroyForcibly();
      exitCode();
    }

    String stderr() {
      return read(err);
    }

    String told() {
      return read(out) + read(err);
    }

    private static String read(Path file) {
      try {
        return Files.readString(file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** From now on processes live so much later. */
  void later(Duration duration) {
    clockOffset = clockOffset.plus(duration);
  }

  /** From now on processes have so much memory. */
  RealShell heap(String size) {
    heap = size;
    return this;
  }

  Running start(String... arguments) {
    return start(List.of(), arguments);
  }

  /** The same where files are made with this umask. */
  Running startUnder(String umask, String... arguments) {
    return startBy("umask " + umask + "; exec \"$@\"", arguments);
  }

  /** The same by a shell, to which the whole command is {@code "$@"}. */
  Running startBy(String script, String... arguments) {
    return start(List.of("sh", "-c", script, "sh"), arguments);
  }

  private Running start(List<String> by, String... arguments) {
    List<String> command = new ArrayList<>(by);
    command.addAll(
        JavaCommand.with("-Xmx" + heap, "-D" + Clocks.OFFSET + "=" + clockOffset)
            .of(Main.class, arguments));
    processes++;
    Path out = folder.resolve(processes + ".out");
    Path err = folder.resolve(processes + ".err");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("ROLLCALL_"));
    try {
      return new Running(builder.start(), out, err);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
