package dev.rollcall.cli;

import picocli.CommandLine.Model.CommandSpec;

/** Options that commands know whose results are written as text, JSON or Markdown. */
final class CommonOptions extends ProcessOptions {

  /** How results are written. */
  enum Format {
    text,
    json,
    markdown
  }

  final Argument<Format> format =
      Argument.option(
              "--format",
              "text|json|markdown",
              "How the result is written to stdout (default: text).")
          .orElse(Format.class, Format.text);

  @Override
  public void addTo(CommandSpec command) {
    super.addTo(command);
    format.addTo(command);
  }
}
