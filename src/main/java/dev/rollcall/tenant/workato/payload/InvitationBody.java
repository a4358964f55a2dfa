package dev.rollcall.tenant.workato.payload;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * An invitation; at least one environment role is required.
 *
 * @param userGroupIds not sent where there are none: the older permission model knows no groups
 */
public record InvitationBody(
    String name,
    String email,
    List<EnvRole> envRoles,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Id> userGroupIds) {

  /** Copies. */
  public InvitationBody {
    envRoles = List.copyOf(envRoles);
    userGroupIds = List.copyOf(userGroupIds);
  }
}
