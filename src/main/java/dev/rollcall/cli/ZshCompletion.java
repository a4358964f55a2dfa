package dev.rollcall.cli;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The completion function of zsh: the commands, and the arguments of each. */
final class ZshCompletion {

  private final CommandLine commands;

  ZshCompletion(CommandLine commands) {
    this.commands = commands;
  }

  String script() {
    return """
        #compdef rollcall
        # Completions of rollcall for zsh: into a folder of $fpath.

        _rollcall() {
          local curcontext=$curcontext state line
          _arguments -C%s \\
            '1: :->command' '*:: :->argument'
          case $state in
            command)
              local -a commands
              commands=(%s)
              _describe -t commands command commands
              ;;
            argument)
              case $line[1] in%s
              esac
              ;;
          esac
        }

        _rollcall "$@"
        """
        .formatted(
            options(commands.getCommandSpec()),
            joined("\n        ", subcommands().map(ZshCompletion::offer)),
            joined("\n        ", subcommands().map(ZshCompletion::arguments)));
  }

  private Stream<Map.Entry<String, CommandLine>> subcommands() {
    return commands.getSubcommands().entrySet().stream();
  }

  private static String offer(Map.Entry<String, CommandLine> command) {
    String told = Completed.told(command.getValue().getCommandSpec().usageMessage().description());
    return Completed.quoted(command.getKey() + ":" + told);
  }

  private static String arguments(Map.Entry<String, CommandLine> command) {
    CommandSpec spec = command.getValue().getCommandSpec();
    return "%s) _arguments%s%s ;;".formatted(command.getKey(), options(spec), positionals(spec));
  }

  private static String options(CommandSpec spec) {
    return joined(
        " \\\n            ",
        spec.options().stream()
            .filter(option -> !option.hidden())
            .flatMap(option -> Stream.of(option.names()).map(name -> option(option, name))));
  }

  private static String option(OptionSpec option, String name) {
    String told = "[" + bare(Completed.told(option.description())) + "]";
    String repeated = option.isMultiValue() ? "*" : "";
    boolean valued = Completed.wantsValue(option);
    String equal = valued && name.startsWith("--") ? "=" : "";
    return Completed.quoted(repeated + name + equal + told + (valued ? value(option) : ""));
  }

  private static String positionals(CommandSpec spec) {
    return joined(
        " \\\n            ",
        IntStream.range(0, spec.positionalParameters().size())
            .mapToObj(at -> positional(spec.positionalParameters().get(at), at + 1)));
  }

  private static String positional(PositionalParamSpec argument, int place) {
    return Completed.quoted((argument.isMultiValue() ? "*" : place) + value(argument));
  }

  private static String value(ArgSpec argument) {
    Completed completed = Completed.of(argument);
    String choice = completed.file() ? "_files" : " ";
    if (!completed.words().isEmpty()) {
      choice = "(" + String.join(" ", completed.words()) + ")";
    }
    return ":" + bare(argument.paramLabel()) + ":" + choice;
  }

  /** Without what has a meaning in a specification of an argument. */
  private static String bare(String text) {
    return text.replace("\\", "\\\\").replace(":", "\\:").replace("[", "\\[").replace("]", "\\]");
  }

  private static String joined(String separator, Stream<String> parts) {
    return parts.map(separator::concat).collect(Collectors.joining());
  }
}
