package dev.rollcall.testing;

import static dev.rollcall.tenant.workato.WorkatoVocabulary.ENVIRONMENT;
import static dev.rollcall.tenant.workato.WorkatoVocabulary.GROUP;
import static dev.rollcall.tenant.workato.WorkatoVocabulary.PROJECT;
import static dev.rollcall.tenant.workato.WorkatoVocabulary.VOCABULARY;
import static java.util.stream.Collectors.toSet;

import dev.rollcall.model.Assignee;
import dev.rollcall.model.Definition;
import dev.rollcall.model.Email;
import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Kind;
import dev.rollcall.model.Managed;
import dev.rollcall.model.Member;
import dev.rollcall.model.MentionedNames;
import dev.rollcall.model.Resource;
import dev.rollcall.model.RightsColumn;
import dev.rollcall.model.Roster;
import dev.rollcall.plan.Catalogue;
import dev.rollcall.plan.Invitation;
import dev.rollcall.plan.NamePatterns;
import dev.rollcall.plan.Operation;
import dev.rollcall.plan.Scope;
import dev.rollcall.plan.Snapshot;
import dev.rollcall.source.columns.Destination;
import dev.rollcall.tenant.workato.Environment;
import dev.rollcall.tenant.workato.WorkatoVocabulary;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The general model in the words of a Workato workspace, for tests. */
public final class WorkatoTerms {

  private WorkatoTerms() {}

  /** Creates a group. */
  public static Operation.Define createGroup(String group, String description) {
    return new Operation.Define(
        WorkatoVocabulary.group(group), Optional.empty(), new Definition(description));
  }

  /** Invites somebody. */
  public static Operation.Join invite(
      Email email, String name, Map<Environment, String> roles, Collection<String> groups) {
    return new Operation.Join(email, name, rights(roles, groups), VOCABULARY.joining());
  }

  /** Gives, changes or takes a role in an environment. */
  public static Operation.Set setEnvironmentRole(
      Email email, Environment environment, Optional<String> before, Optional<String> after) {
    return new Operation.Set(
        new Assignee.Person(email),
        before.map(role -> WorkatoVocabulary.environmentRole(environment, role)),
        after.map(role -> WorkatoVocabulary.environmentRole(environment, role)));
  }

  /** Puts somebody into a group. */
  public static Operation.Set addToGroup(Email email, String group) {
    return Operation.Set.give(new Assignee.Person(email), WorkatoVocabulary.membership(group));
  }

  /** Takes somebody out of a group. */
  public static Operation.Set removeFromGroup(Email email, String group) {
    return Operation.Set.take(new Assignee.Person(email), WorkatoVocabulary.membership(group));
  }

  /** Gives, changes or takes a role on a project. */
  public static Operation.Set setProjectRole(
      Assignee assignee,
      String project,
      Environment environment,
      Optional<String> before,
      Optional<String> after) {
    return new Operation.Set(
        assignee,
        before.map(role -> WorkatoVocabulary.projectRole(project, environment, role)),
        after.map(role -> WorkatoVocabulary.projectRole(project, environment, role)));
  }

  /** Takes all roles. */
  public static Operation.Suspend suspend(Email email, Map<Environment, String> before) {
    return new Operation.Suspend(email, rights(before, List.of()), VOCABULARY.suspension());
  }

  /** Gives roles again. */
  public static Operation.Reinstate reinstate(Email email, Map<Environment, String> roles) {
    return new Operation.Reinstate(email, rights(roles, List.of()), VOCABULARY.suspension());
  }

  /** Takes a pending invitation out of a group. */
  public static Operation.Withdraw withdrawFromGroup(Email email, String group, long invitation) {
    return new Operation.Withdraw(
        email, WorkatoVocabulary.membership(group), Long.toString(invitation));
  }

  /** Deletes somebody. */
  public static Operation.Remove remove(Email email, List<Entitlement> before) {
    return new Operation.Remove(email, before);
  }

  private static List<Entitlement> rights(
      Map<Environment, String> roles, Collection<String> groups) {
    List<Entitlement> rights = new ArrayList<>();
    roles.forEach(
        (environment, role) -> rights.add(WorkatoVocabulary.environmentRole(environment, role)));
    groups.forEach(group -> rights.add(WorkatoVocabulary.membership(group)));
    return rights;
  }

  /** A group that can hold rights. */
  public static Assignee.GroupNamed groupNamed(String name) {
    return new Assignee.GroupNamed(WorkatoVocabulary.group(name));
  }

  /** The role in each environment. */
  public static SortedMap<Environment, String> roles(Member member) {
    return roles(member.entitlements());
  }

  /** The role in each environment. */
  public static SortedMap<Environment, String> roles(Collection<Entitlement> rights) {
    SortedMap<Environment, String> roles = new TreeMap<>();
    rights.stream()
        .filter(right -> right.kind() == ENVIRONMENT)
        .forEach(
            right -> roles.put(new Environment(right.on().name()), right.level().orElseThrow()));
    return roles;
  }

  /** The groups among rights, by name. */
  public static List<String> groups(Collection<Entitlement> rights) {
    return rights.stream()
        .filter(right -> right.kind() == GROUP)
        .map(right -> right.on().name())
        .sorted()
        .toList();
  }

  /** An invitation that is remembered. */
  public static Invitation invitation(
      Email email,
      Instant sent,
      int times,
      Map<Environment, String> roles,
      Collection<String> groups,
      Optional<Long> id) {
    return new Invitation(email, sent, times, rights(roles, groups), id.map(String::valueOf), true);
  }

  /** Groups and projects that are mentioned. */
  public static MentionedNames mentioned(Collection<String> groups, Collection<String> projects) {
    Environment any = new Environment("dev");
    return MentionedNames.of(
        Stream.concat(
                groups.stream().map(WorkatoVocabulary::group),
                projects.stream().map(name -> WorkatoVocabulary.project(name, any)))
            .toList());
  }

  /** A scope. */
  public static Scope scope(
      NamePatterns emails,
      NamePatterns groups,
      NamePatterns projects,
      boolean rolesByIdentityProvider,
      NamePatterns groupsByIdentityProvider,
      NamePatterns only) {
    return new Scope(
        emails,
        Map.of(GROUP, groups, PROJECT, projects),
        Map.of(
            ENVIRONMENT,
            rolesByIdentityProvider ? NamePatterns.ALL : NamePatterns.NONE,
            GROUP,
            groupsByIdentityProvider),
        only);
  }

  /** What is managed; projects as {@code project@environment}. */
  public static Managed managed(
      Collection<Environment> environments,
      Collection<String> groups,
      Collection<String> projects,
      Map<Email, ? extends Collection<RightsColumn>> columns,
      Collection<String> groupsWithRights) {
    Set<Resource> resources = new HashSet<>();
    environments.forEach(each -> resources.add(WorkatoVocabulary.resource(each)));
    groups.forEach(each -> resources.add(WorkatoVocabulary.group(each)));
    projects.forEach(each -> resources.add(project(each)));
    Map<Email, Set<Kind>> listed = new TreeMap<>();
    columns.forEach(
        (email, each) ->
            listed.put(
                email,
                each.stream()
                    .filter(column -> column != RightsColumn.ROLES)
                    .map(column -> VOCABULARY.fedBy(column).orElseThrow())
                    .collect(toSet())));
    return new Managed(
        resources,
        listed,
        groupsWithRights.stream().map(WorkatoVocabulary::group).collect(toSet()));
  }

  /** A project by {@code project@environment}. */
  public static Resource project(String label) {
    int at = label.lastIndexOf('@');
    return WorkatoVocabulary.project(
        label.substring(0, at), new Environment(label.substring(at + 1)));
  }

  /** What a workspace offers. */
  public static Catalogue catalogue(
      Collection<Environment> environments,
      Collection<Environment> reachable,
      Set<String> environmentRoles,
      Set<String> projectRoles,
      Collection<String> groups,
      Collection<String> systemGroups,
      Map<Environment, ? extends Collection<String>> projects,
      Map<Environment, ? extends Collection<String>> ambiguousProjects) {
    return new Catalogue(
        VOCABULARY,
        new TreeMap<>(
            Map.of(
                ENVIRONMENT,
                new Catalogue.Section(resources(environments), environmentRoles),
                GROUP,
                new Catalogue.Section(
                    groups.stream().map(WorkatoVocabulary::group).collect(toSet()),
                    systemGroups.stream().map(WorkatoVocabulary::group).collect(toSet()),
                    Set.of(),
                    Set.of(),
                    Set.of()),
                PROJECT,
                new Catalogue.Section(
                    projects(projects),
                    Set.of(),
                    projects(ambiguousProjects),
                    projectRoles,
                    resources(reachable)))),
        List.of());
  }

  private static Set<Resource> resources(Collection<Environment> environments) {
    return environments.stream().map(WorkatoVocabulary::resource).collect(toSet());
  }

  private static Set<Resource> projects(
      Map<Environment, ? extends Collection<String>> byEnvironment) {
    Set<Resource> projects = new HashSet<>();
    byEnvironment.forEach(
        (environment, names) ->
            names.forEach(name -> projects.add(WorkatoVocabulary.project(name, environment))));
    return projects;
  }

  /** What a workspace holds; incomplete projects as {@code project@environment}. */
  public static Snapshot snapshot(
      Roster actual,
      Catalogue catalogue,
      Optional<Email> owner,
      int foreign,
      int members,
      Collection<String> incompleteGroups,
      Collection<String> incompleteProjects,
      boolean auditLogReadable) {
    Set<Resource> incomplete = new HashSet<>();
    incompleteGroups.forEach(name -> incomplete.add(WorkatoVocabulary.group(name)));
    incompleteProjects.forEach(name -> incomplete.add(project(name)));
    return new Snapshot(
        actual,
        catalogue,
        owner,
        foreign,
        members,
        new TreeSet<>(incomplete),
        auditLogReadable,
        Set.of());
  }

  /** A workspace with these environments. */
  public static Destination destination(String... environments) {
    return new Destination(
        VOCABULARY,
        Stream.of(environments)
            .map(name -> WorkatoVocabulary.resource(new Environment(name)))
            .toList());
  }
}
