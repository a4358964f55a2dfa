package dev.rollcall.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A distribution as somebody has unpacked it, who has a Java and no Maven. */
final class Unpacked {

  private final Path home;
  private final List<String> user = new ArrayList<>();
  private final Map<String, String> environment = new HashMap<>();

  private Unpacked(Path home) {
    this.home = home;
    environment.put("PATH", Path.of(System.getProperty("java.home"), "bin") + ":/usr/bin:/bin");
    environment.put("ROLLCALL_CACHE", "off");
  }

  /** What a command came to. */
  record Said(int code, String out, String err) {}

  /** Unpacks the archive with this ending into a folder. */
  static Unpacked into(Path folder, String ending) throws IOException {
    Path archive = archive(ending);
    List<String> command =
        ending.equals("zip")
            ? List.of(jar(), "--extract", "--file", archive.toAbsolutePath().toString())
            : List.of("tar", "-xzf", archive.toAbsolutePath().toString());
    Said said = said(new ProcessBuilder(command).directory(folder.toFile()));
    assertThat(said.code()).as(said.err()).isZero();
    return in(folder);
  }

  /** What was unpacked into a folder. */
  static Unpacked in(Path folder) throws IOException {
    try (Stream<Path> top = Files.list(folder)) {
      return new Unpacked(
          top.filter(it -> Files.isDirectory(it.resolve("lib"))).findFirst().orElseThrow());
    }
  }

  /** The one archive that the build has made with this ending. */
  static Path archive(String ending) throws IOException {
    try (Stream<Path> made = Files.list(Path.of("target"))) {
      return made.filter(it -> it.getFileName().toString().matches("rollcall-.*\\." + ending))
          .findFirst()
          .orElseThrow(() -> new AssertionError("mvn package makes no ." + ending));
    }
  }

  private static String jar() {
    return Path.of(System.getProperty("java.home"), "bin", "jar").toString();
  }

  Path home() {
    return home;
  }

  /** The same with something in its environment. */
  Unpacked with(String name, Object value) {
    environment.put(name, value.toString());
    return this;
  }

  /** The same without a variable. */
  Unpacked without(String name) {
    environment.remove(name);
    return this;
  }

  /** The same run by somebody else. */
  Unpacked as(int uid) {
    user.clear();
    user.addAll(List.of("setpriv", "--reuid=" + uid, "--regid=" + uid, "--clear-groups"));
    return this;
  }

  /** Gives a command in a folder. */
  Said run(Path folder, String... arguments) throws IOException {
    return said(started(folder, arguments));
  }

  ProcessBuilder started(Path folder, String... arguments) {
    List<String> command = new ArrayList<>(user);
    command.add(home.resolve("bin/rollcall").toString());
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    return builder;
  }

  /** Waits for its end; nothing that it has started may hold its output open. */
  static Said said(ProcessBuilder builder) throws IOException {
    Path out = Files.createTempFile("rollcall", ".out");
    Path err = Files.createTempFile("rollcall", ".err");
    try {
      Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
      assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
      return new Said(process.exitValue(), Files.readString(out), Files.readString(err));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }
}
