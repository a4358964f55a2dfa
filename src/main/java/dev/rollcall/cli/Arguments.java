package dev.rollcall.cli;

import dev.rollcall.job.RunOptions;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes the options of a former command line again, from how a run or a plan remembers them. */
@Command
final class Arguments {

  @Option(names = "--set")
  List<String> overrides = new ArrayList<>();

  @Mixin LimitOptions limits = new LimitOptions();

  private Arguments() {}

  /** The options that these arguments stand for. */
  static RunOptions options(List<String> arguments) {
    Arguments parsed = new Arguments();
    new CommandLine(parsed).parseArgs(arguments.toArray(String[]::new));
    return parsed.limits.options(parsed.overrides);
  }
}
