package dev.rollcall.sandbox;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The state as text: whole, as JSON with ids, or only what people hold, by names and sorted. */
final class StateText {
  private final Store store;

  StateText(Store store) {
    this.store = store;
  }

  /** With the workspaces of customers, where there are any. */
  String json(Map<String, SandboxTenant> customers) {
    Map<String, Object> all = tables();
    if (!customers.isEmpty()) {
      Map<String, Object> theirs = new LinkedHashMap<>();
      customers.forEach(
          (name, tenant) ->
              theirs.put(name, tenant.alone(() -> new StateText(tenant.store()).tables())));
      all.put("managed_users", theirs);
    }
    return SandboxJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(all);
  }

  private Map<String, Object> tables() {
    Map<String, Object> all = new LinkedHashMap<>();
    store.tables().forEach(table -> all.put(table.name(), List.copyOf(table.rows())));
    return all;
  }

  /**
   * One line a member, group, grant, invitation and role that lets people do something; no ids and
   * no times.
   */
  String comparable() {
    List<String> lines = new ArrayList<>();
    store.members.rows().forEach(member -> lines.add(line(member)));
    store.invitations.rows().forEach(pending -> lines.add(line(pending)));
    store.groups.rows().stream()
        .filter(group -> !group.system())
        .map(this::line)
        .forEach(lines::add);
    store.grants.rows().forEach(grant -> lines.add(line(grant)));
    store.environmentRoles.rows().forEach(role -> role("environment role ", role, lines));
    store.projectRoles.rows().forEach(role -> role("project role ", role, lines));
    Collections.sort(lines);
    return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
  }

  private static void role(String kind, StoredRow.Role role, List<String> lines) {
    if (!role.config().isEmpty()) {
      lines.add(kind + role.name() + " " + SandboxJson.write(new TreeMap<>(role.config())));
    }
  }

  private String line(StoredRow.Member member) {
    String type = member.grantType().equals("team") ? "" : " (" + member.grantType() + ")";
    return "member " + Store.lower(member.email()) + type + " " + roles(member.roles());
  }

  private String line(StoredRow.Invitation pending) {
    List<String> groups =
        pending.groups().stream().map(id -> store.groups.find(id).orElseThrow().name()).toList();
    return "invited "
        + Store.lower(pending.email())
        + " "
        + roles(pending.roles())
        + " groups="
        + new TreeSet<>(groups);
  }

  private String line(StoredRow.Group group) {
    Stream<String> members =
        store.membersByGroup.all(group.id()).stream().map(each -> Store.lower(each.email()));
    return "group " + group.name() + " " + new TreeSet<>(members.toList());
  }

  private String line(StoredRow.Grant grant) {
    StoredRow.Project project = store.projects.find(Long.toString(grant.project())).orElseThrow();
    String assignee =
        grant.toUser()
            ? Store.lower(store.members.find(grant.assigneeId()).orElseThrow().email())
            : "group " + store.groups.find(grant.assigneeId()).orElseThrow().name();
    String role = store.projectRoles.find(grant.role()).orElseThrow().name();
    return "grant " + project.name() + "@" + project.environment() + " " + assignee + " = " + role;
  }

  private static String roles(Map<String, String> roles) {
    return "roles=" + new TreeMap<>(roles);
  }
}
