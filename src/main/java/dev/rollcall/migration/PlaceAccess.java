package dev.rollcall.migration;

import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Noun;
import dev.rollcall.model.Resource;
import java.util.List;
import java.util.Optional;

/**
 * Somebody's access in one place, such as an environment, before a migration and after it.
 *
 * @param before the role of the older model; empty for none
 * @param after the role of the newer one; empty for none
 * @param within what they hold afterwards on what lies in the place
 * @param on how many things lie in it
 * @param why what the change is, as a sentence; empty where there is none
 */
public record PlaceAccess(
    Resource place,
    Optional<String> before,
    Optional<String> after,
    List<Entitlement> within,
    int on,
    AccessChange change,
    String why) {

  /** Copies. */
  public PlaceAccess {
    within = List.copyOf(within);
  }

  /** The same, changed in another way. */
  PlaceAccess but(AccessChange otherwise, String because) {
    return new PlaceAccess(place, before, after, within, on, otherwise, because);
  }

  /** {@code Admin -> Environment admin}. */
  public String roles() {
    String afterwards =
        change == AccessChange.UNKNOWN ? "not known yet" : after.orElse("no access");
    return before.orElse("no access") + " -> " + afterwards;
  }

  /** What they hold within it: {@code Builder on all 3 projects}; empty where there is nothing. */
  public String inside() {
    if (on == 0 || change == AccessChange.UNKNOWN) {
      return "";
    }
    if (within.isEmpty()) {
      return "nothing within it";
    }
    List<String> roles = within.stream().map(Entitlement::role).distinct().toList();
    if (roles.size() == 1 && within.size() == on) {
      return roles.get(0)
          + " on "
          + (on == 1 ? within.get(0).on().name() : "all " + noun().counted(on));
    }
    return String.join(
        ", ",
        roles.stream()
            .map(
                role ->
                    role
                        + " on "
                        + String.join(
                            " and ",
                            within.stream()
                                .filter(right -> right.role().equals(role))
                                .map(right -> right.on().name())
                                .toList()))
            .toList());
  }

  private Noun noun() {
    return within.get(0).kind().noun();
  }
}
