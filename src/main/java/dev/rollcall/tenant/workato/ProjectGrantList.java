package dev.rollcall.tenant.workato;

import dev.rollcall.model.Assignee;
import dev.rollcall.model.Email;
import dev.rollcall.tenant.BatchKind;
import dev.rollcall.tenant.Outcome;
import dev.rollcall.tenant.TenantUnavailable;
import dev.rollcall.tenant.careful.BatchItem;
import dev.rollcall.tenant.careful.Holdings;
import dev.rollcall.tenant.careful.SharedList;
import dev.rollcall.tenant.http.CallOutcome;
import dev.rollcall.tenant.http.FinishedCall;
import dev.rollcall.tenant.workato.payload.GrantRow;
import dev.rollcall.tenant.workato.payload.Id;
import dev.rollcall.tenant.workato.payload.NewGrant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;

/**
 * The list of the grants on a project in one environment: role names by who holds them directly.
 */
final class ProjectGrantList implements SharedList {

  static final int MOST = 100;

  private static final String PERSON = "User";

  private final WorkatoContext context;
  private final String project;
  private final Environment environment;
  private final Id id;
  private final Map<String, NewGrant> holders = new HashMap<>();
  private final Map<String, Id> roles = new HashMap<>();
  private final Map<String, Id> grants = new HashMap<>();
  private Optional<String> astray = Optional.empty();

  ProjectGrantList(WorkatoContext context, String project, Environment environment, Id id) {
    this.context = context;
    this.project = project;
    this.environment = environment;
    this.id = id;
  }

  /** Who is to hold what; the assignee's id is known. */
  BatchItem item(int sequence, Assignee assignee, Id assigneeId, Optional<String> role) {
    return new BatchItem(sequence, holder(assignee instanceof Assignee.Person, assigneeId), role);
  }

  private String holder(boolean person, Id assigneeId) {
    String type = person ? PERSON : "UserGroup";
    String key = type + " " + assigneeId.text();
    holders.putIfAbsent(key, new NewGrant(type, assigneeId, Id.NONE));
    return key;
  }

  private NewGrant behind(String key) {
    return Optional.ofNullable(holders.get(key)).orElseThrow();
  }

  @Override
  public BatchKind kind() {
    return WorkatoBatchKinds.GRANT_PROJECT_ROLES;
  }

  @Override
  public String reference() {
    return NotedLists.grants(project, environment);
  }

  @Override
  public Set<String> recall(Set<String> keys) {
    Set<String> there = new HashSet<>();
    for (String key : keys) {
      boolean person = key.startsWith(PERSON + " ");
      Id noted = Id.of(key.substring(key.indexOf(' ') + 1));
      Optional<Id> id =
          person
              ? context.index().email(noted).flatMap(context.index()::member)
              : context.index().groupName(noted).flatMap(context.index()::group);
      id.ifPresent(known -> there.add(holder(person, known)));
    }
    return there;
  }

  @Override
  public String label() {
    return "project \"" + project + "@" + environment + "\"";
  }

  @Override
  public String label(String key) {
    NewGrant holder = behind(key);
    Optional<String> name =
        holder.assignmentType().equals(PERSON)
            ? context.index().email(holder.assignmentId()).map(Email::address)
            : context.index().groupName(holder.assignmentId());
    return name.orElse(key);
  }

  @Override
  public Holdings held() {
    PagedList<GrantRow> rows = context.lists().grants(environment, id);
    if (!rows.complete()) {
      throw new TenantUnavailable("the grants of " + label() + " could not be read whole");
    }
    Map<String, String> held = new HashMap<>();
    grants.clear();
    GrantLocation place = new GrantLocation(project, environment, id);
    for (GrantRow row : rows.rows()) {
      context.environments().saw(environment, row.project(), TokenCheck.where(project));
      Optional<String> other = place.astray(row, context.index());
      astray = astray.or(() -> other);
      item(row)
          .filter(item -> other.isEmpty())
          .ifPresent(
              item -> {
                String role = item.wanted().orElseThrow();
                held.put(item.key(), role);
                grants.put(item.key(), row.id());
                roles.put(role, row.projectRole().id());
              });
    }
    return new Holdings(held, rows.rows().size());
  }

  /**
   * What one grant gives, read on its own: nothing, where it is there no more; empty where it is
   * not told, or is not of this list.
   */
  Optional<List<BatchItem>> held(Id grant) {
    FinishedCall<GrantRow> finished = context.api().onProjects().grant(environment, grant);
    if (finished.last() instanceof CallOutcome.Accepted<GrantRow> accepted) {
      GrantRow row = accepted.value();
      boolean isHere =
          new GrantLocation(project, environment, id).astray(row, context.index()).isEmpty();
      return item(row).filter(item -> isHere && row.id().equals(grant)).map(List::of);
    }
    return WorkatoErrors.notFound(finished.last()) ? Optional.of(List.of()) : Optional.empty();
  }

  private Optional<BatchItem> item(GrantRow row) {
    GrantLocation place = new GrantLocation(project, environment, id);
    return key(row)
        .map(
            key ->
                new BatchItem(
                    0,
                    key,
                    context.index().asOffered(place.role(row.projectRole().name())).level()));
  }

  @Override
  public OptionalInt total() {
    return context.lists().grantTotal(environment, id);
  }

  @Override
  public Optional<String> astray() {
    return astray;
  }

  private Optional<String> key(GrantRow row) {
    return row.userGroup()
        .map(group -> holder(false, group.id()))
        .or(() -> row.user().map(user -> holder(true, user.id())));
  }

  /** The grant behind an item, as last read. */
  Optional<Id> grant(BatchItem item) {
    return Optional.ofNullable(grants.get(item.key()));
  }

  @Override
  public List<String> forms(List<BatchItem> items) {
    return GrantPlaces.FORMS;
  }

  @Override
  public FinishedCall<String> write(List<BatchItem> items, String form) {
    Map<String, String> wanted = new TreeMap<>();
    items.forEach(item -> item.wanted().ifPresent(role -> wanted.put(item.key(), role)));
    wanted.keySet().stream()
        .map(this::behind)
        .filter(holder -> holder.assignmentType().equals(PERSON))
        .forEach(
            holder -> context.index().giving(holder.assignmentId(), WorkatoVocabulary.PROJECT));
    return context
        .api()
        .onProjects()
        .setGrants(environment, id, bodies(wanted), GrantPlaces.of(form));
  }

  /** Whoever holds a role here by a grant of their own can be given another one by its id. */
  @Override
  public Optional<FinishedCall<String>> writeApart(BatchItem item) {
    Optional<Id> role = item.wanted().flatMap(this::roleId);
    return role.isEmpty()
        ? Optional.empty()
        : grant(item).map(grant -> new GrantChange(context, this).made(item, grant, role.get()));
  }

  private Optional<Id> roleId(String role) {
    return context.index().projectRole(role).or(() -> Optional.ofNullable(roles.get(role)));
  }

  @Override
  public int most() {
    return MOST;
  }

  /** Of all projects that were read the one with the fewest grants, but more than one. */
  @Override
  public Optional<SharedList> smaller() {
    return context
        .index()
        .smallestGrants(2, MOST)
        .map(
            place ->
                new ProjectGrantList(context, place.project(), place.environment(), place.id()));
  }

  @Override
  public boolean canBeNamedWhole() {
    return true;
  }

  @Override
  public Map<SharedList, List<BatchItem>> givingBack(Map<String, String> lost) {
    return Map.of(
        this,
        lost.entrySet().stream()
            .map(role -> new BatchItem(0, role.getKey(), Optional.of(role.getValue())))
            .toList());
  }

  private List<NewGrant> bodies(Map<String, String> held) {
    List<NewGrant> bodies = new ArrayList<>();
    held.forEach(
        (key, role) -> {
          NewGrant holder = behind(key);
          Id roleId = roleId(role).orElseThrow();
          bodies.add(new NewGrant(holder.assignmentType(), holder.assignmentId(), roleId));
        });
    return bodies;
  }

  @Override
  public boolean learn(SharedList former) {
    if (!(former instanceof ProjectGrantList project)) {
      return false;
    }
    project.holders.forEach(holders::putIfAbsent);
    project.roles.forEach(roles::putIfAbsent);
    return true;
  }

  @Override
  public Outcome turnedAway(FinishedCall<?> finished) {
    return context.access().turnedAway(Endpoint.SET_GRANTS, environment, finished);
  }

  Environment environment() {
    return environment;
  }
}
