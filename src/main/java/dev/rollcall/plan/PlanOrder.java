package dev.rollcall.plan;

import dev.rollcall.model.Kind;
import dev.rollcall.model.Resource;
import java.util.Comparator;
import java.util.Optional;

/**
 * The order of a plan: by stage, groups before what they are given, then by assignee, kind and
 * resource. Total, so that equal inputs give equal plans.
 */
final class PlanOrder {

  private static final int FIRST = 0;
  private static final int LAST = 7;

  /**
   * Where an operation stands among those on its assignee.
   *
   * @param rank of its kind
   * @param kind of the resource, for changes of one right
   * @param takes whether a membership is taken: what is given goes first
   */
  private record Place(int rank, Optional<Kind> kind, boolean takes, String on)
      implements Comparable<Place> {

    private static final Comparator<Place> ORDER =
        Comparator.comparingInt(Place::rank)
            .thenComparing(
                place -> place.kind().orElse(null), Comparator.nullsFirst(Kind::compareTo))
            .thenComparing(Place::takes)
            .thenComparing(Place::on);

    static Place of(int rank) {
      return new Place(rank, Optional.empty(), false, "");
    }

    @Override
    public int compareTo(Place other) {
      return ORDER.compare(this, other);
    }
  }

  static final Comparator<PlannedOperation> OPERATIONS =
      Comparator.comparing(PlannedOperation::stage)
          .thenComparing(planned -> turn(place(planned).rank()))
          .thenComparing(planned -> planned.operation().assignee().label())
          .thenComparing(PlanOrder::place)
          .thenComparing(planned -> PlanDigest.key(planned.operation()));

  static final Comparator<Finding> FINDINGS =
      Comparator.comparing(Finding::kind)
          .thenComparing(Finding::subject)
          .thenComparing(Finding::detail)
          .thenComparing(Finding::origin);

  private PlanOrder() {}

  /** What is made comes before everybody, and what is deleted behind. */
  private static int turn(int rank) {
    return rank == FIRST ? 0 : rank == LAST ? 2 : 1;
  }

  private static Place place(PlannedOperation planned) {
    Operation operation = planned.operation();
    return switch (operation.verb()) {
      case DEFINE -> Place.of(FIRST);
      case JOIN -> Place.of(1);
      case REINSTATE -> Place.of(2);
      case SUSPEND, PROFILE -> Place.of(3);
      case SET -> placeOf((Operation.Set) operation);
      case WITHDRAW ->
          new Place(
              5, Optional.empty(), true, ((Operation.Withdraw) operation).right().on().toString());
      case REMOVE -> Place.of(6);
      case UNDEFINE -> Place.of(LAST);
    };
  }

  private static Place placeOf(Operation.Set operation) {
    Resource on = operation.on();
    boolean takes = on.kind().levels().isEmpty() && operation.after().isEmpty();
    return new Place(4, Optional.of(on.kind()), takes, on.toString());
  }
}
