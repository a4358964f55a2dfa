package dev.rollcall.sandbox;

import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** {@code /api/members} and {@code /api/members/:id}. */
final class MembersEndpoint {
  private final SandboxTenant tenant;
  private final Store store;
  private final Shapes shapes;
  private final EnvRoles envRoles;

  MembersEndpoint(SandboxTenant tenant) {
    this.tenant = tenant;
    this.store = tenant.store();
    this.shapes = new Shapes(store);
    this.envRoles = new EnvRoles(tenant);
  }

  /** All members in one answer, without paging, written as a stream. */
  Answer list(ApiCall call) {
    Behaviour<Switch> behaviour = tenant.behaviour();
    String part = Store.lower(call.parameter("email").orElse(""));
    List<StoredRow.Member> rows =
        Stream.concat(listedOwner(behaviour).stream(), store.members.rows().stream())
            .filter(member -> Store.lower(member.email()).contains(part))
            .toList();
    List<Map<String, Object>> shown =
        rows.stream()
            .filter(member -> isListed(member, call))
            .map(member -> shape(member, call))
            .toList();
    return Answer.stream(out -> write(out, shown, behaviour));
  }

  /** In an environment in which somebody has no access there may be no row of them. */
  private boolean isListed(StoredRow.Member member, ApiCall call) {
    return !isFlat()
        || tenant.is(Switch.NO_ACCESS_ROW, "shown")
        || member.roles().containsKey(call.token().environment());
  }

  private boolean isFlat() {
    return tenant.isCustomers() && tenant.is(Switch.MANAGED_MEMBERS, "flat");
  }

  private Map<String, Object> shape(StoredRow.Member member, ApiCall call) {
    return isFlat()
        ? shapes.flatMember(member, call.token().environment(), tenant.behaviour())
        : shapes.member(member, tenant.behaviour());
  }

  Answer get(ApiCall call) {
    Map<String, Object> shape = shape(find(call), call);
    return tenant.is(Switch.MEMBER_ENVELOPE, "data") ? Answer.data(shape) : Answer.json(shape);
  }

  /** Replaces the roles of the environments named; the others stay. */
  Answer update(ApiCall call) {
    StoredRow.Member member = find(call);
    refuseOwner(member);
    JsonNode array = call.json().path("env_roles");
    if (!array.isArray() || array.isEmpty()) {
      throw Refusal.invalid("env_roles is required");
    }
    Map<String, String> roles =
        tenant.is(Switch.PUT_MEMBER, "wipes-others")
            ? new LinkedHashMap<>()
            : new LinkedHashMap<>(member.roles());
    roles.putAll(envRoles.read(array));
    roles.values().removeIf(Shapes.NO_ACCESS::equals);
    StoredRow.Member changed = member.withRoles(roles);
    refuseLosingLastAdmin(member, changed.roles());
    if (tenant.is(Switch.PUT_MEMBER, "ignored")) {
      return updated(member, call);
    }
    if (tenant.is(Switch.PUT_MEMBER, "drops-groups")) {
      changed = changed.withGroups(List.of());
    }
    if (tenant.is(Switch.PUT_MEMBER, "drops-grants")) {
      tenant.removeGrants(member);
    }
    store.put(changed);
    tenant.log("team_membership_updated", changed);
    return updated(changed, call);
  }

  private Answer updated(StoredRow.Member changed, ApiCall call) {
    return switch (tenant.behaviour().of(Switch.PUT_MEMBER_ANSWER)) {
      case "ok" -> Answer.json(SandboxJson.object("result", "ok"));
      case "empty" -> Answer.empty(200);
      default -> Answer.data(shape(changed, call));
    };
  }

  Answer delete(ApiCall call) {
    StoredRow.Member member = find(call);
    refuseOwner(member);
    refuseLosingLastAdmin(member, Map.of());
    tenant.remove(member);
    return Answer.undocumented(tenant.behaviour().of(Switch.DELETE_ANSWER));
  }

  private StoredRow.Member find(ApiCall call) {
    return Stream.concat(
            store.members.find(call.id()).stream(),
            listedOwner(tenant.behaviour()).stream().filter(owner -> owner.key().equals(call.id())))
        .findFirst()
        .orElseThrow(Refusal::notFound);
  }

  private List<StoredRow.Member> listedOwner(Behaviour<Switch> behaviour) {
    if (behaviour.is(Switch.OWNER_LISTED, "no")) {
      return List.of();
    }
    StoredRow.Meta meta = store.meta();
    Map<String, String> roles = new LinkedHashMap<>();
    tenant.environments().forEach(environment -> roles.put(environment.type(), admin()));
    return List.of(
        new StoredRow.Member(
            meta.workspaceId(),
            meta.ownerEmail(),
            meta.ownerName(),
            "team",
            roles,
            List.of(),
            Instant.EPOCH));
  }

  private void refuseOwner(StoredRow.Member member) {
    if (member.id() == store.meta().workspaceId()) {
      throw Refusal.forbidden("The workspace owner cannot be changed");
    }
  }

  private void refuseLosingLastAdmin(StoredRow.Member member, Map<String, String> roles) {
    boolean loses =
        admin().equals(member.roles().get("dev")) && !admin().equals(roles.getOrDefault("dev", ""));
    if (loses && tenant.is(Switch.LAST_ADMIN, "kept") && admins(store.members.rows()) == 1) {
      throw new Refusal(400, "The last " + admin() + " cannot be removed");
    }
  }

  private long admins(Collection<StoredRow.Member> members) {
    String admin = admin();
    return members.stream().filter(each -> admin.equals(each.roles().get("dev"))).count();
  }

  private String admin() {
    return store.model().admin();
  }

  private static void write(
      OutputStream out, List<Map<String, Object>> rows, Behaviour<Switch> behaviour) {
    List<Map<String, Object>> shown = new ArrayList<>(rows);
    if (behaviour.is(Switch.MEMBERS_DATA, "half")) {
      shown.subList(shown.size() / 2, shown.size()).clear();
    } else if (behaviour.is(Switch.MEMBERS_DATA, "empty")) {
      shown.clear();
    }
    AnswerJson.stream(
        out,
        json -> {
          json.writeStartObject();
          writeData(json, shown, behaviour);
          writeTotal(json, rows.size(), behaviour.of(Switch.MEMBERS_TOTAL));
          json.writeEndObject();
        });
  }

  private static void writeData(
      JsonGenerator json, List<Map<String, Object>> rows, Behaviour<Switch> behaviour) {
    if (behaviour.is(Switch.MEMBERS_DATA, "null")) {
      json.writeName("data").writeNull();
    } else if (!behaviour.is(Switch.MEMBERS_DATA, "missing")) {
      json.writeName("data").writeStartArray();
      rows.forEach(row -> AnswerJson.write(json, row));
      json.writeEndArray();
    }
  }

  private static void writeTotal(JsonGenerator json, int total, String position) {
    switch (position) {
      case "missing" -> {}
      case "null" -> json.writeName("total").writeNull();
      case "too-high" -> json.writeName("total").writeNumber(total + 3);
      case "too-low" -> json.writeName("total").writeNumber(Math.max(0, total - 1));
      default -> json.writeName("total").writeNumber(total);
    }
  }
}
