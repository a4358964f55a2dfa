package dev.rollcall.plan;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.rollcall.model.Naming;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A set of names: some exactly, some by patterns in which {@code *} stands for any characters and
 * {@code ?} for one. In patterns case does not matter; blanks and composed letters are matched as
 * {@link Naming} has it in both.
 */
public final class Names {

  /** Every name. */
  public static final Names ALL = matching(List.of("*"));

  /** No name. */
  public static final Names NONE = matching(List.of());

  private final Set<String> exact;
  private final List<Glob> patterns;

  private Names(Set<String> exact, List<Glob> patterns) {
    this.exact = exact;
    this.patterns = patterns;
  }

  /** Names that match any of these patterns. */
  public static Names matching(Collection<String> globs) {
    return new Names(Set.of(), globs.stream().map(Glob::of).toList());
  }

  /** Exactly these names: nothing in them is special. */
  public static Names exactly(Collection<String> names) {
    return new Names(names.stream().map(Naming::tidy).collect(toUnmodifiableSet()), List.of());
  }

  /** Names in either. */
  public Names or(Names other) {
    List<Glob> both = new ArrayList<>(patterns);
    both.addAll(other.patterns);
    Set<String> names = new HashSet<>(exact);
    names.addAll(other.exact);
    return new Names(Set.copyOf(names), List.copyOf(both));
  }

  /** Whether the name is one of them. */
  public boolean contains(String name) {
    String tidy = Naming.tidy(name);
    return exact.contains(tidy) || patterns.stream().anyMatch(pattern -> pattern.matches(tidy));
  }

  /** Whether no name can be one of them. */
  public boolean isEmpty() {
    return exact.isEmpty() && patterns.isEmpty();
  }
}
