package dev.rollcall.cli;

import dev.rollcall.sandbox.Sandbox;
import dev.rollcall.sandbox.SandboxOptions;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The usual commands, given once on the sample data in a folder of their own: what is started so
 * that Java sees which classes commands need, and can put them into its archive.
 */
final class Rehearsal {

  private final Path folder;
  private final List<Integer> codes = new ArrayList<>();

  /** In a folder that holds {@code jobs} and {@code sample-data}, and may be written to. */
  Rehearsal(Path folder) {
    this.folder = folder;
  }

  /** Gives them in the working directory, ends as a command does. */
  public static void main(String[] args) {
    new Rehearsal(Path.of("")).make();
    Main.main(new String[] {"--version"});
  }

  /** Gives all, and returns their exit codes. */
  List<Integer> make() {
    String job = job("quickstart.yaml");
    give("validate", job);
    give("plan", job, "--format", "json", "--out", file("plan.json"));
    give("plan", job);
    give("sync", job, "--log-format", "json");
    give("rerun", job, "--allow", "admin-grants=3");
    give("explain", job, "amir.haas@example.com");
    give("roster", job("assignments.yaml"));
    give("init", file("sample-data/people.csv"), "--out", file("jobs/people.yaml"));
    overHttp();
    return List.copyOf(codes);
  }

  /** As a real workspace is asked. */
  private void overHttp() {
    SandboxOptions company =
        SandboxOptions.of().withSeed(folder.resolve("sample-data/workspace.json"));
    try (Sandbox sandbox = Sandbox.start(company)) {
      give("plan", job("quickstart-http.yaml"), "--set", "target.url=" + sandbox.url());
    }
  }

  private void give(String... command) {
    codes.add(Main.run(new Terminal(nowhere(), nowhere(), false, Map.of()), command));
  }

  private String job(String name) {
    return file("jobs/" + name);
  }

  private String file(String name) {
    return folder.resolve(name).toString();
  }

  private static PrintStream nowhere() {
    return new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
  }
}
