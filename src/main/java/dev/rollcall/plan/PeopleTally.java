package dev.rollcall.plan;

import dev.rollcall.model.Email;
import dev.rollcall.model.Vocabulary.Joining;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * People by what a plan does to them; each person counts once, under the gravest.
 *
 * @param joining how those come in who do
 * @param invite to be invited, or to get an account
 * @param change to gain, change or lose rights, and to stay
 * @param remove to be suspended or removed
 * @param unchanged all others in scope
 */
public record PeopleTally(Joining joining, int invite, int change, int remove, int unchanged) {

  /** Counts the people behind these operations. */
  public static PeopleTally of(
      Joining joining, Collection<PlannedOperation> operations, int considered) {
    Map<Email, Integer> gravest = new HashMap<>();
    for (PlannedOperation planned : operations) {
      planned
          .operation()
          .assignee()
          .person()
          .ifPresent(email -> gravest.merge(email, gravity(planned), Math::max));
    }
    int change = count(gravest, 0);
    int invite = count(gravest, 1);
    int remove = count(gravest, 2);
    return new PeopleTally(
        joining, invite, change, remove, Math.max(0, considered - gravest.size()));
  }

  private static int gravity(PlannedOperation planned) {
    if (planned.reason() == Reason.LEAVER) {
      return 2;
    }
    return Joins.of(planned).isPresent() ? 1 : 0;
  }

  private static int count(Map<Email, Integer> gravest, int gravity) {
    return (int) gravest.values().stream().filter(value -> value == gravity).count();
  }

  /** What becomes of those who come in: {@code to invite}. */
  public String coming() {
    return switch (joining) {
      case INVITATION -> "to invite";
      case ACCOUNT -> "to add";
    };
  }

  /** The line every plan ends with. */
  @Override
  public String toString() {
    return "Plan: %d %s, %d to change, %d to remove, %d unchanged."
        .formatted(invite, coming(), change, remove, unchanged);
  }
}
