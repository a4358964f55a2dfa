package dev.rollcall.cli;

import dev.rollcall.batch.WrongInput;
import dev.rollcall.journal.RepositorySettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which repository commands look at that name no job file. */
final class RepositoryOption {

  /** Where job files usually keep it, from the folder where commands are given. */
  private static final List<Path> USUAL =
      List.of(Path.of(".rollcall", "runs"), Path.of("jobs", ".rollcall", "runs"));

  @Option(
      names = "--repository",
      paramLabel = "URL",
      description =
          "The repository, as in the job file (default: ROLLCALL_REPOSITORY, or .rollcall/runs here"
              + " or under jobs/).")
  Optional<String> url = Optional.empty();

  RepositorySettings settings(Terminal terminal) {
    String given =
        url.or(() -> Optional.ofNullable(terminal.environment().get("ROLLCALL_REPOSITORY")))
            .filter(text -> !text.isBlank())
            .orElseGet(RepositoryOption::usual);
    terminal.discretion().keepWhatIsIn(List.of(given));
    RepositorySettings.problem("--repository", given)
        .ifPresent(
            problem -> {
              throw new WrongInput(List.of(problem));
            });
    return RepositorySettings.of(given);
  }

  private static String usual() {
    return USUAL.stream()
        .filter(path -> Files.exists(Path.of(path + ".mv.db")))
        .findFirst()
        .map(path -> "jdbc:h2:file:" + path.toAbsolutePath())
        .orElseThrow(
            () ->
                new WrongInput(
                    "no repository found in .rollcall; name it with --repository"
                        + " jdbc:h2:file:PATH or ROLLCALL_REPOSITORY"));
  }
}
