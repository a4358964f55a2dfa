package dev.rollcall.tenant.workato;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;

import dev.rollcall.model.Assignee;
import dev.rollcall.model.Email;
import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Naming;
import dev.rollcall.model.Resource;
import dev.rollcall.model.Roster;
import dev.rollcall.plan.NamePatterns;
import dev.rollcall.plan.Scope;
import dev.rollcall.plan.Snapshot;
import dev.rollcall.tenant.TenantUnavailable;
import dev.rollcall.tenant.workato.payload.GrantRow;
import dev.rollcall.tenant.workato.payload.GroupRow;
import dev.rollcall.tenant.workato.payload.Id;
import dev.rollcall.tenant.workato.payload.PersonRow;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The reader of the workspace: into a snapshot, and into the index on the way. */
final class WorkatoReader {

  /**
   * Of lists that could not be proven complete, the names.
   *
   * @param strange projects among whose grants were some of something else
   */
  private record Gaps(SortedSet<Resource> incomplete, SortedSet<Resource> strange) {

    Gaps(Set<String> groups) {
      this(new TreeSet<>(), new TreeSet<>());
      groups.forEach(name -> incomplete.add(WorkatoVocabulary.group(name)));
    }
  }

  private static final Logger LOG = LoggerFactory.getLogger(WorkatoReader.class);

  private final CompleteLists lists;
  private final WorkatoIndex index;
  private final TokenEnvironments environments;
  private final TokenCheck tokens;
  private final Collection<Environment> reachable;
  private final Set<GrantLocation> told = ConcurrentHashMap.newKeySet();
  private volatile Optional<WorkatoCatalogue> offered = Optional.empty();
  private volatile Optional<Reading> lastReading = Optional.empty();

  WorkatoReader(WorkatoContext context, Collection<Environment> reachable) {
    this.lists = context.lists();
    this.index = context.index();
    this.environments = context.environments();
    this.reachable = reachable;
    this.tokens = new TokenCheck(lists, environments, reachable);
  }

  /**
   * What a snapshot was made from, for what is read beyond its scope later.
   *
   * @param actual has the rights of groups beyond the scope as well
   */
  private record Reading(WorkatoCatalogue names, ActualRosterBuilder actual, Gaps gaps) {}

  /** Everything in scope. */
  Snapshot snapshot(Scope scope, Optional<Email> owner, boolean auditLogReadable) {
    List<ActualMember> members = tokens.explained(this::readMembers);
    WorkatoCatalogue names = tokens.explained(this::readNames);
    ActualRosterBuilder actual = new ActualRosterBuilder(scope, owner);
    Gaps gaps = new Gaps(names.ambiguousGroups(scope.ours(WorkatoVocabulary.GROUP)));
    Reading reading = new Reading(names, actual, gaps);
    read(scope::covers, reading);
    lastReading = Optional.of(reading);
    return new Snapshot(
        actual.roster(members),
        names.catalogue(members),
        owner,
        (int) members.stream().filter(member -> !actual.ours(member)).count(),
        members.size(),
        gaps.incomplete(),
        auditLogReadable,
        unconfirmed());
  }

  /** The same snapshot with what is not in its scope. */
  Snapshot beyond(Scope scope, Snapshot seen) {
    Reading reading = lastReading.orElseThrow();
    reading
        .names()
        .ambiguousGroups(NamePatterns.ALL)
        .forEach(name -> reading.gaps().incomplete().add(WorkatoVocabulary.group(name)));
    read(resource -> !scope.covers(resource), reading);
    return new Snapshot(
        reading.actual().roster(seen.actual()),
        seen.catalogue(),
        seen.owner(),
        seen.foreign(),
        seen.members(),
        reading.gaps().incomplete(),
        seen.remembersInvitations(),
        unconfirmed());
  }

  private void read(Predicate<Resource> which, Reading reading) {
    read(which, reading.names(), reading.actual(), reading.gaps());
    tokens.check(reading.names().projects());
    // What is listed under another name must not be taken for what it is not, nor for missing.
    reading.gaps().incomplete().addAll(reading.gaps().strange());
  }

  private Set<Resource> unconfirmed() {
    return environments.untold().stream()
        .map(WorkatoVocabulary::resource)
        .collect(toCollection(LinkedHashSet::new));
  }

  /** Members, groups and projects in scope again; names as they were. */
  Roster readBack(Scope touched, Optional<Email> owner) {
    List<ActualMember> members = readMembers();
    WorkatoCatalogue names = offered.orElseGet(this::readNames);
    ActualRosterBuilder actual = new ActualRosterBuilder(touched, owner);
    Gaps gaps = new Gaps(new TreeSet<>());
    read(touched::covers, names, actual, gaps);
    createdMeanwhile(touched, names, actual, gaps);
    if (!gaps.incomplete().isEmpty()) {
      throw new TenantUnavailable(
          "could not be read back whole: "
              + gaps.incomplete().stream()
                  .map(resource -> "\"" + resource + "\"")
                  .collect(joining(", ")));
    }
    return actual.roster(members);
  }

  /** Makes sure that names can be turned into ids, reading them where nothing was read yet. */
  synchronized void prepare() {
    if (offered.isEmpty()) {
      tokens.explained(this::readMembers);
      tokens.check(tokens.explained(this::readNames).projects());
    }
  }

  private List<ActualMember> readMembers() {
    List<ActualMember> members = lists.members();
    index.members(members);
    return members;
  }

  private WorkatoCatalogue readNames() {
    WorkatoCatalogue names = WorkatoCatalogue.read(lists, reachable);
    names.into(index);
    offered = Optional.of(names);
    return names;
  }

  private void read(
      Predicate<Resource> which, WorkatoCatalogue names, ActualRosterBuilder actual, Gaps gaps) {
    for (GroupRow group : names.groups()) {
      String name = Naming.tidy(group.name());
      if (!group.system() && which.test(WorkatoVocabulary.group(name))) {
        actual.group(name, group.description());
        readGroup(name, group.id(), actual, gaps);
      }
    }
    names
        .projects()
        .forEach(
            (environment, rows) ->
                rows.stream()
                    .map(project -> Naming.tidy(project.name()))
                    .filter(name -> which.test(WorkatoVocabulary.project(name, environment)))
                    .filter(name -> index.project(name, environment).isPresent())
                    .forEach(name -> readProject(name, environment, actual, gaps)));
  }

  /** Groups that this run created are in the index, but not among the names read before. */
  private void createdMeanwhile(
      Scope scope, WorkatoCatalogue names, ActualRosterBuilder actual, Gaps gaps) {
    Set<String> known = new LinkedHashSet<>();
    names.groups().forEach(row -> known.add(Naming.tidy(row.name())));
    index.created().entrySet().stream()
        .filter(
            group ->
                !known.contains(group.getKey())
                    && scope.ours(WorkatoVocabulary.GROUP).contains(group.getKey()))
        .forEach(
            group -> {
              actual.group(group.getKey(), group.getValue());
              readGroup(group.getKey(), index.group(group.getKey()).orElseThrow(), actual, gaps);
            });
  }

  private void readGroup(String name, Id id, ActualRosterBuilder actual, Gaps gaps) {
    PagedList<PersonRow> rows = lists.groupMembers(id);
    if (!rows.complete()) {
      gaps.incomplete().add(WorkatoVocabulary.group(name));
    }
    Entitlement membership = WorkatoVocabulary.membership(name);
    Set<Email> members = new LinkedHashSet<>(2 * rows.rows().size());
    rows.rows().forEach(row -> person(row).ifPresent(members::add));
    members.forEach(email -> actual.holds(email, membership));
    index.groupSize(name, rows.size());
  }

  /** The member behind a row: by address, which pending invitees have as well, else by id. */
  private Optional<Email> person(PersonRow row) {
    Optional<Email> byEmail = CompleteLists.email(row.email());
    return byEmail.isPresent()
        ? byEmail.filter(email -> index.member(email).isPresent())
        : index.email(row.id());
  }

  private void readProject(
      String name, Environment environment, ActualRosterBuilder actual, Gaps gaps) {
    Id id = index.project(name, environment).orElseThrow();
    PagedList<GrantRow> rows = lists.grants(environment, id);
    if (!rows.complete()) {
      gaps.incomplete().add(WorkatoVocabulary.project(name, environment));
    }
    Map<String, Entitlement> shared = new HashMap<>();
    Map<Assignee, Id> grants = new HashMap<>();
    GrantLocation place = new GrantLocation(name, environment, id);
    for (GrantRow row : rows.rows()) {
      environments.saw(environment, row.project(), TokenCheck.where(name));
      Optional<String> other = place.astray(row, index);
      if (other.isPresent()) {
        gaps.strange().add(WorkatoVocabulary.project(name, environment));
        tell(place, other.get());
      }
      Optional<Assignee> assignee = other.isEmpty() ? assignee(row) : Optional.empty();
      if (assignee.isPresent() && grants.putIfAbsent(assignee.get(), row.id()) == null) {
        Entitlement role =
            shared.computeIfAbsent(
                row.projectRole().name(),
                text -> WorkatoVocabulary.projectRole(name, environment, text));
        actual.holds(assignee.get(), role);
      }
    }
    index.grants(name, environment, grants, rows.size());
  }

  /**
   * Said once a project: why the workspace differs from what it was told, or is not known whole.
   */
  private void tell(GrantLocation place, String other) {
    if (told.add(place)) {
      LOG.warn("the grants on {} hold one of {}, which does not count as one of it", place, other);
    }
  }

  private Optional<Assignee> assignee(GrantRow row) {
    if (row.userGroup().isPresent()) {
      // A row that names a group is the group's own, also where it names a person as well.
      return row.userGroup()
          .map(group -> index.groupName(group.id()).orElse(Naming.tidy(group.name())))
          .map(name -> new Assignee.GroupNamed(WorkatoVocabulary.group(name)));
    }
    return row.user().flatMap(this::person).map(Assignee.Person::new);
  }
}
