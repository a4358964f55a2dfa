package dev.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.sandbox.Mail;
import dev.rollcall.sandbox.Sandbox;
import dev.rollcall.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first thing anybody tries: the sample company, brought into step run by run. */
class QuickstartTest {

  private static final String APPLIED =
      "Applied 67 of 70, verified 57 of 57, 10 invitations sent, not yet visible.";

  @TempDir Path folder;

  @BeforeEach
  void copy() throws IOException {
    SampleCompany.copyTo(folder);
  }

  @Test
  void theFirstRunDoesAllButWhatIsHeld() {
    Ran first = sync("quickstart.yaml");

    assertThat(first.code()).as(first.toString()).isEqualTo(4);
    assertThat(first.out()).contains("Plan: 10 to invite, 43 to change, 6 to remove");
    assertThat(first.lines().stream().filter(line -> line.startsWith("Applied")))
        .containsExactly(APPLIED);
    assertThat(first.lines().subList(first.lines().size() - 6, first.lines().size()))
        .contains(APPLIED);
    assertThat(first.out()).contains("--allow admin-grants=3");
    assertThat(reports()).hasSize(1);
    for (String name : List.of("report.html", "report.json", "operations.csv", "rejects.csv")) {
      assertThat(reports().get(0).resolve(name)).isNotEmptyFile();
    }
  }

  @Test
  void everyCommandThatOnlyLooksCanDoSoBetweenRuns() {
    sync("quickstart.yaml");
    String job = folder.resolve("jobs/quickstart.yaml").toString();

    for (List<String> words :
        List.of(
            List.of("validate", job, "--online"),
            List.of("catalog", job),
            List.of("export", job, "--out", folder.resolve("today.csv").toString()),
            List.of("review", job),
            List.of("explain", job, "amir.haas@example.com"),
            List.of("roster", job),
            List.of("plan", job))) {
      Ran ran = Shell.run(words.toArray(String[]::new));
      assertThat(ran.all()).as(words.get(0)).doesNotContain("is using this state file");
      // This roster has rows that are set aside, and the plan something that is held.
      assertThat(ran.code())
          .as(ran.toString())
          .isEqualTo(
              switch (words.get(0)) {
                case "validate" -> 5;
                case "plan" -> 4;
                default -> 0;
              });
    }
  }

  @Test
  void laterRunsGiveOnlyWhatWaited() {
    sync("quickstart.yaml");
    int invited = invited();
    String afterFirst = inWorkspace(Sandbox::comparableState);

    Ran second = sync("quickstart.yaml");

    assertThat(second.code()).as(second.toString()).isEqualTo(4);
    assertThat(second.out()).contains("Plan: 0 to invite, 3 to change, 0 to remove");
    assertThat(second.out()).contains("Applied 0 of 3");
    assertThat(invited()).isEqualTo(invited);
    assertThat(inWorkspace(Sandbox::comparableState)).isEqualTo(afterFirst);

    change(Sandbox::acceptAll);
    Ran third = sync("quickstart.yaml");

    assertThat(third.code()).as(third.toString()).isEqualTo(4);
    assertThat(third.out()).contains("Applied 4 of 7, verified 4 of 4.");
    assertThat(inWorkspace(Sandbox::comparableState))
        .contains("grant Order to cash@dev finn.kovac@example.com = Advanced builder")
        .contains("grant Order to cash@test finn.kovac@example.com = Builder");

    Ran held = rerun("--allow", "admin-grants=3");

    // Four people of the roster are left alone because of a problem, on purpose.
    assertThat(held.code()).as(held.toString()).isEqualTo(3);
    assertThat(held.out()).contains("Applied 3 of 3, verified 3 of 3.");

    String settled = inWorkspace(Sandbox::comparableState);
    Ran last = sync("quickstart.yaml");

    assertThat(last.code()).as(last.toString()).isEqualTo(3);
    assertThat(last.out()).contains("Exit 3: 4 people were left alone because of a problem");
    assertThat(last.out()).contains("Plan: 0 to invite, 0 to change, 0 to remove");
    assertThat(inWorkspace(Sandbox::comparableState)).isEqualTo(settled);
    assertThat(invited()).isEqualTo(invited);
  }

  @Test
  void overHttpTheSameComesOut() throws IOException {
    sync("quickstart.yaml");

    Path seed = folder.resolve("sample-data/workspace.json");
    try (Sandbox server = Sandbox.start(SandboxOptions.of().withSeed(seed))) {
      Path job = folder.resolve("jobs/quickstart-http.yaml");
      Files.writeString(
          job, Files.readString(job).replace("http://127.0.0.1:8080", server.url().toString()));

      Ran ran = sync("quickstart-http.yaml");

      assertThat(ran.code()).as(ran.toString()).isEqualTo(4);
      assertThat(ran.out()).contains(APPLIED);
      assertThat(server.comparableState()).isEqualTo(inWorkspace(Sandbox::comparableState));
      assertThat(server.mails().stream().map(Mail::email))
          .containsExactlyInAnyOrderElementsOf(
              inWorkspace(sandbox -> sandbox.mails().stream().map(Mail::email).toList()));
    }
  }

  private Ran sync(String job) {
    return Shell.run("sync", folder.resolve("jobs").resolve(job).toString());
  }

  private Ran rerun(String... options) {
    String[] line = new String[options.length + 2];
    line[0] = "rerun";
    line[1] = "--repository=jdbc:h2:file:" + folder.resolve(".rollcall/runs");
    System.arraycopy(options, 0, line, 2, options.length);
    return Shell.run(line);
  }

  private List<Path> reports() {
    try (var all = Files.list(folder.resolve("reports"))) {
      return all.filter(Files::isDirectory).sorted().toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private int invited() {
    return inWorkspace(sandbox -> sandbox.mails().size());
  }

  private void change(Consumer<Sandbox> change) {
    inWorkspace(
        sandbox -> {
          change.accept(sandbox);
          return true;
        });
  }

  /** Looks into the workspace that the job file keeps in a file. */
  private <T> T inWorkspace(Function<Sandbox, T> look) {
    Path state = folder.resolve(".rollcall/quickstart-workspace.json");
    try (Sandbox sandbox = Sandbox.start(SandboxOptions.of().withState(state))) {
      return look.apply(sandbox);
    }
  }
}
