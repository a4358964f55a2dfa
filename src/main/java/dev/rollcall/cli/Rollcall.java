package dev.rollcall.cli;

import picocli.CommandLine.Command;

/** The root of the command line. */
@Command(
    name = "rollcall",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    description =
        "Keeps the people, groups and roles of a workspace equal to what your own records say.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  rollcall plan jobs/nightly.yaml               what would be done",
      "  rollcall sync jobs/nightly.yaml               do it",
      "  rollcall sync jobs/nightly.yaml --allow removals=40",
      "  rollcall onboard new.xlsx jobs/nightly.yaml   bring in the people of a spreadsheet",
      "  rollcall rerun                                go on with what is left",
      "",
      "Exit codes: 0 done, 1 bug, 2 plan has changes (--detailed-exitcode), 3 left over,",
      "4 held back by a safety rule, 5 wrong input, 6 busy, 7 stale plan, 8 interrupted,",
      "9 unavailable."
    })
final class Rollcall implements Runnable {

  @picocli.CommandLine.Spec picocli.CommandLine.Model.CommandSpec spec;

  /** Without a command there is nothing to do but to say so. */
  @Override
  public void run() {
    throw new picocli.CommandLine.ParameterException(
        spec.commandLine(),
        "a command is missing: init, sync, plan, apply, onboard, rerun, runs, show, explain, roster, validate, purge or sandbox");
  }
}
