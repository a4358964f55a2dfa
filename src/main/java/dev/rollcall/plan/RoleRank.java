package dev.rollcall.plan;

import dev.rollcall.model.Naming;
import java.util.List;
import java.util.Optional;

/**
 * Which of two roles gives more, as far as that is known: the system roles are ranked, custom roles
 * compare with nothing but {@code No access}.
 */
public final class RoleRank {

  /** Each scale from least to most; roles of different scales do not compare. */
  private static final List<List<String>> SCALES =
      List.of(
          List.of("member", "environmentmanager", "environmentadmin"),
          List.of("projectoperator", "builder", "advancedbuilder", "projectadmin"),
          List.of("operator", "analyst", "admin"));

  private static final String NOTHING = "noaccess";

  private RoleRank() {}

  /**
   * Whether rights may be lost on the way: something was held, and it is taken or replaced by what
   * is not known to give more.
   */
  public static boolean isLoss(Optional<String> before, Optional<String> after) {
    return before.isPresent()
        && (after.isEmpty() || isDownward(before.orElseThrow(), after.orElseThrow()));
  }

  /**
   * Whether a replacement must count as a loss: true unless it is known to give as much or more.
   */
  public static boolean isDownward(String before, String after) {
    String from = fold(before);
    String to = fold(after);
    return !from.equals(to) && !isBelow(from, to);
  }

  /** Whether a replacement is known to give less. */
  public static boolean isKnownDownward(String before, String after) {
    return isBelow(fold(after), fold(before));
  }

  private static boolean isBelow(String lower, String higher) {
    if (lower.equals(NOTHING)) {
      return !higher.equals(NOTHING);
    }
    return SCALES.stream()
        .filter(scale -> scale.contains(lower) && scale.contains(higher))
        .anyMatch(scale -> scale.indexOf(lower) < scale.indexOf(higher));
  }

  private static String fold(String role) {
    return Naming.look(role).replaceAll("[\\s_-]", "");
  }
}
