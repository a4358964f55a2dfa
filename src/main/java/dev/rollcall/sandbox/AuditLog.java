package dev.rollcall.sandbox;

import java.time.Instant;
import java.util.Map;

/** Writes the rows of the activity audit log. */
final class AuditLog {
  private final Store store;
  private final Ids ids;

  AuditLog(Store store, Ids ids) {
    this.store = store;
    this.ids = ids;
  }

  /** A change made through the API, in the name of the workspace's owner. */
  void changed(String environment, Instant time, String event, Map<String, Object> resource) {
    StoredRow.Meta meta = store.meta();
    Map<String, Object> user =
        SandboxJson.object(
            "id", meta.workspaceId(), "name", meta.ownerName(), "email", meta.ownerEmail());
    add(time, event, environment, user, resource);
  }

  /** The invitee has come in; they are the user of the row. */
  void accepted(StoredRow.Member member, Instant time) {
    used(member, time, "team_invitation_accept");
  }

  /** Somebody did something themselves. */
  void used(StoredRow.Member member, Instant time, String event) {
    Map<String, Object> user =
        SandboxJson.object("id", member.id(), "name", member.name(), "email", member.email());
    add(time, event, "dev", user, managedUserGrant(member));
  }

  static Map<String, Object> invitation(StoredRow.Invitation invitation) {
    return SandboxJson.object(
        "id", invitation.id(),
        "name", invitation.name(),
        "type", "MemberInvitation",
        "email", invitation.email(),
        "role", invitation.roles().getOrDefault("dev", "No access"));
  }

  static Map<String, Object> managedUserGrant(StoredRow.Member member) {
    return SandboxJson.object(
        "id", member.id(),
        "name", member.name(),
        "type", "ManagedUserGrant",
        "email", member.email(),
        "grant_type", member.grantType(),
        "role", member.roles().getOrDefault("dev", "No access"),
        "member",
            SandboxJson.object(
                "id", member.id(),
                "name", member.name(),
                "email", member.email(),
                "type", "User"));
  }

  private void add(
      Instant time,
      String event,
      String environment,
      Map<String, Object> user,
      Map<String, Object> resource) {
    long id = ids.logRow();
    String activity = event.replace('_', ' ');
    store.put(
        store.log,
        Long.toString(id),
        new StoredRow.Log(id, time, event, environment, user, activity, resource));
  }
}
