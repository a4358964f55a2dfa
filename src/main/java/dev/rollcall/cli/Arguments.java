package dev.rollcall.cli;

import picocli.CommandLine.Model.CommandSpec;

/** What a command line can say to a command: one argument, or several that commands share. */
interface Arguments {

  /** Lets a command know them, in the order in which help lists them. */
  void addTo(CommandSpec command);

  /** Lets a command know all of them, one after the other. */
  static void addAll(CommandSpec command, Arguments... all) {
    for (Arguments each : all) {
      each.addTo(command);
    }
  }
}
