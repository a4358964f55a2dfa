package dev.rollcall.safety;

import dev.rollcall.model.Thousands;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;

/** The phrases that messages of different rules share. */
final class SafetyTexts {

  private static final int NAMED = 3;

  private SafetyTexts() {}

  /** {@code 1,200}. */
  static String number(int value) {
    return Thousands.of(value);
  }

  /** {@code 1 person}, {@code 2 people}. */
  static String counted(int value, String one, String many) {
    return number(value) + " " + (value == 1 ? one : many);
  }

  /** {@code 12.5%}. */
  static String percent(double share) {
    return BigDecimal.valueOf(share).movePointRight(2).stripTrailingZeros().toPlainString() + "%";
  }

  /** The first few of them, and how many more there are. */
  static String some(Collection<String> names) {
    List<String> sorted = names.stream().distinct().sorted().toList();
    String few = String.join(", ", sorted.stream().limit(NAMED).toList());
    int rest = sorted.size() - NAMED;
    return rest > 0 ? few + " and " + number(rest) + " more" : few;
  }

  /** The switch that lets a plan pass. */
  static String again(String rule, int value) {
    return "If this is right, run again with --allow " + rule + "=" + value;
  }
}
