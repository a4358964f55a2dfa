package dev.rollcall.tenant.workato.payload;

import dev.rollcall.tenant.http.JsonFields;

/** A person inside another row: a member of a group, or who holds a grant. */
public record PersonRow(Id id, String email, Id memberInvitationId) {

  /** Reads one. */
  public static PersonRow read(JsonFields fields) {
    Id id = Id.NONE;
    String email = "";
    Id memberInvitationId = Id.NONE;
    while (fields.next()) {
      switch (fields.name()) {
        case "id" -> id = Id.read(fields);
        case "email" -> email = fields.text();
        case "member_invitation_id" -> memberInvitationId = Id.read(fields);
        default -> fields.skip();
      }
    }
    return new PersonRow(id, email, memberInvitationId);
  }

  /** What tells rows of one list apart; pending invitees have no id. */
  public Object key() {
    return id.exists() ? id : email + "/" + memberInvitationId;
  }
}
