package dev.rollcall.plan;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.rollcall.model.Kind;
import dev.rollcall.model.Naming;
import dev.rollcall.model.Resource;
import dev.rollcall.model.Vocabulary;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The names a tenant offers, as they are matched (see {@link Naming}).
 *
 * @param kinds what there is of each kind; of a kind that is missing there is nothing
 * @param spelled names that the tenant spells otherwise, or has several of
 */
public record Catalogue(
    Vocabulary vocabulary, SortedMap<Kind, Section> kinds, List<SpellingVariants> spelled) {

  private static final Section NOTHING =
      new Section(Set.of(), Set.of(), Set.of(), Set.of(), Set.of());

  /**
   * What there is of one kind.
   *
   * @param resources those that can be managed; for a name that several have, it stands once
   * @param builtIn the tenant's own ones, never managed and not among the resources
   * @param ambiguous resources whose name several have: not usable
   * @param levels the levels that can be held on them
   * @param within what they lie in, as far as it is within reach: only there can they be changed
   */
  public record Section(
      Set<Resource> resources,
      Set<Resource> builtIn,
      Set<Resource> ambiguous,
      Set<String> levels,
      Set<Resource> within) {

    /** Copies. */
    public Section {
      resources = Set.copyOf(resources);
      builtIn = Set.copyOf(builtIn);
      ambiguous = Set.copyOf(ambiguous);
      levels = levels.stream().map(Naming::tidy).collect(toUnmodifiableSet());
      within = Set.copyOf(within);
    }

    /** Plain ones. */
    public Section(Set<Resource> resources, Set<String> levels) {
      this(resources, Set.of(), Set.of(), levels, Set.of());
    }
  }

  /** Copies. */
  public Catalogue {
    kinds = new TreeMap<>(kinds);
    spelled = List.copyOf(spelled);
  }

  /** What there is of a kind. */
  public Section of(Kind kind) {
    return kinds.getOrDefault(kind, NOTHING);
  }

  /** Whether it is there and can be managed. */
  public boolean has(Resource resource) {
    return of(resource.kind()).resources().contains(resource);
  }

  /** Whether it is the tenant's own, never managed. */
  public boolean isBuiltIn(Resource resource) {
    return of(resource.kind()).builtIn().contains(resource);
  }

  /** All that the tenant has for its own. */
  public Stream<Resource> builtIn() {
    return kinds.values().stream().flatMap(section -> section.builtIn().stream());
  }

  /** Whether its name stands for one thing, in something that is within reach. */
  boolean isUsable(Resource resource) {
    Section section = of(resource.kind());
    return !section.ambiguous().contains(resource)
        && resource.container().filter(outer -> !section.within().contains(outer)).isEmpty();
  }

  /** The name of a kind, where there are several of it. */
  public Optional<SpellingVariants> ambiguous(String kind, String name) {
    return spelled.stream()
        .filter(SpellingVariants::isAmbiguous)
        .filter(each -> each.kind().equals(kind) && each.name().equals(name))
        .findFirst();
  }
}
