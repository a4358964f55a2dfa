package dev.rollcall.sandbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** {@code POST /api/managed_users/:id/members}: a member who is there at once, without a mail. */
final class AddedMembersEndpoint {
  private final SandboxTenant tenant;
  private final Store store;
  private final Shapes shapes;
  private final EnvRoles envRoles;

  AddedMembersEndpoint(SandboxTenant tenant) {
    this.tenant = tenant;
    this.store = tenant.store();
    this.shapes = new Shapes(store);
    this.envRoles = new EnvRoles(tenant);
  }

  Answer add(ApiCall call) {
    JsonNode body = call.json();
    String name = body.path("name").asString("");
    String email =
        tenant.is(Switch.MANAGED_ADD_EMAIL, "taken") ? body.path("email").asString("") : "";
    if (name.isBlank()) {
      throw Refusal.invalid("Name can't be blank");
    }
    Map<String, String> roles = roles(body);
    StoredRow.Profile profile =
        new StoredRow.Profile(
            body.path("oauth_id").asString(""),
            body.path("external_id").asString(""),
            body.path("time_zone").asString(""));
    if (isMember(email, profile.externalId())) {
      throw new Refusal(refusal(), "User is already a member of this workspace");
    }
    StoredRow.Member member =
        new StoredRow.Member(
            tenant.ids().user(), email, name, "team", roles, List.of(), tenant.now());
    store.put(member);
    store.put(store.profiles, member.key(), profile);
    tenant.log("team_membership_created", member);
    return answer(shapes.flatMember(member, call.token().environment(), tenant.behaviour()));
  }

  /** An addition is never answered as if it had been one, where it was none. */
  private int refusal() {
    int status = tenant.behaviour().status(Switch.ALREADY_MEMBER);
    return status == 200 ? 409 : status;
  }

  private Map<String, String> roles(JsonNode body) {
    JsonNode array = body.path("env_roles");
    String roleName = body.path("role_name").asString("");
    if (!array.isArray() || array.isEmpty()) {
      if (roleName.isEmpty()) {
        throw Refusal.invalid("role_name or env_roles is required");
      }
      return Map.of("dev", envRoles.known(roleName));
    }
    Map<String, String> roles = new LinkedHashMap<>(envRoles.read(array));
    roles.values().removeIf(Shapes.NO_ACCESS::equals);
    return roles;
  }

  private boolean isMember(String email, String externalId) {
    return !email.isEmpty() && store.membersByEmail.count(Store.lower(email)) > 0
        || !externalId.isEmpty()
            && store.profiles.rows().stream()
                .anyMatch(each -> each.externalId().equals(externalId));
  }

  private Answer answer(Map<String, Object> member) {
    return switch (tenant.behaviour().of(Switch.MANAGED_ADD_ANSWER)) {
      case "data" -> Answer.data(member);
      case "bare" -> Answer.json(member);
      case "ok" -> Answer.json(SandboxJson.object("result", "ok"));
      case "empty" -> Answer.empty(200);
      default -> Answer.json(SandboxJson.object("result", member));
    };
  }
}
