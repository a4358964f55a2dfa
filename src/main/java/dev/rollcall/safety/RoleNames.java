package dev.rollcall.safety;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Kind;
import dev.rollcall.model.Levels;
import dev.rollcall.plan.Change;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Role names as the job file lists them, whatever their case and blanks: a fence had better stand
 * around a name too many.
 */
final class RoleNames {

  private final Set<String> folded;

  /** Thousands of people have one of a few roles, and folding a name takes long. */
  private final Map<String, Boolean> judged = new HashMap<>();

  private RoleNames(Set<String> folded) {
    this.folded = folded;
  }

  static RoleNames named(Collection<String> names) {
    return new RoleNames(names.stream().map(Levels::fold).collect(toUnmodifiableSet()));
  }

  boolean contains(String role) {
    Boolean before = judged.get(role);
    if (before == null) {
      before = folded.contains(Levels.fold(role));
      judged.put(role, before);
    }
    return before;
  }

  /** Whether one of these is held afterwards that was not held before. */
  boolean areGivenBy(Change change) {
    return change.after().filter(this::contains).isPresent() && !keepsRole(change);
  }

  /** Whether one of these is held now that is not held afterwards. */
  boolean areTakenBy(Change change) {
    return change.before().filter(this::contains).isPresent() && !keepsRole(change);
  }

  /** Whether a right gives one of these. */
  boolean contains(Entitlement right) {
    return contains(right.role());
  }

  /** Whether a right makes its holder an administrator of a place that must keep some. */
  boolean administer(Entitlement right) {
    return right.kind().is(Kind.Trait.KEEPS_ADMINISTRATORS) && contains(right);
  }

  private static boolean keepsRole(Change change) {
    Optional<String> before = change.before().map(Entitlement::role).map(Levels::fold);
    return before.isPresent()
        && before.equals(change.after().map(Entitlement::role).map(Levels::fold));
  }
}
