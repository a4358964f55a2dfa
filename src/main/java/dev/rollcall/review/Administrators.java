package dev.rollcall.review;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Levels;
import java.util.Collection;
import java.util.Set;

/** Which rights make an administrator, by the roles that the job file lists. */
record Administrators(Set<String> roles) {

  static Administrators named(Collection<String> roles) {
    return new Administrators(roles.stream().map(Levels::fold).collect(toUnmodifiableSet()));
  }

  boolean areMadeBy(Entitlement right) {
    return !right.role().isEmpty() && roles.contains(Levels.fold(right.role()));
  }
}
