package dev.rollcall.plan;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;

import dev.rollcall.model.Attribution;
import dev.rollcall.model.Desired;
import dev.rollcall.model.Email;
import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Group;
import dev.rollcall.model.Kind;
import dev.rollcall.model.Member;
import dev.rollcall.model.Naming;
import dev.rollcall.model.Nearest;
import dev.rollcall.model.Problem;
import dev.rollcall.model.Resource;
import dev.rollcall.model.Vocabulary;
import dev.rollcall.plan.Catalogue.Making;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Compares the names on the desired side with those the workspace offers; case counts. */
final class NameCheck {

  /**
   * What is wrong with a name, wherever it is written.
   *
   * @param listed the names that were meant where it is a list of them; in cells these are
   *     separated otherwise than in a job file
   */
  private record Complaint(String what, String remedy, List<String> listed) {

    Complaint(String what, String remedy) {
      this(what, remedy, List.of());
    }

    Problem inCell(String place) {
      return new Problem(
          place,
          what,
          listed.isEmpty()
              ? remedy
              : "lists are separated by \";\": did you mean \""
                  + String.join("; ", listed)
                  + "\"?");
    }

    Problem inJobFile(String place) {
      return new Problem(
          place,
          what,
          listed.isEmpty()
              ? remedy
              : "write each as an item of its own: [\"" + String.join("\", \"", listed) + "\"]");
    }
  }

  private final Desired desired;
  private final Catalogue catalogue;
  private final Vocabulary vocabulary;
  private final Set<Resource> withheld;
  private final Set<Resource> made;
  private final Map<Kind, Set<Resource>> known = new HashMap<>();
  private final Map<Entitlement, Optional<Complaint>> judged = new HashMap<>();

  NameCheck(PlanInput situation) {
    this.desired = situation.desired();
    this.catalogue = situation.snapshot().catalogue();
    this.withheld = situation.names().withheld();
    this.made = situation.names().made();
    this.vocabulary = catalogue.vocabulary();
  }

  /**
   * Checks what the job file itself names.
   *
   * @throws UnknownNames with all that are wrong
   */
  void checkDeclared() {
    List<Problem> problems = new ArrayList<>();
    for (Map.Entry<Entitlement, Attribution> entry : new TreeMap<>(desired.declared()).entrySet()) {
      String place = entry.getValue().origin().toString();
      judge(entry.getKey())
          .map(complaint -> isOption(place) ? complaint.inCell(place) : complaint.inJobFile(place))
          .ifPresent(problems::add);
    }
    for (Group owned : desired.roster().groups()) {
      checkOwned(owned, problems);
    }
    if (!problems.isEmpty()) {
      throw new UnknownNames(problems.stream().distinct().toList());
    }
  }

  /** What is wrong with the names in one person's cells. */
  List<Problem> check(Member person) {
    List<Problem> problems = new ArrayList<>();
    for (Entitlement entitlement : person.entitlements()) {
      Optional<Complaint> wrong = wrongHolder(entitlement, Kind.Holder.PERSON);
      if (wrong.isEmpty()) {
        wrong = judge(entitlement);
      }
      if (wrong.isPresent()) {
        problems.add(wrong.get().inCell(place(person.email(), entitlement)));
      }
    }
    return problems;
  }

  /** A right that somebody of this sort cannot hold. */
  private static Optional<Complaint> wrongHolder(Entitlement right, Kind.Holder holder) {
    return right.kind().isHeldBy(holder)
        ? Optional.empty()
        : Optional.of(
            new Complaint(
                "\"%s\" is a %s, which no %s can hold"
                    .formatted(right, right.kind().right(), holder.name().toLowerCase(Locale.ROOT)),
                "leave it out"));
  }

  /** An option holds its list in one text, as a cell does. */
  private static boolean isOption(String place) {
    return place.startsWith("--");
  }

  private void checkOwned(Group owned, List<Problem> problems) {
    twin(owned.resource()).ifPresent(problems::add);
    List<Entitlement> named = new ArrayList<>(owned.rights());
    named.add(owned.resource().membership());
    for (Entitlement entitlement : named) {
      Optional<Complaint> wrong =
          entitlement.on().equals(owned.resource())
              ? Optional.empty()
              : wrongHolder(entitlement, Kind.Holder.GROUP);
      if (wrong.isPresent() || !desired.declared().containsKey(entitlement)) {
        wrong
            .or(() -> judge(entitlement))
            .map(complaint -> complaint.inJobFile(""))
            .ifPresent(problems::add);
      }
    }
  }

  /** A group that is to be made, beside one that nobody could tell from it. */
  private Optional<Problem> twin(Resource owned) {
    if (catalogue.has(owned) || catalogue.isBuiltIn(owned)) {
      return Optional.empty();
    }
    String look = Naming.look(owned.toString());
    Catalogue.Section offered = catalogue.of(owned.kind());
    return Stream.concat(offered.resources().stream(), offered.builtIn().stream())
        .filter(group -> Naming.look(group.toString()).equals(look))
        .sorted()
        .findFirst()
        .map(
            group ->
                new Problem(
                    declaredAt(owned.membership()),
                    "the %s has a %s \"%s\"; \"%s\" would be a second one that looks like it"
                        .formatted(vocabulary.tenant(), owned.kind().noun(), group, owned),
                    "did you mean \"" + group + "\"?"));
  }

  private String declaredAt(Entitlement declared) {
    Attribution because = desired.declared().get(declared);
    return because == null ? "" : because.origin().toString();
  }

  private String place(Email email, Entitlement entitlement) {
    return Cause.of(desired, email, entitlement).origin();
  }

  /** Thousands of people share few entitlements, and looking for near names is slow. */
  private Optional<Complaint> judge(Entitlement entitlement) {
    Optional<Complaint> before = judged.get(entitlement);
    if (before == null) {
      before = complaint(entitlement);
      judged.put(entitlement, before);
    }
    return before;
  }

  private Optional<Complaint> complaint(Entitlement entitlement) {
    Resource on = entitlement.on();
    return on.container()
        .flatMap(outer -> missing(outer).or(() -> ambiguous(outer)).or(() -> outOfReach(on, outer)))
        .or(() -> resource(on))
        .or(() -> level(entitlement));
  }

  private Optional<Complaint> outOfReach(Resource inside, Resource outer) {
    Kind.Container lying = inside.kind().container().orElseThrow();
    return unless(
        catalogue.of(inside.kind()).within().contains(outer),
        lying.unreachable().formatted(outer),
        lying::remedy);
  }

  /** Of several of one name nobody can tell in which something lies. */
  private Optional<Complaint> ambiguous(Resource resource) {
    return catalogue.of(resource.kind()).ambiguous().contains(resource)
        ? resource(resource)
        : Optional.empty();
  }

  private Optional<Complaint> resource(Resource resource) {
    if (catalogue.isBuiltIn(resource)) {
      String what =
          "\""
              + resource
              + "\" is a built-in "
              + resource.kind().noun()
              + ", which nobody is put into";
      return Optional.of(new Complaint(what, "leave it out"));
    }
    String kind = SpellingVariants.kind(resource.kind(), resource.container());
    if (catalogue.of(resource.kind()).ambiguous().contains(resource)) {
      return several(kind, resource)
          .or(
              () ->
                  Optional.of(
                      new Complaint(
                          "there are several %s %s"
                              .formatted(resource.kind().noun().many(), inside(resource)),
                          resource.kind().toldApart())));
    }
    return known(resource.kind()).contains(resource)
        ? several(kind, resource).or(() -> besideItsLike(resource))
        : missing(resource);
  }

  /** What is to be made, beside one that nobody could tell from it. */
  private Optional<Complaint> besideItsLike(Resource resource) {
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
                new Complaint(
                    "\"%s\" would be a second %s that looks like \"%s\""
                        .formatted(resource, resource.kind().noun(), other),
                    "did you mean \"" + other.name() + "\"?"));
  }

  /** A resource that is not there; of a list that names several, which they are. */
  private Optional<Complaint> missing(Resource resource) {
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
            ? new Complaint(what, otherThan(resource, names))
            : new WrongSeparators(names)
                .names(resource.name())
                .map(listed -> new Complaint(what, "", listed))
                .orElseGet(() -> new Complaint(what, otherThan(resource, names))));
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
    String otherwise = against.orElse(making.otherwise());
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

  private Optional<Complaint> level(Entitlement entitlement) {
    return entitlement
        .level()
        .flatMap(
            level -> {
              String kind = entitlement.kind().right().one();
              Optional<Complaint> several = several(kind, level, entitlement.kind().toldApart());
              return several.isPresent() ? several : unknownLevel(entitlement, level);
            });
  }

  private Optional<Complaint> several(String kind, Resource resource) {
    return several(kind, resource.name(), resource.kind().toldApart());
  }

  /** Of several that are matched as one, nobody can tell which is meant. */
  private Optional<Complaint> several(String kind, String name, String toldApart) {
    return catalogue
        .ambiguous(kind, name)
        .map(
            spelled ->
                new Complaint(
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

  private Optional<Complaint> unknownLevel(Entitlement entitlement, String level) {
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

  private static Optional<Complaint> unless(boolean fine, String what, Supplier<String> remedy) {
    return fine ? Optional.empty() : Optional.of(new Complaint(what, remedy.get()));
  }
}
