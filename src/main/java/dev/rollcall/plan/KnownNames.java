package dev.rollcall.plan;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;

import dev.rollcall.model.Desired;
import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Group;
import dev.rollcall.model.Kind;
import dev.rollcall.model.Naming;
import dev.rollcall.model.Nearest;
import dev.rollcall.model.Resource;
import dev.rollcall.model.Vocabulary;
import dev.rollcall.plan.Catalogue.Making;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/** The names that a tenant offers, or will offer once the plan is done, and what else is wrong. */
final class KnownNames {

  private final Desired desired;
  private final Catalogue catalogue;
  private final Vocabulary vocabulary;
  private final Set<Resource> withheld;
  private final Set<Resource> made;
  private final Map<Kind, Set<Resource>> known = new HashMap<>();
  private final Map<Entitlement, Optional<NameComplaint>> judged = new HashMap<>();

  KnownNames(PlanInput situation) {
    this.desired = situation.desired();
    this.catalogue = situation.snapshot().catalogue();
    this.withheld = situation.names().withheld();
    this.made = situation.names().made();
    this.vocabulary = catalogue.vocabulary();
  }

  /**
   * What is wrong with what an entitlement names. Judged once: thousands of people share few, and
   * looking for near names is slow.
   */
  Optional<NameComplaint> judge(Entitlement entitlement) {
    Optional<NameComplaint> before = judged.get(entitlement);
    if (before == null) {
      before = complaint(entitlement);
      judged.put(entitlement, before);
    }
    return before;
  }

  private Optional<NameComplaint> complaint(Entitlement entitlement) {
    Resource on = entitlement.on();
    return on.container()
        .flatMap(outer -> missing(outer).or(() -> ambiguous(outer)).or(() -> outOfReach(on, outer)))
        .or(() -> resource(on))
        .or(() -> level(entitlement));
  }

  private Optional<NameComplaint> outOfReach(Resource inside, Resource outer) {
    Kind.Container lying = inside.kind().container().orElseThrow();
    return unless(
        catalogue.of(inside.kind()).within().contains(outer),
        lying.unreachable().formatted(outer),
        lying::remedy);
  }

  /** Of several of one name nobody can tell in which something lies. */
  private Optional<NameComplaint> ambiguous(Resource resource) {
    return catalogue.of(resource.kind()).ambiguous().contains(resource)
        ? resource(resource)
        : Optional.empty();
  }

  private Optional<NameComplaint> resource(Resource resource) {
    if (catalogue.isBuiltIn(resource)) {
      String what =
          "\""
              + resource
              + "\" is a built-in "
              + resource.kind().noun()
              + ", which nobody is put into";
      return Optional.of(new NameComplaint(what, "leave it out"));
    }
    String kind = SpellingVariants.kind(resource.kind(), resource.container());
    if (catalogue.of(resource.kind()).ambiguous().contains(resource)) {
      return several(kind, resource)
          .or(
              () ->
                  Optional.of(
                      new NameComplaint(
                          "there are several %s %s"
                              .formatted(resource.kind().noun().many(), inside(resource)),
                          resource.kind().toldApart())));
    }
    return known(resource.kind()).contains(resource)
        ? several(kind, resource).or(() -> besideItsLike(resource))
        : missing(resource);
  }

  /** What is to be made, beside one that nobody could tell from it. */
  private Optional<NameComplaint> besideItsLike(Resource resource) {
    if (!catalogue.isMade(resource, Making.Occasion.NEEDED) || !made.contains(resource)) {
      return Optional.empty();
    }
    String look = Naming.look(resource.toString());
    return catalogue.of(resource.kind()).resources().stream()
        .filter(other -> !other.equals(resource) && !made.contains(other))
        .filter(other -> Naming.look(other.toString()).equals(look))
        .sorted()
        .findFirst()
        .map(
            other ->
                new NameComplaint(
                    "\"%s\" would be a second %s that looks like \"%s\""
                        .formatted(resource, resource.kind().noun(), other),
                    "did you mean \"" + other.name() + "\"?"));
  }

  /** A resource that is not there; of a list that names several, which they are. */
  private Optional<NameComplaint> missing(Resource resource) {
    Kind kind = resource.kind();
    if (known(kind).contains(resource)) {
      return Optional.empty();
    }
    Set<String> names = namesBeside(resource);
    String what =
        kind.levels().isPresent() && kind.container().isEmpty()
            ? "the %s has no %s \"%s\"".formatted(vocabulary.tenant(), kind.noun(), resource)
            : "there is no " + kind.noun() + " " + inside(resource);
    return Optional.of(
        kind.levels().isPresent()
            ? new NameComplaint(what, otherThan(resource, names))
            : new WrongSeparators(names)
                .names(resource.name())
                .map(listed -> new NameComplaint(what, "", listed))
                .orElseGet(() -> new NameComplaint(what, otherThan(resource, names))));
  }

  /** Its name, with what it lies in. */
  private static String inside(Resource resource) {
    return "\""
        + resource.name()
        + "\""
        + resource.container().map(outer -> " in \"" + outer + "\"").orElse("");
  }

  private Set<String> namesBeside(Resource resource) {
    return known(resource.kind()).stream()
        .filter(other -> other.container().equals(resource.container()))
        .map(Resource::name)
        .collect(toCollection(TreeSet::new));
  }

  /** Where nothing is made, all there is helps. */
  private String otherThan(Resource resource, Set<String> names) {
    Making making = catalogue.making(resource.kind());
    Optional<String> against = making.against().apply(resource);
    String otherwise =
        against.orElse(isDeclared(resource) ? making.ofDeclared() : making.otherwise());
    boolean isClosed =
        against.isPresent() || making.occasion() == Making.Occasion.NEVER && !otherwise.isEmpty();
    if (isClosed) {
      return Nearest.offered(resource.name(), names) + "; " + otherwise;
    }
    String remedy = Nearest.remedy(resource.name(), names);
    return otherwise.isEmpty() || Nearest.to(resource.name(), names).isPresent()
        ? remedy
        : remedy + "; " + otherwise;
  }

  private boolean isDeclared(Resource resource) {
    return desired.roster().groups().stream().map(Group::resource).anyMatch(resource::equals);
  }

  /** What there is of a kind, or will be: the job file's own groups, where they are made. */
  private Set<Resource> known(Kind kind) {
    return known.computeIfAbsent(
        kind,
        any -> {
          Set<Resource> all = new HashSet<>(catalogue.of(kind).resources());
          desired.roster().groups().stream()
              .map(Group::resource)
              .filter(group -> group.kind() == kind && !catalogue.isBuiltIn(group))
              .filter(group -> isMade(group) || withheld.contains(group))
              .forEach(all::add);
          return all;
        });
  }

  private boolean isMade(Resource declared) {
    return catalogue.isMade(declared, Making.Occasion.DECLARED);
  }

  private Optional<NameComplaint> level(Entitlement entitlement) {
    return entitlement
        .level()
        .flatMap(
            level -> {
              String kind = entitlement.kind().right().one();
              Optional<NameComplaint> several =
                  several(kind, level, entitlement.kind().toldApart());
              return several.isPresent() ? several : unknownLevel(entitlement, level);
            });
  }

  private Optional<NameComplaint> several(String kind, Resource resource) {
    return several(kind, resource.name(), resource.kind().toldApart());
  }

  /** Of several that are matched as one, nobody can tell which is meant. */
  private Optional<NameComplaint> several(String kind, String name, String toldApart) {
    return catalogue
        .ambiguous(kind, name)
        .map(
            spelled ->
                new NameComplaint(
                    "\""
                        + name
                        + "\" could be any of "
                        + spelled.spellings().size()
                        + " in the "
                        + vocabulary.tenant()
                        + " ("
                        + kind
                        + "): "
                        + spelled.quoted(),
                    toldApart));
  }

  private Optional<NameComplaint> unknownLevel(Entitlement entitlement, String level) {
    Kind kind = entitlement.kind();
    Set<String> offered = catalogue.of(kind).levels();
    return unless(
        entitlement.isNoAccess() || offered.contains(level),
        "the %s has no %s \"%s\"".formatted(vocabulary.tenant(), kind.right(), level),
        () ->
            new WrongSeparators(offered).names(level).isPresent()
                ? oneLevelEach()
                : Nearest.remedy(level, offered));
  }

  /** {@code write one role: there is one in each environment, and one on each project}. */
  private String oneLevelEach() {
    return vocabulary.kinds().stream()
        .filter(kind -> kind.levels().isPresent())
        .map(kind -> "one " + (kind.container().isPresent() ? "on" : "in") + " each " + kind.noun())
        .collect(joining(", and ", "write one role: there is ", ""));
  }

  private static Optional<NameComplaint> unless(
      boolean fine, String what, Supplier<String> remedy) {
    return fine ? Optional.empty() : Optional.of(new NameComplaint(what, remedy.get()));
  }
}
