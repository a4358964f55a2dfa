package dev.rollcall.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * What help says of a command, and what every command can be told: to say that, and its version.
 */
final class CommandHelp {

  private final CommandSpec spec;

  private CommandHelp(CommandSpec spec) {
    this.spec = spec;
  }

  /** What a command is called, and what it does. */
  static CommandHelp of(Object command, String name, String... description) {
    CommandSpec spec = CommandSpec.wrapWithoutInspection(command).name(name);
    spec.versionProvider(new Version());
    spec.usageMessage().sortOptions(false).description(description);
    return new CommandHelp(spec);
  }

  /** Command lines as they are given, and what there is to say at last. */
  CommandHelp examples(String... lines) {
    spec.usageMessage().footerHeading("%nExamples:%n").footer(lines);
    return this;
  }

  /** The command that can be told this, and asked for help. */
  CommandSpec with(Arguments... arguments) {
    Arguments.addAll(spec, arguments);
    spec.addOption(
        option("-h", "--help", "Show this help message and exit.").usageHelp(true).build());
    spec.addOption(
        option("-V", "--version", "Print version information and exit.").versionHelp(true).build());
    return spec;
  }

  private static OptionSpec.Builder option(String brief, String name, String description) {
    return OptionSpec.builder(brief, name).type(boolean.class).arity("0").description(description);
  }
}
