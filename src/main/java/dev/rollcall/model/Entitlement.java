package dev.rollcall.model;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A right that can be held: a level on a resource, of which somebody has at most one, or a
 * membership, which they have or not. Ordered by kind, then resource, then level.
 *
 * <p>The level {@link Levels#nothing} is the explicit statement that nothing must be held; it
 * occurs on the desired side only.
 *
 * @param level present exactly where the resource's kind has levels, as it is matched
 */
public record Entitlement(Resource on, Optional<String> level) implements Comparable<Entitlement> {

  /** Has a level where its kind has some; every spelling that means nothing becomes one. */
  public Entitlement {
    Optional<Levels> levels = on.kind().levels();
    if (levels.isPresent() != level.isPresent()) {
      throw new IllegalArgumentException(
          on + (level.isPresent() ? " has no levels" : " is held with a level only"));
    }
    if (level.isPresent()) {
      level = levels.orElseThrow().canonical(level);
    }
  }

  /** What kind of thing it is on. */
  public Kind kind() {
    return on.kind();
  }

  /** The role it gives, for lists of roles that matter: a level, or a name; empty where neither. */
  public String role() {
    if (level.isPresent()) {
      return level.get();
    }
    return kind().is(Kind.Trait.NAMES_A_ROLE) ? on.name() : "";
  }

  /** The role that its level is, where such can be made and changed; empty where there is none. */
  public Optional<Resource> roleItself() {
    return isNoAccess()
        ? Optional.empty()
        : kind().role().flatMap(role -> level.map(name -> Resource.of(role, name)));
  }

  /** Whether this is the statement that nothing must be held on the resource. */
  public boolean isNoAccess() {
    return level.isPresent() && level.equals(kind().levels().orElseThrow().nothing());
  }

  /** Whether both are on the same resource, whatever the level. */
  public boolean sameResource(Entitlement other) {
    return on.equals(other.on);
  }

  /** The same rights in order, each once. */
  static List<Entitlement> sorted(Collection<Entitlement> rights) {
    Entitlement[] sorted = rights.toArray(Entitlement[]::new);
    Arrays.sort(sorted);
    for (int i = 1; i < sorted.length; i++) {
      if (sorted[i].equals(sorted[i - 1])) {
        return Stream.of(sorted).distinct().toList();
      }
    }
    return List.of(sorted);
  }

  @Override
  public int compareTo(Entitlement other) {
    int byResource = on.compareTo(other.on);
    return byResource != 0 ? byResource : level.orElse("").compareTo(other.level.orElse(""));
  }

  // Written out: there are many, and those a record is given are slow where the JVM compiles
  // quickly rather than well, as the launcher asks it to.

  @Override
  public boolean equals(Object other) {
    return this == other
        || other != null && other.getClass() == Entitlement.class && isSame((Entitlement) other);
  }

  private boolean isSame(Entitlement other) {
    return level.equals(other.level) && on.equals(other.on);
  }

  @Override
  public int hashCode() {
    return 31 * on.hashCode() + level.hashCode();
  }

  /** For people: {@code prod Member}, {@code group Finance}, {@code Billing@prod Builder}. */
  @Override
  public String toString() {
    return level.map(text -> on + " " + text).orElseGet(() -> kind().noun() + " " + on);
  }
}
