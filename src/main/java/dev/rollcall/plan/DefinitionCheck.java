package dev.rollcall.plan;

import dev.rollcall.model.Declaration;
import dev.rollcall.model.Kind;
import dev.rollcall.model.Naming;
import dev.rollcall.model.Nearest;
import dev.rollcall.model.Problem;
import dev.rollcall.model.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What the job file declares that cannot be meant in the tenant at hand. */
final class DefinitionCheck {

  private final PlanInput situation;
  private final Catalogue catalogue;

  DefinitionCheck(PlanInput situation) {
    this.situation = situation;
    this.catalogue = situation.snapshot().catalogue();
  }

  /** All that is wrong with what is declared. */
  List<Problem> problems() {
    List<Problem> problems = new ArrayList<>();
    for (Declaration declared : situation.desired().declarations()) {
      Stream.concat(Stream.of(declared.resource()), declared.was().stream())
          .flatMap(name -> unusable(declared, name).stream())
          .forEach(problems::add);
      severalOldOnes(declared).ifPresent(problems::add);
      impossibleName(declared).ifPresent(problems::add);
      if (isToBeMade(declared)) {
        misspelledOldOne(declared).ifPresent(problems::add);
      }
      if (isRole(declared.resource()) && isToBeMade(declared)) {
        without(declared).or(() -> twin(declared)).ifPresent(problems::add);
      }
    }
    return problems;
  }

  private static boolean isRole(Resource name) {
    return !name.kind().is(Kind.Trait.HOLDS_RIGHTS);
  }

  /** Whether it is not there under any name; what this plan makes is no other than itself. */
  private boolean isToBeMade(Declaration declared) {
    Resource name = declared.resource();
    boolean isThere = catalogue.has(name) && !situation.names().made().contains(name);
    return !declared.isAbsent()
        && !isThere
        && !catalogue.isBuiltIn(name)
        && PlannedNames.present(declared.was(), catalogue).isEmpty();
  }

  private Optional<Problem> unusable(Declaration declared, Resource name) {
    String noun = name.kind().noun().one();
    if (catalogue.isBuiltIn(name)) {
      return Optional.of(
          problem(
              declared,
              "\"%s\" is a built-in %s, which nobody makes, changes or deletes"
                  .formatted(name, noun),
              "leave it out, or give yours another name"));
    }
    return catalogue
        .ambiguous(noun, name.name())
        .map(
            spelled ->
                problem(
                    declared,
                    "there are several %s that \"%s\" could be: %s"
                        .formatted(name.kind().noun().many(), name, spelled.quoted()),
                    "give each a name of its own"));
  }

  private Optional<Problem> severalOldOnes(Declaration declared) {
    List<Resource> old = PlannedNames.present(declared.was(), catalogue);
    return old.size() > 1 && !catalogue.has(declared.resource())
        ? Optional.of(
            problem(
                declared,
                "\"%s\" could be any of %d %s that are there: %s"
                    .formatted(
                        declared.resource(),
                        old.size(),
                        declared.resource().kind().noun().many(),
                        String.join(", ", old.stream().map(name -> "\"" + name + "\"").toList())),
                "leave one of them under was:"))
        : Optional.empty();
  }

  /**
   * Nothing has an old name, and something that nobody speaks of has one that is nearly the same: a
   * new one beside it would have none of its members and rights.
   */
  private Optional<Problem> misspelledOldOne(Declaration declared) {
    Kind kind = declared.resource().kind();
    Set<String> mentioned = situation.desired().mentioned().of(kind);
    List<String> unspoken =
        catalogue.of(kind).resources().stream()
            .filter(there -> !mentioned.contains(there.compared()))
            .filter(there -> there.container().equals(declared.resource().container()))
            .map(Resource::name)
            .toList();
    return declared.was().stream()
        .flatMap(
            old ->
                Nearest.to(old.name(), unspoken)
                    .map(near -> misspelled(declared, old, near))
                    .stream())
        .findFirst();
  }

  private static Problem misspelled(Declaration declared, Resource old, String near) {
    return problem(
        declared,
        "there is no %s \"%s\" that could become \"%s\""
            .formatted(declared.resource().kind().noun(), old, declared.resource()),
        "did you mean \"%s\"? Otherwise take \"%s\" out of was:".formatted(near, old.name()));
  }

  /** A new name under which it would not be what it is. */
  private Optional<Problem> impossibleName(Declaration declared) {
    Resource name = declared.resource();
    return situation.names().renamed().containsValue(name)
        ? catalogue
            .making(name.kind())
            .against()
            .apply(name)
            .map(why -> problem(declared, why, "write another name"))
        : Optional.empty();
  }

  private Optional<Problem> without(Declaration declared) {
    return declared.config().isPresent() || declared.copyOf().isPresent()
        ? Optional.empty()
        : Optional.of(
            problem(
                declared,
                "there is no %s \"%s\", and nothing says what a new one lets people do"
                    .formatted(declared.resource().kind().noun(), declared.resource()),
                "write config:, file: or copy-of:"));
  }

  /** A role that is to be made, beside one that nobody could tell from it. */
  private Optional<Problem> twin(Declaration declared) {
    String look = Naming.look(declared.resource().name());
    Catalogue.Section there = catalogue.of(declared.resource().kind());
    return Stream.concat(there.resources().stream(), there.builtIn().stream())
        .filter(other -> !other.equals(declared.resource()))
        .filter(other -> Naming.look(other.name()).equals(look))
        .sorted()
        .findFirst()
        .map(
            other ->
                problem(
                    declared,
                    "the %s has %s \"%s\"; \"%s\" would be a second one that looks like it"
                        .formatted(
                            situation.snapshot().vocabulary().tenant(),
                            other.kind().noun().indefinite(),
                            other,
                            declared.resource()),
                    "did you mean \"" + other + "\"?"));
  }

  private static Problem problem(Declaration declared, String what, String remedy) {
    return new Problem(declared.origin().toString(), what, remedy);
  }
}
