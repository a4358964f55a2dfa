package dev.rollcall.tenant.workato.payload;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** A person inside another row: a member of a group, or who holds a grant. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record PersonRow(Id id, String email, Id memberInvitationId) {

  /** Absent fields become empty. */
  public PersonRow {
    id = Id.orNone(id);
    email = email == null ? "" : email;
    memberInvitationId = Id.orNone(memberInvitationId);
  }

  /** What tells rows of one list apart; pending invitees have no id. */
  public String key() {
    return id.exists() ? id.text() : email + "/" + memberInvitationId;
  }
}
