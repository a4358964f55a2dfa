package dev.rollcall.rules;

import dev.rollcall.model.Origin;

/**
 * A condition as the job file has it.
 *
 * @param owner whose it is, as messages say it: {@code rule "Finance"}
 * @param key the key that it stands under
 * @param origin where the text begins
 * @param positions where places within the text are
 * @param remedy what helps where the text is too large
 */
record ConditionText(
    String owner, String key, String text, Origin origin, Rule.Positions positions, String remedy) {

  /** That of a rule. */
  static ConditionText of(Rule rule) {
    return new ConditionText(
        "rule \"" + rule.name() + "\"",
        "when",
        rule.when(),
        rule.origin(),
        rule.positions(),
        "make several rules of it");
  }

  /** Something that is said of it. */
  String named(String what) {
    return owner + ": " + what;
  }
}
