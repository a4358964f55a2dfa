package dev.rollcall.cli;

import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The completion script of fish: one {@code complete} for each command and each option of it. */
final class FishCompletion {

  private static final String BEFORE_COMMAND = "__fish_use_subcommand";

  private final CommandLine commands;

  FishCompletion(CommandLine commands) {
    this.commands = commands;
  }

  String script() {
    Stream<String> lines =
        Stream.concat(
            Stream.of("# Completions of rollcall for fish: into ~/.config/fish/completions."),
            Stream.concat(
                options(BEFORE_COMMAND, commands.getCommandSpec()),
                commands.getSubcommands().entrySet().stream()
                    .flatMap(it -> command(it.getKey(), it.getValue().getCommandSpec()))));
    return String.join("\n", lines.toList()) + "\n";
  }

  private Stream<String> command(String name, CommandSpec spec) {
    String within = "__fish_seen_subcommand_from " + name;
    String offer =
        complete(BEFORE_COMMAND) + " -f -a " + name + told(spec.usageMessage().description());
    String files =
        spec.positionalParameters().stream().anyMatch(it -> Completed.of(it).file())
            ? " -F"
            : " -f";
    return Stream.concat(Stream.of(offer, complete(within) + files), options(within, spec));
  }

  private static Stream<String> options(String when, CommandSpec spec) {
    return spec.options().stream()
        .filter(option -> !option.hidden())
        .map(option -> complete(when) + names(option) + value(option) + told(option.description()));
  }

  private static String names(OptionSpec option) {
    StringBuilder names = new StringBuilder();
    for (String name : option.names()) {
      names.append(name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1));
    }
    return names.toString();
  }

  private static String value(OptionSpec option) {
    return Completed.wantsValue(option) ? " -r" + choice(option) : "";
  }

  private static String choice(ArgSpec argument) {
    Completed completed = Completed.of(argument);
    List<String> words = completed.words();
    if (!words.isEmpty()) {
      return " -f -a " + quoted(String.join(" ", words));
    }
    return completed.file() ? " -F" : " -f";
  }

  private static String told(String... description) {
    return " -d " + quoted(Completed.told(description));
  }

  private static String complete(String when) {
    return "complete -c rollcall -n " + quoted(when);
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
