package dev.rollcall.safety;

import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Kind;
import dev.rollcall.model.Resource;
import dev.rollcall.plan.Change;
import java.util.Optional;

/**
 * What people administer by their rights: an environment, a workspace, or what a role of a whole
 * organization is about.
 *
 * @param admin the roles whose holders are administrators
 */
record AdministeredPlaces(RoleNames admin) {

  /** Where a right makes its holder an administrator. */
  Optional<Resource> of(Entitlement right) {
    return admin.administer(right) ? Optional.of(place(right.on())) : Optional.empty();
  }

  private static Resource place(Resource on) {
    return on.kind().levels().isPresent() ? on : on.container().orElse(on);
  }

  /** Where a change gives somebody such a role, or leaves them one. */
  Optional<Resource> givenBy(Change change) {
    return change.after().flatMap(this::of);
  }

  /**
   * Where a change takes such a role, if somebody has one there: whoever is taken out of a place
   * loses what they are in it.
   */
  Optional<Resource> takenBy(Change change) {
    Optional<Resource> held = change.before().flatMap(this::of);
    return change.after().isPresent()
        ? held.filter(place -> givenBy(change).isEmpty())
        : held.or(() -> change.on().filter(AdministeredPlaces::mayContainOne));
  }

  private static boolean mayContainOne(Resource resource) {
    return !resource.kind().is(Kind.Trait.KEEPS_ADMINISTRATORS);
  }
}
