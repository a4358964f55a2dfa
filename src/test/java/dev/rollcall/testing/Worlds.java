package dev.rollcall.testing;

import static java.util.stream.Collectors.toSet;

import dev.rollcall.model.Attribution;
import dev.rollcall.model.Declaration;
import dev.rollcall.model.Definition;
import dev.rollcall.model.Desired;
import dev.rollcall.model.Email;
import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Group;
import dev.rollcall.model.Kind;
import dev.rollcall.model.Managed;
import dev.rollcall.model.Member;
import dev.rollcall.model.MentionedNames;
import dev.rollcall.model.Provenance;
import dev.rollcall.model.Resource;
import dev.rollcall.model.RightsColumn;
import dev.rollcall.model.Roster;
import dev.rollcall.model.Status;
import dev.rollcall.plan.Catalogue;
import dev.rollcall.plan.History;
import dev.rollcall.plan.Invitation;
import dev.rollcall.plan.Invitations;
import dev.rollcall.plan.PlanInput;
import dev.rollcall.plan.Snapshot;
import dev.rollcall.plan.Usual;
import dev.rollcall.tenant.workato.Environment;
import dev.rollcall.tenant.workato.WorkatoVocabulary;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Builds situations: a desired and an actual roster, and everything else in its most ordinary form.
 *
 * <p>Unless said otherwise the workspace offers three environments, the usual roles, the groups
 * {@code Finance}, {@code Ops} and {@code Sales}, and the projects {@code Billing} and {@code
 * Close}; everything is managed; it is not the first run.
 */
public final class Worlds {

  /** When all of these runs happen. */
  public static final Instant NOW = Instant.parse("2026-03-02T06:00:00Z");

  /** The environments on offer. */
  public static final List<String> ENVIRONMENTS = List.of("dev", "test", "prod");

  /** The groups on offer. */
  public static final List<String> GROUPS = List.of("Finance", "Ops", "Sales");

  /** The projects on offer, in each environment. */
  public static final List<String> PROJECTS = List.of("Billing", "Close");

  private final Roster desired;
  private final Roster actual;
  private final Map<Email, String> held = new HashMap<>();
  private final Map<Email, Invitation> invited = new HashMap<>();
  private final Map<Entitlement, Attribution> declared = new HashMap<>();
  private final Set<String> missingGroups = new TreeSet<>();
  private final Set<String> incompleteGroups = new TreeSet<>();
  private final Set<String> incompleteProjects = new TreeSet<>();
  private Provenance provenance = new Provenance();
  private Set<Environment> reachable = environments();
  private Optional<Managed> managed = Optional.empty();
  private Optional<Email> owner = Optional.empty();
  private History history = Usual.later();
  private MentionedNames mentioned = mentioned(GROUPS, PROJECTS);
  private boolean invitationsComplete = true;
  private boolean anybodyMayBeMissing;
  private final List<Declaration> declarations = new ArrayList<>();
  private final SortedMap<Resource, Definition> roles = new TreeMap<>();
  private final Map<Resource, Integer> holders = new HashMap<>();

  private Worlds(Roster desired, Roster actual) {
    this.desired = desired;
    this.actual = actual;
  }

  /** A world with these sides; people who are {@code INVITED} on the actual one become pending. */
  public static Worlds of(Roster desired, Roster actual) {
    List<Member> members =
        actual.people().stream().filter(person -> person.status() != Status.INVITED).toList();
    Worlds world = new Worlds(desired, Roster.of(members, actual.groups()));
    world.roles.putAll(actual.roles());
    actual.people().stream()
        .filter(person -> person.status() == Status.INVITED)
        .forEach(person -> world.invited(invitation(person, Duration.ofHours(1), 1)));
    return world;
  }

  /** The invitation behind a pending person. */
  public static Invitation invitation(Member person, Duration ago, int times) {
    return new Invitation(
        person.email(),
        NOW.minus(ago),
        times,
        person.entitlements().stream()
            .filter(right -> right.kind().is(Kind.Trait.GIVEN_BY_JOINING))
            .toList(),
        Optional.of(String.valueOf(4000 + person.email().address().length())),
        true);
  }

  /** Groups and projects as named somewhere. */
  public static MentionedNames mentioned(List<String> groups, List<String> projects) {
    return WorkatoTerms.mentioned(new TreeSet<>(groups), new TreeSet<>(projects));
  }

  /** One more remembered invitation. */
  public Worlds invited(Invitation invitation) {
    invited.put(invitation.email(), invitation);
    return this;
  }

  /** Nobody can tell who is already invited. */
  public Worlds withoutKnowingInvitations() {
    invitationsComplete = false;
    return this;
  }

  /** One more person who must not be touched. */
  public Worlds held(String name, String why) {
    held.put(Rosters.email(name), why);
    return this;
  }

  /** What the job file itself names. */
  public Worlds declares(Entitlement entitlement, Attribution because) {
    declared.put(entitlement, because);
    return this;
  }

  /** A group that the workspace does not have. */
  public Worlds withoutGroup(String group) {
    missingGroups.add(group);
    return this;
  }

  /** A group whose members could not be read whole. */
  public Worlds withIncompleteGroup(String group) {
    incompleteGroups.add(group);
    return this;
  }

  /** A {@code project@environment} whose grants could not be read whole. */
  public Worlds withIncompleteProject(String project) {
    incompleteProjects.add(project);
    return this;
  }

  /** The cells behind the desired side. */
  public Worlds from(Provenance cells) {
    provenance = cells;
    return this;
  }

  /** Only these environments have a token. */
  public Worlds withTokens(String... environments) {
    reachable = List.of(environments).stream().map(Environment::new).collect(toSet());
    return this;
  }

  /** What may be changed, instead of everything. */
  public Worlds managing(Managed what) {
    managed = Optional.of(what);
    return this;
  }

  /** Who owns the workspace. */
  public Worlds ownedBy(String name) {
    owner = Optional.of(Rosters.email(name));
    return this;
  }

  /** What former runs remember. */
  public Worlds after(History past) {
    history = past;
    return this;
  }

  /** What is named in rosters and the job file. */
  public Worlds mentioning(MentionedNames names) {
    mentioned = names;
    return this;
  }

  /** A rejected row has no address. */
  public Worlds whereAnybodyMayBeMissing() {
    anybodyMayBeMissing = true;
    return this;
  }

  /** What the job file says of groups and roles themselves. */
  public Worlds declaring(Collection<Declaration> all) {
    declarations.addAll(all);
    return this;
  }

  /** A custom role, and how many hold it; those that are named make up all custom ones. */
  public Worlds withRole(Resource role, Definition definition, int number) {
    roles.put(role, definition);
    holders.put(role, number);
    return this;
  }

  /** Everything a plan depends on. */
  public PlanInput situation() {
    return new PlanInput(
        "nightly",
        "acme",
        desired(),
        roles.isEmpty() && declarations.isEmpty() ? snapshot() : defined(snapshot()),
        new Invitations(invited, invitationsComplete, Optional.empty()),
        history,
        NOW);
  }

  private Desired desired() {
    return new Desired(
        desired,
        managed.orElseGet(this::everything),
        held,
        provenance,
        anybodyMayBeMissing,
        Map.of("hr", desired.people().size()),
        mentioned,
        declared,
        List.of(),
        Map.of(),
        declarations);
  }

  /** The same with roles that can be made and changed. */
  private Snapshot defined(Snapshot plain) {
    SortedMap<Kind, Catalogue.Section> kinds = new TreeMap<>(plain.catalogue().kinds());
    for (Kind kind : List.of(WorkatoVocabulary.ENVIRONMENT, WorkatoVocabulary.PROJECT)) {
      Kind role = kind.role().orElseThrow();
      Set<Resource> custom =
          roles.keySet().stream().filter(each -> each.kind() == role).collect(toSet());
      Catalogue.Section section = plain.catalogue().of(kind);
      Set<String> levels = new TreeSet<>(section.levels());
      levels.removeAll(Set.of("Release captain", "Auditor"));
      Set<Resource> builtIn =
          levels.stream().map(level -> Resource.of(role, level)).collect(toSet());
      custom.forEach(each -> levels.add(each.name()));
      kinds.put(
          kind,
          new Catalogue.Section(
              section.resources(),
              section.builtIn(),
              section.ambiguous(),
              levels,
              section.within()));
      kinds.put(role, new Catalogue.Section(custom, builtIn, Set.of(), Set.of(), Set.of()));
    }
    return new Snapshot(
        plain.actual().defining(roles),
        new Catalogue(plain.vocabulary(), kinds, List.of()),
        plain.owner(),
        plain.foreign(),
        plain.members(),
        plain.incomplete(),
        plain.remembersInvitations(),
        plain.unconfirmed(),
        holders);
  }

  private Managed everything() {
    Map<Email, Set<RightsColumn>> columns = new HashMap<>();
    desired
        .people()
        .forEach(
            person ->
                columns.put(
                    person.email(),
                    Set.of(RightsColumn.ROLES, RightsColumn.GROUPS, RightsColumn.PROJECTS)));
    Set<String> groups = desired.groups().stream().map(Group::name).collect(toSet());
    return WorkatoTerms.managed(environments(), groups, Set.of(), columns, groups);
  }

  private Snapshot snapshot() {
    return WorkatoTerms.snapshot(
        Roster.of(actual.people(), groups()),
        catalogue(),
        owner,
        0,
        actual.people().size(),
        incompleteGroups,
        incompleteProjects,
        true);
  }

  private List<Group> groups() {
    return presentGroups().stream()
        .map(
            name ->
                actual.group(WorkatoVocabulary.group(name)).orElseGet(() -> Rosters.group(name)))
        .toList();
  }

  private Set<String> presentGroups() {
    Set<String> names = new TreeSet<>(GROUPS);
    actual.groups().forEach(group -> names.add(group.name()));
    names.removeAll(missingGroups);
    return names;
  }

  private Catalogue catalogue() {
    Map<Environment, Set<String>> projects = new HashMap<>();
    reachable.forEach(environment -> projects.put(environment, Set.copyOf(PROJECTS)));
    return WorkatoTerms.catalogue(
        environments(),
        reachable,
        Set.of("Member", "Environment manager", "Environment admin", "Release captain"),
        Set.of("Project operator", "Builder", "Advanced builder", "Project admin", "Auditor"),
        presentGroups(),
        Set.of("All collaborators"),
        projects,
        Map.of());
  }

  private static Set<Environment> environments() {
    return ENVIRONMENTS.stream().map(Environment::new).collect(toSet());
  }
}
