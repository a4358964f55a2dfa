package dev.rollcall.cli;

import picocli.CommandLine.Model.CommandSpec;

/** Options that every command knows. */
class ProcessOptions implements Arguments {

  final Argument<LogFormat> logFormat =
      Argument.option(
              "--log-format",
              "text|json",
              "How progress and logs are written to stderr (default: text).")
          .orElse(LogFormat.class, LogFormat.text);

  final Argument<Boolean> noColor =
      Argument.flag("--no-color", "No colours (NO_COLOR does the same).");

  final Argument<Boolean> quiet = Argument.flag("--quiet", "No progress; errors only.");

  final Argument<Boolean> verbose =
      Argument.flag("--verbose", "Every person of a plan, and logs of what is done.");

  @Override
  public void addTo(CommandSpec command) {
    Arguments.addAll(command, logFormat, noColor, quiet, verbose);
  }

  /** How logs are written. */
  enum LogFormat {
    text,
    json;

    private static final String OPTION = "--log-format";

    /**
     * What a command line asks for, as far as that can be seen before it is understood: so that
     * what is wrong with it is said in that format too.
     */
    static LogFormat seenIn(String... args) {
      for (int i = 0; i < args.length && !args[i].equals("--"); i++) {
        boolean isNext = args[i].equals(OPTION) && i + 1 < args.length;
        String asked = isNext ? OPTION + "=" + args[i + 1] : args[i];
        if (asked.startsWith(OPTION + "=")
            && asked.substring(OPTION.length() + 1).equalsIgnoreCase(json.name())) {
          return json;
        }
      }
      return text;
    }
  }
}
