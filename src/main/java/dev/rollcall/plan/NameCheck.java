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

/** Compares the names on the desired side with those the workspace offers, letter by letter. */
final class NameCheck {

  /** What is wrong with a name, wherever it is written. */
  private record Complaint(String what, String remedy) {
    Problem at(String place) {
      return new Problem(place, what, remedy);
    }
  }

  private final Desired desired;
  private final Catalogue catalogue;
  private final Set<String> groups;
  private final Map<Entitlement, Optional<Complaint>> judged = new HashMap<>();

  NameCheck(Desired desired, Catalogue catalogue) {
    this.desired = desired;
    this.catalogue = catalogue;
    this.groups = new TreeSet<>(catalogue.groups());
    desired.roster().groups().stream().map(Group::name).forEach(groups::add);
    groups.removeAll(catalogue.systemGroups());
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
      judge(entry.getKey()).map(complaint -> complaint.at(place)).ifPresent(problems::add);
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
          .map(complaint -> complaint.at(place(person.email(), entitlement)))
          .ifPresent(problems::add);
    }
    return problems;
  }

  private void checkOwned(Group owned, List<Problem> problems) {
    List<Entitlement> named = new ArrayList<>(owned.projectRoles());
    named.add(new GroupMembership(owned.name()));
    for (Entitlement entitlement : named) {
      if (!desired.declared().containsKey(entitlement)) {
        judge(entitlement).map(complaint -> complaint.at("")).ifPresent(problems::add);
      }
    }
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
          .or(() -> role("environment role", role, catalogue.environmentRoles()));
    }
    if (entitlement instanceof GroupMembership membership) {
      return group(membership.group());
    }
    ProjectRole role = (ProjectRole) entitlement;
    return environment(role.environment())
        .or(() -> token(role.environment()))
        .or(() -> project(role))
        .or(() -> role("project role", role, catalogue.projectRoles()));
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
        "there is no token for environment "
            + environment
            + ", so no project role can be set there",
        () -> "add it under target.tokens");
  }

  private Optional<Complaint> role(String kind, Entitlement entitlement, Set<String> offered) {
    return unless(
        entitlement.isNoAccess() || offered.contains(entitlement.role()),
        "the workspace has no " + kind + " \"" + entitlement.role() + "\"",
        () -> Nearest.remedy(entitlement.role(), offered));
  }

  private Optional<Complaint> group(String group) {
    if (catalogue.systemGroups().contains(group)) {
      String what = "\"" + group + "\" is a built-in group, which nobody is put into";
      return Optional.of(new Complaint(what, "leave it out"));
    }
    return unless(
        groups.contains(group),
        "there is no group \"" + group + "\", neither in the workspace nor under groups:",
        () -> Nearest.remedy(group, groups));
  }

  private Optional<Complaint> project(ProjectRole role) {
    Set<String> offered = catalogue.projects().getOrDefault(role.environment(), Set.of());
    Set<String> ambiguous =
        catalogue.ambiguousProjects().getOrDefault(role.environment(), Set.of());
    if (ambiguous.contains(role.project())) {
      String what =
          "there are several projects \"" + role.project() + "\" in " + role.environment();
      return Optional.of(new Complaint(what, "give each a name of its own"));
    }
    return unless(
        offered.contains(role.project()),
        "there is no project \"" + role.project() + "\" in " + role.environment(),
        () -> Nearest.remedy(role.project(), offered));
  }

  private static Optional<Complaint> unless(boolean fine, String what, Supplier<String> remedy) {
    return fine ? Optional.empty() : Optional.of(new Complaint(what, remedy.get()));
  }

  private static List<String> names(Collection<Environment> environments) {
    return environments.stream().map(Environment::name).toList();
  }
}
