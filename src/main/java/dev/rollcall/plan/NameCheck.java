package dev.rollcall.plan;

import dev.rollcall.model.Because;
import dev.rollcall.model.Desired;
import dev.rollcall.model.Email;
import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Entitlement.EnvironmentRole;
import dev.rollcall.model.Entitlement.GroupMembership;
import dev.rollcall.model.Entitlement.ProjectRole;
import dev.rollcall.model.Environment;
import dev.rollcall.model.Group;
import dev.rollcall.model.Member;
import dev.rollcall.model.Naming;
import dev.rollcall.model.Nearest;
import dev.rollcall.model.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
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
  private final Set<String> groups;
  private final WrongSeparators lists;
  private final Map<Entitlement, Optional<Complaint>> judged = new HashMap<>();

  NameCheck(Desired desired, Catalogue catalogue) {
    this.desired = desired;
    this.catalogue = catalogue;
    this.groups = new TreeSet<>(catalogue.groups());
    desired.roster().groups().stream().map(Group::name).forEach(groups::add);
    groups.removeAll(catalogue.systemGroups());
    this.lists = new WrongSeparators(groups);
  }

  /**
   * Checks what the job file itself names.
   *
   * @throws UnknownNames with all that are wrong
   */
  void checkDeclared() {
    List<Problem> problems = new ArrayList<>();
    for (Map.Entry<Entitlement, Because> entry : new TreeMap<>(desired.declared()).entrySet()) {
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
      judge(entitlement)
          .map(complaint -> complaint.inCell(place(person.email(), entitlement)))
          .ifPresent(problems::add);
    }
    return problems;
  }

  /** An option holds its list in one text, as a cell does. */
  private static boolean isOption(String place) {
    return place.startsWith("--");
  }

  private void checkOwned(Group owned, List<Problem> problems) {
    twin(owned.name()).ifPresent(problems::add);
    List<Entitlement> named = new ArrayList<>(owned.projectRoles());
    named.add(new GroupMembership(owned.name()));
    for (Entitlement entitlement : named) {
      if (!desired.declared().containsKey(entitlement)) {
        judge(entitlement).map(complaint -> complaint.inJobFile("")).ifPresent(problems::add);
      }
    }
  }

  /** A group that is to be made, beside one that nobody could tell from it. */
  private Optional<Problem> twin(String owned) {
    if (catalogue.groups().contains(owned) || catalogue.systemGroups().contains(owned)) {
      return Optional.empty();
    }
    String look = Naming.look(owned);
    return Stream.concat(catalogue.groups().stream(), catalogue.systemGroups().stream())
        .filter(group -> Naming.look(group).equals(look))
        .sorted()
        .findFirst()
        .map(
            group ->
                new Problem(
                    declaredAt(new GroupMembership(owned)),
                    "the workspace has a group \""
                        + group
                        + "\"; \""
                        + owned
                        + "\" would be a second one that looks like it",
                    "did you mean \"" + group + "\"?"));
  }

  private String declaredAt(Entitlement declared) {
    Because because = desired.declared().get(declared);
    return because == null ? "" : because.origin().toString();
  }

  private String place(Email email, Entitlement entitlement) {
    return Cause.of(desired, email, entitlement).origin();
  }

  /** Thousands of people share few entitlements, and looking for near names is slow. */
  private Optional<Complaint> judge(Entitlement entitlement) {
    return judged.computeIfAbsent(entitlement, this::complaint);
  }

  private Optional<Complaint> complaint(Entitlement entitlement) {
    if (entitlement instanceof EnvironmentRole role) {
      return environment(role.environment())
          .or(() -> role(Spelled.ENVIRONMENT_ROLE, role, catalogue.environmentRoles()));
    }
    if (entitlement instanceof GroupMembership membership) {
      return group(membership.group());
    }
    ProjectRole role = (ProjectRole) entitlement;
    return environment(role.environment())
        .or(() -> token(role.environment()))
        .or(() -> project(role))
        .or(() -> role(Spelled.PROJECT_ROLE, role, catalogue.projectRoles()));
  }

  private Optional<Complaint> environment(Environment environment) {
    List<String> names = names(catalogue.environments());
    return unless(
        catalogue.environments().contains(environment),
        "the workspace has no environment \"" + environment + "\"",
        () -> Nearest.remedy(environment.name(), names));
  }

  private Optional<Complaint> token(Environment environment) {
    return unless(
        catalogue.reachable().contains(environment),
        "there is no token for environment \""
            + environment
            + "\", so no project role can be set there",
        () -> "add it under target.tokens");
  }

  private Optional<Complaint> role(String kind, Entitlement entitlement, Set<String> offered) {
    Optional<Complaint> several = several(kind, entitlement.role());
    return several.isPresent() ? several : unknownRole(kind, entitlement, offered);
  }

  /** Of several that are matched as one, nobody can tell which is meant. */
  private Optional<Complaint> several(String kind, String name) {
    return catalogue
        .ambiguous(kind, name)
        .map(
            spelled ->
                new Complaint(
                    "\""
                        + name
                        + "\" could be any of "
                        + spelled.spellings().size()
                        + " in the workspace ("
                        + kind
                        + "): "
                        + spelled.quoted(),
                    "give each a name of its own"));
  }

  private static Optional<Complaint> unknownRole(
      String kind, Entitlement entitlement, Set<String> offered) {
    return unless(
        entitlement.isNoAccess() || offered.contains(entitlement.role()),
        "the workspace has no " + kind + " \"" + entitlement.role() + "\"",
        () ->
            new WrongSeparators(offered).names(entitlement.role()).isPresent()
                ? "write one role: there is one in each environment, and one on each project"
                : Nearest.remedy(entitlement.role(), offered));
  }

  private Optional<Complaint> group(String group) {
    if (catalogue.systemGroups().contains(group)) {
      String what = "\"" + group + "\" is a built-in group, which nobody is put into";
      return Optional.of(new Complaint(what, "leave it out"));
    }
    if (groups.contains(group)) {
      return several(Spelled.GROUP, group);
    }
    String what = "there is no group \"" + group + "\"";
    return Optional.of(
        lists
            .names(group)
            .map(listed -> new Complaint(what, "", listed))
            .orElseGet(() -> new Complaint(what, otherGroup(group))));
  }

  private String otherGroup(String group) {
    String remedy = Nearest.remedy(group, groups);
    return Nearest.to(group, groups).isPresent()
        ? remedy
        : remedy + "; to have it made, name it under groups:";
  }

  private Optional<Complaint> project(ProjectRole role) {
    Set<String> offered = catalogue.projects().getOrDefault(role.environment(), Set.of());
    Set<String> ambiguous =
        catalogue.ambiguousProjects().getOrDefault(role.environment(), Set.of());
    if (ambiguous.contains(role.project())) {
      String what =
          "there are several projects \"" + role.project() + "\" in \"" + role.environment() + "\"";
      return several(Spelled.projectIn(role.environment()), role.project())
          .or(() -> Optional.of(new Complaint(what, "give each a name of its own")));
    }
    return unless(
        offered.contains(role.project()),
        "there is no project \"" + role.project() + "\" in \"" + role.environment() + "\"",
        () -> Nearest.remedy(role.project(), offered));
  }

  private static Optional<Complaint> unless(boolean fine, String what, Supplier<String> remedy) {
    return fine ? Optional.empty() : Optional.of(new Complaint(what, remedy.get()));
  }

  private static List<String> names(Collection<Environment> environments) {
    return environments.stream().map(Environment::name).toList();
  }
}
