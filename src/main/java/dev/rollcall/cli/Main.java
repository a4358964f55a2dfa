package dev.rollcall.cli;

import dev.rollcall.batch.ExitCode;
import dev.rollcall.model.Nearest;
import dev.rollcall.security.FailureText;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;

/** The entry point of the jar: parses, runs one command, and ends with the documented exit code. */
public final class Main {

  private Main() {}

  /** Runs Rollcall and ends the process. */
  public static void main(String[] args) {
    // What it says is English, and what it writes is read by programs: numbers too are the same
    // everywhere. Of all languages this one costs nothing to set up.
    Locale.setDefault(Locale.US);
    Terminal terminal = Terminal.ofProcess().speakingAs(args);
    Signals.end(terminal, ExitCode.INTERRUPTED.code());
    EventLines.takeOver(terminal.messages());
    CrashHandler last = new CrashHandler(terminal, terminal.discretion()::hide);
    Thread.setDefaultUncaughtExceptionHandler(last);
    System.exit(ended(terminal, last.over(() -> executed(terminal, args))));
  }

  /** Runs one command line and returns its exit code. */
  static int run(Terminal terminal, String... args) {
    Terminal speaking = terminal.speakingAs(args);
    CrashHandler last = new CrashHandler(speaking, speaking.discretion()::hide);
    return ended(speaking, last.over(() -> executed(speaking, args)));
  }

  private static int ended(Terminal terminal, int code) {
    int all = terminal.tellLoss() ? withoutResult(code) : code;
    terminal.say(Event.ended(all));
    return all;
  }

  private static int withoutResult(int code) {
    return ExitCode.firstOf(List.of(ExitCode.ofNumber(code), ExitCode.WRONG_INPUT)).code();
  }

  private static int executed(Terminal terminal, String... args) {
    terminal.discretion().keepWhatIsIn(List.of(args));
    return commandLine(terminal, Commands.neededFor(args)).execute(args);
  }

  /** All commands. */
  static CommandLine commandLine(Terminal terminal) {
    return commandLine(terminal, Commands.NAMES);
  }

  private static CommandLine commandLine(Terminal terminal, List<String> commands) {
    CommandLine line = Rollcall.line();
    commands.forEach(name -> line.addSubcommand(name, Commands.of(name, terminal).spec()));
    line.setOut(new PrintWriter(terminal.writer(), true));
    line.setErr(hints(terminal));
    line.setColorScheme(
        CommandLine.Help.defaultColorScheme(
            terminal.colours(false) ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF));
    line.setExpandAtFiles(false);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setParameterExceptionHandler(usageErrors(terminal));
    line.setExecutionExceptionHandler(
        (failure, command, parsed) -> new ErrorMessages(terminal).about(failure).code());
    line.registerConverter(Duration.class, new DurationConverter());
    line.registerConverter(Path.class, new PathConverter());
    return line;
  }

  private static PrintWriter hints(Terminal terminal) {
    return new PrintWriter(
        EventLines.of(line -> terminal.say(EventKind.HINT, line)), true, StandardCharsets.UTF_8);
  }

  private static String message(CommandLine.ParameterException failure) {
    CommandLine line = failure.getCommandLine();
    if (failure instanceof CommandLine.UnmatchedArgumentException unmatched
        && line.getParent() == null
        && !unmatched.getUnmatched().get(0).startsWith("-")) {
      String word = unmatched.getUnmatched().get(0);
      return "there is no command \"%s\"; %s".formatted(word, Nearest.remedy(word, Commands.NAMES));
    }
    return FailureText.of(failure);
  }

  /** A wrong command line: what is wrong, what was probably meant, where help is. */
  private static IParameterExceptionHandler usageErrors(Terminal terminal) {
    return (failure, args) -> {
      terminal.say(EventKind.USAGE, message(failure));
      if (!CommandLine.UnmatchedArgumentException.printSuggestions(failure, hints(terminal))) {
        terminal.say(
            EventKind.HINT,
            "Try: " + failure.getCommandLine().getCommandSpec().qualifiedName() + " --help");
      }
      return ExitCode.WRONG_INPUT.code();
    };
  }
}
