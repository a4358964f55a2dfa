package dev.rollcall.cli;

import picocli.CommandLine.Option;

/** Options that every command knows. */
class ProcessOptions {

  @Option(
      names = "--log-format",
      paramLabel = "text|json",
      description = "How progress and logs are written to stderr (default: text).")
  LogFormat logFormat = LogFormat.text;

  @Option(names = "--no-color", description = "No colours (NO_COLOR does the same).")
  boolean noColor;

  @Option(names = "--quiet", description = "No progress; errors only.")
  boolean quiet;

  @Option(names = "--verbose", description = "Every person of a plan, and logs of what is done.")
  boolean verbose;

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
