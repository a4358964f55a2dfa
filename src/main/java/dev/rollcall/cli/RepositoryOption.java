package dev.rollcall.cli;

import dev.rollcall.batch.NamedRepository;
import dev.rollcall.batch.WrongInput;
import dev.rollcall.job.yaml.ReferenceSources;
import dev.rollcall.job.yaml.References;
import dev.rollcall.journal.RepositorySettings;
import dev.rollcall.model.Problem;
import dev.rollcall.security.FileLook;
import dev.rollcall.security.JdbcAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** Which repository commands look at that name no job file. */
final class RepositoryOption implements Arguments {

  private static final String OPTION = "--repository";
  private static final String VARIABLE = "ROLLCALL_REPOSITORY";

  /** Where job files usually keep it, from the folder where commands are given. */
  private static final List<Path> USUAL =
      List.of(Path.of(".rollcall", "runs"), Path.of("jobs", ".rollcall", "runs"));

  final Argument<Optional<String>> url =
      Argument.option(
              OPTION,
              "URL",
              "The repository, as in the job file, with references in place of secrets (default:"
                  + " ROLLCALL_REPOSITORY, or .rollcall/runs here or under jobs/).")
          .optional(String.class);

  /** Where reports are looked at when the repository cannot be. */
  static Argument<Path> reports() {
    return Argument.option(
            "--reports",
            "FOLDER",
            "Where written reports are, should the repository be locked (default: reports).")
        .orElse(Path.class, Path.of("reports"));
  }

  @Override
  public void addTo(CommandSpec command) {
    url.addTo(command);
  }

  NamedRepository named(Terminal terminal) {
    if (url.given().filter(text -> !text.isBlank()).isPresent()) {
      return named(OPTION, followed(url.given().get(), terminal), terminal);
    }
    return Optional.ofNullable(terminal.environment().get(VARIABLE))
        .filter(text -> !text.isBlank())
        .map(text -> named(VARIABLE, text, terminal))
        .orElseGet(() -> named(OPTION, usual(), terminal));
  }

  private static NamedRepository named(String where, String text, Terminal terminal) {
    terminal.discretion().keepWhatIsIn(List.of(text));
    JdbcAddress address = JdbcAddress.of(text).within(Path.of(""));
    RepositorySettings.problem(where, address)
        .ifPresent(
            problem -> {
              throw new WrongInput(problem);
            });
    return new NamedRepository(where, new RepositorySettings(address));
  }

  /** A password may be referred to; written out, everybody on the machine could read it. */
  private static String followed(String text, Terminal terminal) {
    if (JdbcAddress.holdsWrittenPassword(text)) {
      throw new WrongInput(
          new Problem(
              OPTION,
              "repository holds a secret, and a command line keeps none",
              "write ${env:NAME} or ${file:/path} instead, or set " + VARIABLE));
    }
    ReferenceSources ours =
        new ReferenceSources(terminal.environment(), ReferenceSources.ofProcess().files());
    References.Followed followed = new References(ours, Path.of("")).follow(text);
    List<Problem> problems =
        followed.complaints().stream()
            .map(each -> new Problem(OPTION, "repository " + each.what(), each.remedy()))
            .toList();
    if (!problems.isEmpty()) {
      throw new WrongInput(problems);
    }
    return followed.text();
  }

  private static String usual() {
    return USUAL.stream()
        .filter(path -> FileLook.mayBeThere(Path.of(path + ".mv.db")))
        .findFirst()
        .map(path -> "jdbc:h2:file:" + path)
        .orElseThrow(
            () ->
                new WrongInput(
                    "no repository found in .rollcall; name it with --repository"
                        + " jdbc:h2:file:PATH or ROLLCALL_REPOSITORY"));
  }
}
