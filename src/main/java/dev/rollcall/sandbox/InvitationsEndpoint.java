package dev.rollcall.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** {@code POST /api/member_invitations}. */
final class InvitationsEndpoint {
  private static final Duration BETWEEN_INVITATIONS = Duration.ofMinutes(20);
  private static final String MAIN_ENVIRONMENT = "dev";
  private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s.]+(\\.[^@\\s.]+)+");

  private final SandboxTenant tenant;
  private final Store store;
  private final EnvRoles envRoles;

  InvitationsEndpoint(SandboxTenant tenant) {
    this.tenant = tenant;
    this.store = tenant.store();
    this.envRoles = new EnvRoles(tenant);
  }

  Answer invite(ApiCall call) {
    JsonNode body = call.json();
    String email = body.path("email").asString("");
    String name = body.path("name").asString("");
    if (!EMAIL.matcher(email).matches()) {
      throw Refusal.invalid("Email is invalid");
    }
    if (name.isBlank()) {
      throw Refusal.invalid("Name can't be blank");
    }
    Map<String, String> roles = roles(body);
    List<String> groups = groups(body.path("user_group_ids"));
    if (isMember(email)) {
      return alreadyMember();
    }
    refuseTooSoon(email);
    record(new StoredRow.Invitation(0, email, name, roles, groups, tenant.now()));
    return Answer.json(SandboxJson.object("result", "ok"));
  }

  /** Groups alone do not do, and neither does an invitation into nothing. */
  private Map<String, String> roles(JsonNode body) {
    JsonNode array = body.path("env_roles");
    String roleName = body.path("role_name").asString("");
    if (!roleName.isEmpty() && store.model() == RoleModel.RBAC) {
      throw EnvRoles.notFound(roleName);
    }
    if (!roleName.isEmpty() && array.isMissingNode()) {
      return Map.of(MAIN_ENVIRONMENT, envRoles.known(roleName));
    }
    if (!array.isArray() || array.isEmpty()) {
      throw Refusal.invalid("role_name or env_roles is required");
    }
    Map<String, String> roles = new LinkedHashMap<>(envRoles.read(array));
    roles.values().removeIf(Shapes.NO_ACCESS::equals);
    if (roles.isEmpty()) {
      throw Refusal.invalid("role_name or env_roles is required");
    }
    return roles;
  }

  private List<String> groups(JsonNode array) {
    List<String> groups = new ArrayList<>();
    for (JsonNode each : array) {
      String id = each.asString("");
      Optional<StoredRow.Group> group = store.groups.find(id);
      if (group.isEmpty()) {
        throw Refusal.invalid("User group " + id + " not found");
      }
      if (!group.get().system()) {
        groups.add(id);
      }
    }
    return groups;
  }

  private boolean isMember(String email) {
    return store.membersByEmail.count(Store.lower(email)) > 0
        || store.meta().ownerEmail().equalsIgnoreCase(email);
  }

  private Answer alreadyMember() {
    int status = tenant.behaviour().status(Switch.ALREADY_MEMBER);
    if (status == 200) {
      return Answer.json(SandboxJson.object("result", "ok"));
    }
    throw new Refusal(status, "User is already a member of this workspace");
  }

  private void refuseTooSoon(String email) {
    Optional<StoredRow.Invited> before = store.invited.find(Store.lower(email));
    if (before.isEmpty() || !tenant.now().isBefore(before.get().last().plus(BETWEEN_INVITATIONS))) {
      return;
    }
    int status = tenant.behaviour().status(Switch.TOO_SOON);
    String text =
        status == 429 ? "Too many requests" : "Only one invitation in 20 minutes can be sent";
    throw new Refusal(status, text);
  }

  /** A second invitation takes the place of the first. */
  private void record(StoredRow.Invitation draft) {
    Instant now = tenant.now();
    String email = Store.lower(draft.email());
    store
        .invitationsByEmail
        .all(email)
        .forEach(earlier -> store.remove(store.invitations, earlier.key()));
    StoredRow.Invitation invitation =
        new StoredRow.Invitation(
            tenant.ids().invitation(),
            draft.email(),
            draft.name(),
            draft.roles(),
            draft.groups(),
            now);
    store.put(invitation);
    store.put(store.invited, email, new StoredRow.Invited(now));
    store.put(store.mails, invitation.key(), new Mail(draft.email(), now));
    tenant.log("team_invitation_created", AuditLog.invitation(invitation));
  }
}
