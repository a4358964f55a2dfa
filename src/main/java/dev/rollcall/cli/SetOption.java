package dev.rollcall.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The values that the command line overrides in a job file. */
final class SetOption {

  @Option(
      names = "--set",
      paramLabel = "PATH=VALUE",
      description =
          "Overrides one value of the job file, e.g. --set safety.invites.count=500. May be"
              + " repeated.")
  List<String> overrides = new ArrayList<>();
}
