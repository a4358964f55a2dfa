package dev.rollcall.tenant.workato;

import dev.rollcall.model.Assignee;
import dev.rollcall.model.Email;
import dev.rollcall.model.Naming;
import dev.rollcall.tenant.BatchKind;
import dev.rollcall.tenant.TenantUnavailable;
import dev.rollcall.tenant.http.Tried;
import dev.rollcall.tenant.workato.payload.GrantRow;
import dev.rollcall.tenant.workato.payload.Id;
import dev.rollcall.tenant.workato.payload.NewGrant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The grants on a project in one environment: role names by who holds them directly. */
final class GrantTarget implements SharedTarget {

  private static final int MOST = 100;

  private final Tools tools;
  private final String project;
  private final Environment environment;
  private final Id id;
  private final Map<String, NewGrant> holders = new HashMap<>();
  private final Map<String, Id> roles = new HashMap<>();
  private final Map<String, Id> grants = new HashMap<>();
  private Optional<String> astray = Optional.empty();

  GrantTarget(Tools tools, String project, Environment environment, Id id) {
    this.tools = tools;
    this.project = project;
    this.environment = environment;
    this.id = id;
  }

  /** Who is to hold what; the assignee's id is known. */
  Item item(int sequence, Assignee assignee, Id assigneeId, Optional<String> role) {
    return new Item(sequence, holder(assignee instanceof Assignee.Person, assigneeId), role);
  }

  private String holder(boolean person, Id assigneeId) {
    String type = person ? "User" : "UserGroup";
    String key = type + " " + assigneeId.text();
    holders.putIfAbsent(key, new NewGrant(type, assigneeId, Id.NONE));
    return key;
  }

  private NewGrant behind(String key) {
    return Optional.ofNullable(holders.get(key)).orElseThrow();
  }

  @Override
  public BatchKind kind() {
    return Batches.GRANT_PROJECT_ROLES;
  }

  @Override
  public String label() {
    return "project \"" + project + "@" + environment + "\"";
  }

  @Override
  public String label(String key) {
    NewGrant holder = behind(key);
    Optional<String> name =
        holder.assignmentType().equals("User")
            ? tools.index().email(holder.assignmentId()).map(Email::address)
            : tools.index().groupName(holder.assignmentId());
    return name.orElse(key);
  }

  @Override
  public Held held() {
    Paged<GrantRow> rows = tools.readings().grants(environment, id);
    if (!rows.complete()) {
      throw new TenantUnavailable("the grants of " + label() + " could not be read whole");
    }
    Map<String, String> held = new HashMap<>();
    grants.clear();
    GrantPlace place = new GrantPlace(project, environment, id);
    for (GrantRow row : rows.rows()) {
      tools.environments().saw(environment, row.project(), TokenCheck.where(project));
      Optional<String> other = place.astray(row, tools.index());
      astray = astray.or(() -> other);
      key(row)
          .filter(key -> other.isEmpty())
          .ifPresent(
              key -> {
                String role = Naming.tidy(row.projectRole().name());
                held.put(key, role);
                grants.put(key, row.id());
                roles.put(role, row.projectRole().id());
              });
    }
    return new Held(held, rows.rows().size());
  }

  @Override
  public OptionalInt total() {
    return tools.readings().grantTotal(environment, id);
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
  Optional<Id> grant(Item item) {
    return Optional.ofNullable(grants.get(item.key()));
  }

  @Override
  public Tried<String> write(List<Item> items) {
    Map<String, String> wanted = new HashMap<>();
    items.forEach(item -> item.wanted().ifPresent(role -> wanted.put(item.key(), role)));
    return tools.api().setGrants(environment, id, bodies(wanted));
  }

  private List<NewGrant> bodies(Map<String, String> held) {
    List<NewGrant> bodies = new ArrayList<>();
    held.forEach(
        (key, role) -> {
          NewGrant holder = behind(key);
          Id roleId = tools.index().projectRole(role).orElseGet(() -> roles.get(role));
          bodies.add(new NewGrant(holder.assignmentType(), holder.assignmentId(), roleId));
        });
    return bodies;
  }

  @Override
  public boolean learn(SharedTarget former) {
    if (!(former instanceof GrantTarget project)) {
      return false;
    }
    project.holders.forEach(holders::putIfAbsent);
    project.roles.forEach(roles::putIfAbsent);
    return true;
  }

  @Override
  public void restore(Map<String, String> held) {
    List<NewGrant> all = bodies(held);
    // Where the request replaces, only one that holds everything restores; it has room for 100.
    for (int from = 0; from < all.size(); from += MOST) {
      tools.api().setGrants(environment, id, all.subList(from, Math.min(all.size(), from + MOST)));
    }
  }

  @Override
  public Endpoint endpoint() {
    return Endpoint.SET_GRANTS;
  }

  @Override
  public Environment environment() {
    return environment;
  }
}
