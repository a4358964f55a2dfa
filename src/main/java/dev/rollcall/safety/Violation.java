package dev.rollcall.safety;

import java.util.List;

/**
 * A safety rule that a plan breaks.
 *
 * @param rule the rule's name, as {@code --allow} takes it
 * @param message what, how much, how much is allowed, and which switch lets it pass
 * @param count how much the plan does; for {@code minimum-admins} how many would be left, for
 *     {@code shrink} how many people are missing
 * @param allowed how much is allowed; for {@code minimum-admins} how many must be left
 * @param sequences the operations the rule counts, sorted; all of them are held
 */
public record Violation(
    String rule, String message, int count, int allowed, List<Integer> sequences) {

  /** Sorts and copies. */
  public Violation {
    sequences = sequences.stream().sorted().distinct().toList();
  }

  /** The violation where a rule counted more than its ceiling; empty where it did not. */
  static List<Violation> above(
      AllowedMaximum ceiling, SafetyRule rule, String what, CountedOperations count) {
    if (count.total() <= ceiling.allowed()) {
      return List.of();
    }
    String message =
        "%s: %s; %s. %s"
            .formatted(rule.name(), what, ceiling, SafetyTexts.again(rule.name(), count.total()));
    return List.of(
        new Violation(rule.name(), message, count.total(), ceiling.allowed(), count.sequences()));
  }
}
