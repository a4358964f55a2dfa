package dev.rollcall.safety;

import dev.rollcall.plan.PlannedOperation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Records that are much smaller than those accepted last, by source and over all: somebody may have
 * exported half of them. Holds everything caused by absence, that is, whatever is taken from people
 * in no roster. A source that is gone counts as empty.
 */
final class ShrunkenSource implements SafetyRule {

  static final String NAME = "shrink";

  @Override
  public String name() {
    return NAME;
  }

  /** One source, or all together, then and now. */
  private record Sizes(String source, int accepted, int now) {

    int missing() {
      return accepted - now;
    }

    /** Rounded up, so that allowing it is enough. */
    int missingPercent() {
      return (int) ((100L * missing() + accepted - 1) / accepted);
    }

    String label() {
      return source.equals(AcceptedSizes.ALL)
          ? "all sources together have"
          : "source \"" + source + "\" has";
    }
  }

  @Override
  public List<Violation> judge(PlanUnderReview evidence) {
    ShareOrCount cap = new ShareOrCount(Optional.of(share(evidence.proposed())), Optional.empty());
    List<Sizes> tripped =
        sizes(evidence.proposed()).stream()
            .filter(sizes -> sizes.missing() > cap.allowed(sizes.accepted()))
            .toList();
    if (tripped.isEmpty()) {
      return List.of();
    }
    // One number must let all sources pass.
    int percent = tripped.stream().mapToInt(Sizes::missingPercent).max().orElse(0);
    List<Integer> absent = absent(evidence);
    return tripped.stream().map(sizes -> violation(sizes, cap, percent, absent)).toList();
  }

  private double share(ProposedPlan proposed) {
    return proposed
        .allowances()
        .of(name())
        .map(percent -> Math.min(percent, 100) / 100.0)
        .orElse(proposed.limits().shrink());
  }

  private static List<Sizes> sizes(ProposedPlan proposed) {
    Map<String, Integer> now = AcceptedSizes.of(proposed.desired()).acceptedSizes();
    return new TreeMap<>(proposed.baselines().acceptedSizes())
        .entrySet().stream()
            .map(
                accepted ->
                    new Sizes(
                        accepted.getKey(),
                        accepted.getValue(),
                        now.getOrDefault(accepted.getKey(), 0)))
            .toList();
  }

  private Violation violation(Sizes sizes, ShareOrCount cap, int percent, List<Integer> absent) {
    String message =
        "%s: %s %s, %s were accepted last: %d%% fewer; %s is allowed. %s"
            .formatted(
                name(),
                sizes.label(),
                SafetyTexts.counted(sizes.now(), "person", "people"),
                SafetyTexts.number(sizes.accepted()),
                sizes.missingPercent(),
                cap.share().map(SafetyTexts::percent).orElseThrow(),
                SafetyTexts.again(name(), percent));
    return new Violation(name(), message, sizes.missing(), cap.allowed(sizes.accepted()), absent);
  }

  private static List<Integer> absent(PlanUnderReview evidence) {
    return PlanUnderReview.sequences(
        evidence.operations().stream()
            .filter(planned -> isAbsent(evidence, planned))
            .filter(PlanUnderReview::takes));
  }

  private static boolean isAbsent(PlanUnderReview evidence, PlannedOperation planned) {
    return PlanUnderReview.person(planned)
        .filter(email -> evidence.proposed().desired().roster().person(email).isEmpty())
        .isPresent();
  }
}
