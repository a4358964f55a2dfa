package dev.rollcall.report;

import dev.rollcall.model.Config;
import dev.rollcall.model.ConfigDifferences;
import dev.rollcall.model.Definition;
import dev.rollcall.plan.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is made or changed of a group or a role, in words: of a config, the paths that differ. */
final class DefinitionWords {

  private DefinitionWords() {}

  static String of(Operation.Define operation) {
    String noun = operation.resource().kind().noun().one();
    return operation
        .before()
        .map(before -> changed(noun, operation, before))
        .orElseGet(() -> made(noun, operation.after()));
  }

  private static String made(String noun, Definition after) {
    String about = after.description().isEmpty() ? "" : ": " + after.description();
    List<String> config = differences(Optional.of(Config.NOTHING), after.config());
    String like = after.copyOf().map(other -> " as a copy of \"" + other + "\"").orElse("");
    return "create the "
        + noun
        + like
        + about
        + (config.isEmpty() ? "" : ": " + String.join("; ", config));
  }

  private static String changed(String noun, Operation.Define operation, Definition before) {
    List<String> changes = new ArrayList<>();
    operation.was().ifPresent(was -> changes.add("rename the " + noun + " \"" + was + "\""));
    Definition after = operation.after();
    if (!before.description().equals(after.description())) {
      changes.add(
          after.description().isEmpty()
              ? "take the description of the " + noun
              : "describe the " + noun + ": " + after.description());
    }
    List<String> config = differences(before.config(), after.config());
    if (!config.isEmpty()) {
      changes.add("change the " + noun + ": " + String.join("; ", config));
    }
    return String.join("; ", changes);
  }

  private static List<String> differences(Optional<Config> before, Optional<Config> after) {
    return before.isPresent() && after.isPresent()
        ? ConfigDifferences.between(before.get(), after.get())
        : List.of();
  }
}
