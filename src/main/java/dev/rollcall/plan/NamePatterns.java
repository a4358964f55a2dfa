package dev.rollcall.plan;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.rollcall.model.Email;
import dev.rollcall.model.Naming;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * A set of names: some exactly, some by patterns in which {@code *} stands for any characters and
 * {@code ?} for one. In patterns case does not matter; blanks and composed letters are matched as
 * {@link Naming} has it in both.
 */
public final class NamePatterns {

  /** Every name. */
  public static final NamePatterns ALL = matching(List.of("*"));

  /** No name. */
  public static final NamePatterns NONE = matching(List.of());

  private final Set<String> exact;
  private final NamePattern[] patterns;

  private NamePatterns(Set<String> exact, NamePattern... patterns) {
    this.exact = exact;
    this.patterns = patterns;
  }

  /** Names that match any of these patterns. */
  public static NamePatterns matching(Collection<String> globs) {
    return new NamePatterns(
        Set.of(), globs.stream().map(NamePattern::of).toArray(NamePattern[]::new));
  }

  /** Exactly these names: nothing in them is special. */
  public static NamePatterns exactly(Collection<String> names) {
    return new NamePatterns(names.stream().map(Naming::tidy).collect(toUnmodifiableSet()));
  }

  /** Whether no name is one of them. */
  public boolean isEmpty() {
    return exact.isEmpty() && patterns.length == 0;
  }

  /** Whether the name is one of them. */
  public boolean contains(String name) {
    return containsTidy(Naming.tidy(name));
  }

  /** Whether the address is one of them; it is tidy as it is. */
  public boolean contains(Email email) {
    return containsTidy(email.address());
  }

  private boolean containsTidy(String name) {
    if (exact.contains(name)) {
      return true;
    }
    for (NamePattern pattern : patterns) {
      if (pattern.matches(name)) {
        return true;
      }
    }
    return false;
  }
}
