package dev.rollcall.safety;

import dev.rollcall.model.Resource;
import java.util.List;
import java.util.SortedMap;

/**
 * Every environment keeps its administrators: trips where a plan lowers their number below the
 * minimum there. Holds what takes an administrator's role there. Whom the plan makes one counts
 * here; {@link AdminSuccession} looks whether they are there before the role is taken from others.
 */
final class MinimumAdmins implements SafetyRule {

  static final String NAME = "minimum-admins";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<Violation> judge(PlanUnderReview evidence) {
    ProposedPlan proposed = evidence.proposed();
    int minimum = minimum(proposed.limits(), proposed.allowances());
    AdministratorCount count =
        new AdministratorCount(
            new AdministeredPlaces(RoleNames.named(proposed.limits().adminRoles())),
            proposed.snapshot().owner(),
            proposed.snapshot().actual());
    evidence.operations().forEach(count::happens);
    SortedMap<Resource, PlaceAdministrators> tooFew = count.below(minimum);
    // One number must let all environments pass.
    int left =
        tooFew.values().stream()
            .mapToInt(administrators -> administrators.after().size())
            .min()
            .orElse(0);
    return tooFew.entrySet().stream()
        .map(
            administrators ->
                violation(administrators.getKey(), administrators.getValue(), minimum, left))
        .toList();
  }

  /** How many there must be in each. */
  static int minimum(Limits limits, Allowances allowances) {
    return allowances.of(NAME).orElse(limits.minimumAdmins());
  }

  /** What would be so, and what must be. */
  static String told(Resource place, PlaceAdministrators administrators, int minimum) {
    return "%s: %s would be left in \"%s\", of now %s; at least %s must stay"
        .formatted(
            NAME,
            SafetyTexts.counted(administrators.after().size(), "administrator", "administrators"),
            place,
            SafetyTexts.number(administrators.before().size()),
            SafetyTexts.number(minimum));
  }

  private Violation violation(
      Resource place, PlaceAdministrators administrators, int minimum, int left) {
    return new Violation(
        NAME,
        told(place, administrators, minimum) + ". " + SafetyTexts.again(NAME, left),
        administrators.after().size(),
        minimum,
        administrators.taking());
  }
}
