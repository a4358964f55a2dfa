package dev.rollcall.cli;

import dev.rollcall.testing.JavaCommand;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.logging.Logger;

/** A process in which a driver logs by the JDK's own means. */
final class LoudDriver {

  /** What it tells. */
  static final String ADDRESS = "jdbc:x://u:wrk-0rchid@h";

  private LoudDriver() {}

  /** What such a process writes in which this class of ours has been at work. */
  static String heard(Class<?> ours) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(JavaCommand.with().of(LoudDriver.class, ours.getSimpleName()))
            .redirectErrorStream(true)
            .start();
    String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return told;
  }

  /** The process. */
  public static void main(String[] ours) {
    Terminal terminal = Terminal.ofProcess();
    if (ours[0].equals(Logs.class.getSimpleName())) {
      Logs.setUp(terminal, new ProcessOptions());
    }
    Logger.getLogger("org.example.driver").severe(ADDRESS);
  }
}
