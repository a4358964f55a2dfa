package dev.rollcall.cli;

import dev.rollcall.report.Overwriting;
import picocli.CommandLine.Model.CommandSpec;

/** Whether a command may write over what is there where it was asked to write a file. */
final class ForceOption implements Arguments {

  private final Argument<Boolean> force =
      Argument.flag("--force", "Overwrites a file that is there.");

  /** Nothing without it. */
  Overwriting overwriting() {
    return Overwriting.onlyForced(force.given());
  }

  boolean given() {
    return force.given();
  }

  @Override
  public void addTo(CommandSpec command) {
    force.addTo(command);
  }
}
