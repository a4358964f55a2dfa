package dev.rollcall.cli;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** The values that the command line overrides in a job file. */
final class SetOption implements Arguments {

  private final Argument<List<String>> overrides =
      Argument.option(
              "--set",
              "PATH=VALUE",
              "Overrides one value of the job file, e.g. --set safety.invites.count=500. May be"
                  + " repeated.")
          .many(String.class);

  /** As {@code PATH=VALUE}. */
  List<String> given() {
    return overrides.given();
  }

  @Override
  public void addTo(CommandSpec command) {
    overrides.addTo(command);
  }
}
