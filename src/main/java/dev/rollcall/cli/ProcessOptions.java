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
    json
  }
}
