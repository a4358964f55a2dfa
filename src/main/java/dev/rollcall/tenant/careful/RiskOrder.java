package dev.rollcall.tenant.careful;

import dev.rollcall.model.Email;
import dev.rollcall.plan.PlannedOperation;
import dev.rollcall.tenant.BatchKind;
import dev.rollcall.tenant.Experience.Trust;
import dev.rollcall.tenant.Lane;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The order of what is given to people, and what may take it from them again: as long as nobody
 * knows that it does not, it goes first, in the same lane.
 *
 * @param trusted how far each kind can be trusted
 */
record RiskOrder(Map<BatchKind, Trust> trusted) {

  /**
   * The kinds of which somebody is given something who is at risk, and the lane that they go into:
   * all of a kind, so that lanes side by side do not both try it.
   */
  Map<BatchKind, Lane> behind(Map<PlannedOperation, RequestShape> shaped) {
    Map<Email, Lane> atRisk = new HashMap<>();
    shaped.forEach(
        (planned, shape) -> {
          if (isRisky(shape)) {
            person(planned).ifPresent(person -> atRisk.put(person, shape.lane()));
          }
        });
    Map<BatchKind, Lane> behind = new HashMap<>();
    shaped.forEach(
        (planned, shape) ->
            person(planned)
                .flatMap(person -> Optional.ofNullable(atRisk.get(person)))
                .ifPresent(
                    lane ->
                        given(shape).ifPresent(change -> behind.putIfAbsent(change.kind(), lane))));
    return behind;
  }

  private boolean isRisky(RequestShape shape) {
    return shape.change().stream()
        .flatMap(change -> change.risks().stream())
        .anyMatch(risk -> trusted.get(risk.kind()) != Trust.MANY_WORK);
  }

  private static Optional<Email> person(PlannedOperation planned) {
    return planned.operation().assignee().person();
  }

  private static Optional<ListChange> given(RequestShape shape) {
    return shape.change().filter(change -> change.isGiving() && change.risks().isEmpty());
  }

  /** A request of such a kind goes into that lane. */
  static RequestShape moved(RequestShape shape, Map<BatchKind, Lane> behind) {
    return given(shape)
        .flatMap(change -> Optional.ofNullable(behind.get(change.kind())))
        .map(shape::in)
        .orElse(shape);
  }
}
