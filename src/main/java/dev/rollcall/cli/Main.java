package dev.rollcall.cli;

import dev.rollcall.batch.ExitCode;
import dev.rollcall.model.Nearest;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;

/** The entry point of the jar: parses, runs one command, and ends with the documented exit code. */
public final class Main {

  private Main() {}

  /** Runs Rollcall and ends the process. */
  public static void main(String[] args) {
    // The JDK's client silently repeats a GET whose connection was dropped; Rollcall retries
    // itself.
    System.setProperty("jdk.httpclient.redirects.retrylimit", "1");
    Terminal terminal = Terminal.ofProcess();
    LastResort last = new LastResort(terminal, terminal.discretion()::hide);
    Thread.setDefaultUncaughtExceptionHandler(last);
    System.exit(last.over(() -> executed(terminal, args)));
  }

  /** Runs one command line and returns its exit code. */
  static int run(Terminal terminal, String... args) {
    return new LastResort(terminal, terminal.discretion()::hide)
        .over(() -> executed(terminal, args));
  }

  private static int executed(Terminal terminal, String... args) {
    terminal.discretion().keepWhatIsIn(List.of(args));
    return commandLine(terminal).execute(args);
  }

  /** All commands. */
  static CommandLine commandLine(Terminal terminal) {
    CommandLine line = new CommandLine(new Rollcall());
    line.addSubcommand(new SyncCommand(terminal));
    line.addSubcommand(new PlanCommand(terminal));
    line.addSubcommand(new ApplyCommand(terminal));
    line.addSubcommand(new RerunCommand(terminal));
    line.addSubcommand(new RunsCommand(terminal));
    line.addSubcommand(new ShowCommand(terminal));
    line.addSubcommand(new ValidateCommand(terminal));
    line.addSubcommand(new InitCommand(terminal));
    line.addSubcommand(new ExplainCommand(terminal));
    line.addSubcommand(new RosterCommand(terminal));
    line.addSubcommand(new SandboxCommand(terminal));
    line.setOut(new java.io.PrintWriter(terminal.out(), true));
    line.setErr(new java.io.PrintWriter(terminal.err(), true));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setParameterExceptionHandler(usageErrors(terminal));
    line.setExecutionExceptionHandler(
        (failure, command, parsed) -> new Complaints(terminal).about(failure).code());
    line.getSubcommands().values().forEach(Main::withHelp);
    return line;
  }

  private static void withHelp(CommandLine command) {
    command.getCommandSpec().mixinStandardHelpOptions(true);
    command.getCommandSpec().usageMessage().sortOptions(false);
  }

  private static String message(CommandLine.ParameterException failure) {
    CommandLine line = failure.getCommandLine();
    if (failure instanceof CommandLine.UnmatchedArgumentException unmatched
        && line.getParent() == null
        && !unmatched.getUnmatched().get(0).startsWith("-")) {
      String word = unmatched.getUnmatched().get(0);
      return "there is no command \"%s\"; %s"
          .formatted(word, Nearest.remedy(word, line.getSubcommands().keySet()));
    }
    return failure.getMessage();
  }

  /** A wrong command line: what is wrong, what was probably meant, where help is. */
  private static IParameterExceptionHandler usageErrors(Terminal terminal) {
    return (failure, args) -> {
      terminal.err().println("rollcall: " + terminal.discretion().hide(message(failure)));
      if (!CommandLine.UnmatchedArgumentException.printSuggestions(
          failure, new java.io.PrintWriter(terminal.err(), true))) {
        terminal
            .err()
            .println(
                "Try: " + failure.getCommandLine().getCommandSpec().qualifiedName() + " --help");
      }
      return ExitCode.WRONG_INPUT.code();
    };
  }
}
