package dev.rollcall.safety;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * How much a plan may do of one kind, as a share, a count, or both: then the smaller holds.
 *
 * @param share between 0 and 1, of what there is before the plan
 */
public record ShareOrCount(Optional<Double> share, Optional<Integer> count) {

  /** From here up a share means what it says; of fewer, at least one is allowed. */
  private static final int SHARE_COUNTS_FROM = 10;

  /** Checks that share and count are some. */
  public ShareOrCount {
    if (share.filter(part -> !(part >= 0 && part <= 1)).isPresent()) {
      throw new IllegalArgumentException("a share is between 0% and 100%");
    }
    if (count.filter(number -> number < 0).isPresent()) {
      throw new IllegalArgumentException("a count is not negative");
    }
  }

  /** How many of {@code base} are allowed. */
  public int allowed(int base) {
    int byShare = share.map(part -> shareOf(base, part)).orElse(Integer.MAX_VALUE);
    return Math.min(byShare, count.orElse(Integer.MAX_VALUE));
  }

  /**
   * How that came about, for people: {@code 10% of 1,200 members is 120, count 25}.
   *
   * @param noun what the base counts, in the plural
   */
  String explain(int base, String noun) {
    String byShare =
        share
            .map(
                part ->
                    "%s of %s %s is %s"
                        .formatted(
                            SafetyTexts.percent(part),
                            SafetyTexts.number(base),
                            noun,
                            SafetyTexts.number(shareOf(base, part))))
            .orElse("");
    String byCount = count.map(number -> "count " + SafetyTexts.number(number)).orElse("");
    return byShare + (byShare.isEmpty() || byCount.isEmpty() ? "" : ", ") + byCount;
  }

  private static int shareOf(int base, double part) {
    // In decimals, because 29% of 100 is 28 in binary fractions.
    int exact =
        BigDecimal.valueOf(part)
            .multiply(BigDecimal.valueOf(base))
            .setScale(0, RoundingMode.FLOOR)
            .intValueExact();
    // 0% is a decision, not a share that few people make too small.
    return base < SHARE_COUNTS_FROM && part > 0 ? Math.max(1, exact) : exact;
  }
}
