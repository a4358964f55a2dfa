package dev.rollcall.cli;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The commands, in the order in which help lists them. Each is made when it is needed: to know what
 * all of them take costs more than many a command itself.
 */
final class Commands {

  /** What they are called. */
  static final List<String> NAMES =
      List.of(
          "sync",
          "plan",
          "apply",
          "onboard",
          "rerun",
          "runs",
          "show",
          "purge",
          "validate",
          "init",
          "explain",
          "roster",
          "catalog",
          "export",
          "review",
          "migrate-roles",
          "sandbox");

  private static final List<String> VERSION = List.of("--version", "-V");

  private Commands() {}

  /**
   * What has to be known to understand a command line: the command that it names; nothing where
   * only the version is asked for; everything where it is help that is asked for, or needed.
   */
  static List<String> neededFor(String... words) {
    if (words.length == 1 && VERSION.contains(words[0])) {
      return List.of();
    }
    Optional<String> first =
        Stream.of(words).filter(word -> !word.startsWith("-")).findFirst().filter(NAMES::contains);
    return first.map(List::of).orElse(NAMES);
  }

  /** One of them. */
  static Command of(String name, Terminal terminal) {
    return switch (name) {
      case "sync" -> new SyncCommand(terminal);
      case "plan" -> new PlanCommand(terminal);
      case "apply" -> new ApplyCommand(terminal);
      case "onboard" -> new OnboardCommand(terminal);
      case "rerun" -> new RerunCommand(terminal);
      case "runs" -> new RunsCommand(terminal);
      case "show" -> new ShowCommand(terminal);
      case "purge" -> new PurgeCommand(terminal);
      case "validate" -> new ValidateCommand(terminal);
      case "init" -> new InitCommand(terminal);
      case "explain" -> new ExplainCommand(terminal);
      case "roster" -> new RosterCommand(terminal);
      case "catalog" -> new CatalogCommand(terminal);
      case "export" -> new ExportCommand(terminal);
      case "review" -> new ReviewCommand(terminal);
      case "migrate-roles" -> new MigrateRolesCommand(terminal);
      case "sandbox" -> new SandboxCommand(terminal);
      default -> throw new IllegalArgumentException("there is no command " + name);
    };
  }
}
