package dev.rollcall.plan;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.rollcall.model.Kind;
import dev.rollcall.model.Naming;
import dev.rollcall.model.Resource;
import dev.rollcall.model.Vocabulary;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The names a tenant offers, as they are matched (see {@link Naming}).
 *
 * @param kinds what there is of each kind; of a kind that is missing there is nothing
 * @param spelled names that the tenant spells otherwise, or has several of
 * @param making how what is missing of a kind comes about, where that is not as usual
 */
public record Catalogue(
    Vocabulary vocabulary,
    SortedMap<Kind, Section> kinds,
    List<SpellingVariants> spelled,
    Map<Kind, Making> making) {

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

  /**
   * How what is missing of a kind comes about.
   *
   * @param otherwise what would have it made, where it is not
   * @param ofDeclared the same of one that the job file declares already
   * @param against why one in particular is not made, where that is so
   */
  public record Making(
      Occasion occasion,
      String otherwise,
      String ofDeclared,
      Function<Resource, Optional<String>> against) {

    /** When it is made. */
    public enum Occasion {
      /** Where the job file declares it. */
      DECLARED,
      /** Where somebody is to hold a right on it. */
      NEEDED,
      /** Never. */
      NEVER
    }

    /** One that holds of all. */
    public Making(Occasion occasion, String otherwise) {
      this(occasion, otherwise, otherwise, Making::nothing);
    }

    private static Optional<String> nothing(Resource any) {
      return Optional.empty();
    }

    /** Where groups are made that the job file declares, and nothing else. */
    public static Making usual(Kind kind) {
      return kind.is(Kind.Trait.HOLDS_RIGHTS)
          ? new Making(Occasion.DECLARED, "to have it made, name it under groups:")
          : new Making(Occasion.NEVER, "");
    }
  }

  /** Copies. */
  public Catalogue {
    kinds = new TreeMap<>(kinds);
    spelled = List.copyOf(spelled);
    making = Map.copyOf(making);
  }

  /** One of a tenant in which groups that the job file declares are made, and nothing else. */
  public Catalogue(
      Vocabulary vocabulary, SortedMap<Kind, Section> kinds, List<SpellingVariants> spelled) {
    this(vocabulary, kinds, spelled, Map.of());
  }

  /** How what is missing of a kind comes about. */
  Making making(Kind kind) {
    return making.getOrDefault(kind, Making.usual(kind));
  }

  /** Whether it is made then, where it is missing. */
  boolean isMade(Resource resource, Making.Occasion when) {
    Making making = making(resource.kind());
    return making.occasion() == when && making.against().apply(resource).isEmpty();
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
