package dev.rollcall.cli;

import picocli.CommandLine.Option;

/** Options that commands know whose results are written as text, JSON or Markdown. */
final class CommonOptions extends ProcessOptions {

  /** How results are written. */
  enum Format {
    text,
    json,
    markdown
  }

  @Option(
      names = "--format",
      paramLabel = "text|json|markdown",
      description = "How the result is written to stdout (default: text).")
  Format format = Format.text;
}
