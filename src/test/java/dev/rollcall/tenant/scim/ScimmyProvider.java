package dev.rollcall.tenant.scim;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * A service provider made of scimmy, in a process of Node. What it needs is installed before, by
 * the profile {@code scimmy} of the build; nothing is fetched here.
 */
final class ScimmyProvider implements ForeignProvider {

  private static final Path FOLDER = Path.of("target", "scimmy");

  private final Process process;
  private final int port;

  /**
   * One without anybody.
   *
   * @param filters whether it looks at filters at all
   */
  ScimmyProvider(boolean filters) {
    try {
      // One of its own, for several may start at once; it is read by the time the port is told.
      Path program = Files.createTempFile(FOLDER, "server", ".mjs");
      try (InputStream in = ScimmyProvider.class.getResourceAsStream("/scimmy/server.mjs")) {
        Files.copy(in, program, StandardCopyOption.REPLACE_EXISTING);
      }
      this.process = started(program, filters);
      BufferedReader said = process.inputReader();
      this.port =
          Integer.parseInt(
              Optional.ofNullable(said.readLine())
                  .orElseThrow(() -> new IOException("node ended at once")));
      Files.delete(program);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Process started(Path program, boolean filters) throws IOException {
    return new ProcessBuilder(
            "node", program.getFileName().toString(), filters ? "listens" : "deaf")
        .directory(FOLDER.toFile())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /** Whether what it needs is here. */
  static boolean isInstalled() {
    return Files.isDirectory(FOLDER.resolve("node_modules").resolve("scimmy-routers"))
        && isNodeThere();
  }

  private static boolean isNodeThere() {
    try {
      return new ProcessBuilder("node", "--version")
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public URI url() {
    return URI.create("http://127.0.0.1:" + port + "/scim/v2");
  }

  @Override
  public String token() {
    return "scimmy-token-of-the-test";
  }

  @Override
  public void close() {
    process.destroy();
  }
}
