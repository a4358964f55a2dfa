package dev.rollcall.plan;

import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Levels;
import dev.rollcall.model.Resource;
import java.util.Optional;

/**
 * What becomes of one right of an assignee: given, taken, or exchanged for another level on the
 * same resource. A level that means nothing is a way of holding nothing.
 *
 * @param before what is held now; empty where nothing is
 * @param after what is held afterwards; empty where nothing is
 */
public record Change(Optional<Entitlement> before, Optional<Entitlement> after) {

  /** To hold a level that means nothing is to hold nothing. */
  public Change {
    before = before.filter(held -> !held.isNoAccess());
    after = after.filter(held -> !held.isNoAccess());
  }

  /** A right that is given. */
  public static Change gain(Entitlement right) {
    return new Change(Optional.empty(), Optional.of(right));
  }

  /** A right that is taken. */
  public static Change loss(Entitlement right) {
    return new Change(Optional.of(right), Optional.empty());
  }

  /** What it is about; empty where nothing is held before or after. */
  public Optional<Resource> on() {
    return before.or(() -> after).map(Entitlement::on);
  }

  /**
   * Whether rights may be lost: something was held, and it is taken or replaced by what is not
   * known to give as much.
   */
  public boolean isLoss() {
    return before.isPresent() && (after.isEmpty() || !isSame() && !isBelow(before, after));
  }

  /** Whether something is taken, or replaced by what is known to give less. */
  public boolean isDownward() {
    return before.isPresent() && (after.isEmpty() || isBelow(after, before));
  }

  /** Whether both levels are one, however they are spelled. */
  private boolean isSame() {
    return Levels.fold(before.orElseThrow().level().orElse(""))
        .equals(Levels.fold(after.orElseThrow().level().orElse("")));
  }

  private static boolean isBelow(Optional<Entitlement> lower, Optional<Entitlement> higher) {
    Entitlement low = lower.orElseThrow();
    return low.kind()
        .levels()
        .filter(
            levels ->
                levels.isBelow(
                    low.level().orElseThrow(), higher.orElseThrow().level().orElseThrow()))
        .isPresent();
  }
}
