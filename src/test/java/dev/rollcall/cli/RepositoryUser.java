package dev.rollcall.cli;

import dev.rollcall.journal.Repository;
import dev.rollcall.journal.RepositorySettings;
import dev.rollcall.testing.JavaCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;

/** Another process that has a repository open until it is closed. */
final class RepositoryUser implements AutoCloseable {

  private final Process process;

  private RepositoryUser(Process process) {
    this.process = process;
  }

  /** Starts it, and returns when it has the repository. */
  static RepositoryUser of(String repository) {
    try {
      Process process =
          new ProcessBuilder(JavaCommand.with().of(RepositoryUser.class, repository))
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      // A byte tells that it is open; the end of the stream that it could not be.
      if (process.getInputStream().read() < 0) {
        throw new IllegalStateException("the other process ended with " + process.waitFor());
      }
      return new RepositoryUser(process);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The other process. */
  public static void main(String[] args) throws IOException {
    try (Repository held = Repository.open(RepositorySettings.of(args[0]), Clock.systemUTC())) {
      System.out.write("held".getBytes(StandardCharsets.US_ASCII));
      System.out.flush();
      System.in.read();
      held.journal();
    }
  }

  long pid() {
    return process.pid();
  }

  @Override
  public void close() {
    try {
      process.getOutputStream().close();
      process.waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
