package dev.rollcall.tenant.workato.payload;

import java.util.List;

/** An invitation; at least one environment role is required. */
public record InvitationBody(
    String name, String email, List<EnvRole> envRoles, List<Id> userGroupIds) {

  /** Copies. */
  public InvitationBody {
    envRoles = List.copyOf(envRoles);
    userGroupIds = List.copyOf(userGroupIds);
  }
}
