package dev.rollcall.model;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The names of resources that rosters, rules or {@code groups:} mention, of each kind that a scope
 * limits: what {@code listed} in the scope means.
 */
public record MentionedNames(SortedMap<Kind, SortedSet<String>> names) {

  /** Nothing. */
  public static final MentionedNames NOTHING = of(List.of());

  /** Copies; kinds without a name are left out. */
  public MentionedNames {
    SortedMap<Kind, SortedSet<String>> copy = new TreeMap<>();
    names.forEach(
        (kind, each) -> {
          if (!each.isEmpty()) {
            copy.put(kind, Collections.unmodifiableSortedSet(new TreeSet<>(each)));
          }
        });
    names = Collections.unmodifiableSortedMap(copy);
  }

  /** The names of these, as far as a scope limits their kind. */
  public static MentionedNames of(Collection<Resource> resources) {
    SortedMap<Kind, SortedSet<String>> names = new TreeMap<>();
    resources.forEach(resource -> add(resource, names));
    return new MentionedNames(names);
  }

  /** What something lies in is named by naming it. */
  private static void add(Resource resource, SortedMap<Kind, SortedSet<String>> names) {
    if (resource.kind().is(Kind.Trait.SCOPED)) {
      names.computeIfAbsent(resource.kind(), kind -> new TreeSet<>()).add(resource.compared());
    }
    resource.container().ifPresent(container -> add(container, names));
  }

  /** Those of one kind. */
  public SortedSet<String> of(Kind kind) {
    return names.getOrDefault(kind, Collections.emptySortedSet());
  }
}
