package dev.rollcall.batch;

import dev.rollcall.apply.LastLook;
import dev.rollcall.model.MentionedNames;
import dev.rollcall.model.Roster;
import dev.rollcall.model.Vocabulary;
import dev.rollcall.plan.Operation;
import dev.rollcall.plan.PlannedOperation;
import dev.rollcall.plan.Scope;
import dev.rollcall.safety.AdminSuccession;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The look at who administers the workspace, before that is taken from anybody because others were
 * to do it: by what is there, not by what was answered. Reads nothing where no plan counts on that.
 */
final class AdminsAtHand implements LastLook {

  private final Run run;
  private Optional<AdminSuccession> succession = Optional.empty();
  private boolean namesChange;

  AdminsAtHand(Run run) {
    this.run = run;
  }

  @Override
  public Set<Integer> counting(List<PlannedOperation> operations) {
    AdminSuccession found =
        new AdminSuccession(
            run.order().job().file().safety().toLimits(run.workspace().vocabulary()),
            run.order().options().allowances(),
            operations);
    succession = Optional.of(found);
    namesChange =
        operations.stream()
            .anyMatch(planned -> planned.operation().verb() == Operation.Verb.DEFINE);
    return found.taking();
  }

  @Override
  public Map<Integer, String> against(List<PlannedOperation> toTake) {
    AdminSuccession asked = succession.orElseThrow();
    Set<Integer> taking = asked.taking();
    if (toTake.stream().noneMatch(planned -> taking.contains(planned.sequence()))) {
      return Map.of();
    }
    run.phase("looking at administrators", 0);
    Roster now = run.workspace().readBack(scope(asked));
    return asked.against(now, run.owner(), toTake);
  }

  /**
   * The members, and little else. Where groups or roles were made or renamed, names are read again,
   * and with them what is known of all that is still to be changed.
   */
  private Scope scope(AdminSuccession asked) {
    Vocabulary vocabulary = run.order().job().file().vocabulary();
    Scope touched = run.touchedScope();
    return namesChange
        ? touched
        : touched.narrowedTo(MentionedNames.of(asked.places()), vocabulary);
  }
}
