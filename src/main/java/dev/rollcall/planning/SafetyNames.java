package dev.rollcall.planning;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;

import dev.rollcall.job.LoadedJob;
import dev.rollcall.job.spec.SafetySpec;
import dev.rollcall.job.yaml.Located;
import dev.rollcall.model.Declaration;
import dev.rollcall.model.Email;
import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Kind;
import dev.rollcall.model.Levels;
import dev.rollcall.model.Member;
import dev.rollcall.model.Nearest;
import dev.rollcall.model.Problem;
import dev.rollcall.model.Resource;
import dev.rollcall.plan.Catalogue;
import dev.rollcall.plan.PlanInput;
import dev.rollcall.source.Reject;
import dev.rollcall.source.gather.Gathered;
import dev.rollcall.source.mapping.PersonRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Names under {@code safety:} that nothing and nobody has. Most likely each is a slip, after which
 * a fence would stand around nothing, and every plan pass.
 */
final class SafetyNames {

  private final LoadedJob job;
  private final SafetySpec safety;
  private final PlanInput situation;

  SafetyNames(LoadedJob job, PlanInput situation) {
    this.job = job;
    this.safety = job.file().safety();
    this.situation = situation;
  }

  /** Roles that nobody could be given, or lose. Those that the user did not write are none. */
  List<Problem> unknownRoles() {
    List<Problem> problems = new ArrayList<>();
    safety.adminRoles().map(this::unknownAdmins).ifPresent(problems::addAll);
    unknown(safety.sensitiveRoles())
        .forEach(name -> problems.add(problem("safety.sensitive-roles", name)));
    return problems;
  }

  /**
   * A list may name what administrators are called in all workspaces of the vendor; one of them has
   * to be there.
   */
  private List<Problem> unknownAdmins(List<String> names) {
    List<String> unknown = unknown(names);
    Set<String> usual =
        Stream.of(job.file().vocabulary(), situation.snapshot().vocabulary())
            .flatMap(vocabulary -> vocabulary.administrators().stream())
            .map(Levels::fold)
            .collect(toSet());
    return unknown.stream()
        .filter(name -> unknown.size() == names.size() || !usual.contains(Levels.fold(name)))
        .map(name -> problem("safety.admin-roles", name))
        .toList();
  }

  private List<String> unknown(List<String> names) {
    if (names.isEmpty()) {
      return List.of();
    }
    Set<String> offered = folded(offered());
    if (names.stream().map(Levels::fold).allMatch(offered::contains)) {
      return List.of();
    }
    // Looking at what everybody holds takes longer, and is seldom needed.
    Set<String> held = folded(held());
    return names.stream()
        .filter(name -> !offered.contains(Levels.fold(name)) && !held.contains(Levels.fold(name)))
        .toList();
  }

  private static Set<String> folded(Collection<String> names) {
    return names.stream().map(Levels::fold).collect(toSet());
  }

  /** What roles of the tenant are called, and what they will be. */
  private Set<String> offered() {
    Set<String> names = new TreeSet<>();
    Catalogue catalogue = situation.snapshot().catalogue();
    catalogue.kinds().forEach((kind, section) -> names.addAll(roles(kind, section)));
    for (Declaration declared : situation.desired().declarations()) {
      if (catalogue.vocabulary().roles().contains(declared.resource().kind())) {
        Stream.concat(Stream.of(declared.resource()), declared.was().stream())
            .map(Resource::name)
            .forEach(names::add);
      }
    }
    return names;
  }

  private static Collection<String> roles(Kind kind, Catalogue.Section section) {
    return kind.is(Kind.Trait.NAMES_A_ROLE)
        ? Stream.of(section.resources(), section.builtIn())
            .flatMap(Set::stream)
            .map(Resource::name)
            .toList()
        : section.levels();
  }

  /** Not every tenant lists its roles, and a name may be in use that is on no list. */
  private Set<String> held() {
    return Stream.of(situation.desired().roster(), situation.snapshot().actual())
        .flatMap(roster -> roster.rights().stream())
        .filter(right -> !right.isNoAccess())
        .map(Entitlement::role)
        .collect(toSet());
  }

  private Problem problem(String key, String name) {
    return new Problem(
        job.label(),
        "%s: \"%s\" is no role of the %s, and none that a roster or the job file gives"
            .formatted(key, name, job.file().vocabulary().tenant()),
        Nearest.remedy(name, offered()));
  }

  /** People to be protected who are nowhere, as sentences. */
  Stream<String> protectedNobodies(Gathered gathered) {
    return safety.protectedAddresses().stream()
        .map(Located::value)
        .filter(email -> isNowhere(email, gathered))
        .map(
            email ->
                "safety.protected: \"%s\" is in no row of any source, and no member in scope or invited; %s"
                    .formatted(
                        email,
                        Nearest.to(email.address(), addresses(gathered))
                            .map(each -> "did you mean \"" + each + "\"?")
                            .orElse("it protects nobody")));
  }

  private boolean isNowhere(Email email, Gathered gathered) {
    return situation.snapshot().actual().person(email).isEmpty()
        && situation.desired().roster().person(email).isEmpty()
        && everybody(gathered).noneMatch(email::equals);
  }

  private Set<String> addresses(Gathered gathered) {
    return everybody(gathered).map(Email::address).collect(toCollection(TreeSet::new));
  }

  private Stream<Email> everybody(Gathered gathered) {
    return Stream.of(
            situation.snapshot().owner().stream(),
            situation.invitations().byEmail().keySet().stream(),
            gathered.rejects().stream().map(Reject::email).flatMap(Optional::stream),
            gathered.people().stream().map(PersonRecord::email),
            situation.snapshot().actual().people().stream().map(Member::email))
        .flatMap(each -> each);
  }
}
