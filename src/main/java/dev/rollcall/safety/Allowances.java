package dev.rollcall.safety;

import dev.rollcall.model.Nearest;
import dev.rollcall.model.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The limits raised for one plan by {@code --allow RULE=N}.
 *
 * @param byRule the number that replaces a rule's own share and count
 */
public record Allowances(Map<String, Integer> byRule) {

  /** The rule about people who may be invited already. */
  public static final String EARLIER_INVITATIONS = "earlier-invitations";

  /** The rules that can be allowed more. */
  public static final List<String> RULES =
      List.of(
          "removals",
          "losses",
          "invites",
          "admin-grants",
          "minimum-admins",
          "protected",
          "sensitive-roles",
          "certification-groups",
          "shrink",
          "seats",
          "unknown-owner",
          EARLIER_INVITATIONS,
          "left-alone");

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

  /** What came of reading flags: the allowances, and what is wrong with the rest of them. */
  public record Parsed(Allowances allowances, List<Problem> problems) {
    /** Copies. */
    public Parsed {
      problems = List.copyOf(problems);
    }
  }

  /** Checks that there are such rules; copies. */
  public Allowances {
    byRule = Map.copyOf(byRule);
    if (!RULES.containsAll(byRule.keySet())) {
      throw new IllegalArgumentException("no such rule among " + byRule.keySet());
    }
  }

  /** Nothing is raised. */
  public static Allowances none() {
    return new Allowances(Map.of());
  }

  /** Reads flags such as {@code removals=40}; all problems are found at once. */
  public static Parsed parse(Collection<String> flags) {
    Map<String, Integer> byRule = new TreeMap<>();
    List<Problem> problems = new ArrayList<>();
    for (String flag : flags) {
      problem(flag, byRule)
          .ifPresentOrElse(
              problems::add, () -> byRule.put(rule(flag), Integer.valueOf(value(flag))));
    }
    return new Parsed(new Allowances(byRule), problems);
  }

  private static Optional<Problem> problem(String flag, Map<String, Integer> before) {
    String where = "--allow " + flag;
    if (!RULES.contains(rule(flag))) {
      return Optional.of(
          new Problem(
              where, "there is no rule \"" + rule(flag) + "\"", Nearest.remedy(rule(flag), RULES)));
    }
    if (!NUMBER.matcher(value(flag)).matches()) {
      return Optional.of(
          new Problem(
              where, "a rule is allowed a whole number", "write --allow " + rule(flag) + "=N"));
    }
    return before.containsKey(rule(flag))
        ? Optional.of(new Problem(where, rule(flag) + " is allowed twice", "name each rule once"))
        : Optional.empty();
  }

  private static String rule(String flag) {
    int equals = flag.indexOf('=');
    return (equals < 0 ? flag : flag.substring(0, equals)).strip();
  }

  private static String value(String flag) {
    int equals = flag.indexOf('=');
    return equals < 0 ? "" : flag.substring(equals + 1).strip();
  }

  /** The number given for a rule. */
  public Optional<Integer> of(String rule) {
    return Optional.ofNullable(byRule.get(rule));
  }

  /**
   * How much a rule allows: the number given for it, else its own cap.
   *
   * @param noun what the base counts, in the plural
   */
  AllowedMaximum ceiling(SafetyRule rule, ShareOrCount cap, int base, String noun) {
    return ceiling(rule, new AllowedMaximum(cap.allowed(base), cap.explain(base, noun)));
  }

  /** Likewise, for rules that allow nothing by themselves. */
  AllowedMaximum ceiling(SafetyRule rule) {
    return ceiling(rule, new AllowedMaximum(0, ""));
  }

  private AllowedMaximum ceiling(SafetyRule rule, AllowedMaximum own) {
    return of(rule.name())
        .map(number -> new AllowedMaximum(number, "--allow " + rule.name() + "=" + number))
        .orElse(own);
  }
}
