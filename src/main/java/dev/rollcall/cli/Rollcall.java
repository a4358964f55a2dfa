package dev.rollcall.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** The root of the command line. */
final class Rollcall implements Runnable {

  private final CommandSpec spec;

  private Rollcall() {
    spec =
        CommandHelp.of(
                this,
                "rollcall",
                "Keeps the people, groups and roles of a workspace equal to what your own records say.")
            .examples(
                "  rollcall plan jobs/nightly.yaml               what would be done",
                "  rollcall sync jobs/nightly.yaml               do it",
                "  rollcall sync jobs/nightly.yaml --allow removals=40",
                "  rollcall onboard new.xlsx jobs/nightly.yaml   bring in the people of a spreadsheet",
                "  rollcall rerun                                go on with what is left",
                "",
                "Exit codes: 0 done, 1 bug, 2 plan has changes (--detailed-exitcode), 3 left over,",
                "4 held back by a safety rule, 5 wrong input, 6 busy, 7 stale plan, 8 interrupted,",
                "9 unavailable.")
            .with();
    spec.usageMessage().synopsisSubcommandLabel("COMMAND");
  }

  /** A line that knows the root, and no command yet. */
  static CommandLine line() {
    // Else it looks for Groovy in each jar, and for types that no argument of ours has.
    System.setProperty("picocli.disable.closures", "true");
    System.setProperty("picocli.converters.excludes", "java\\.(sql|time)\\..*");
    return new CommandLine(new Rollcall().spec);
  }

  /** Without a command there is nothing to do but to say so. */
  @Override
  public void run() {
    List<String> names = Commands.NAMES;
    throw new ParameterException(
        spec.commandLine(),
        "a command is missing: "
            + String.join(", ", names.subList(0, names.size() - 1))
            + " or "
            + names.get(names.size() - 1));
  }
}
