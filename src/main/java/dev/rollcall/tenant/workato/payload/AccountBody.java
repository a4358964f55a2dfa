package dev.rollcall.tenant.workato.payload;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * An account in a customer's workspace; at least one environment role is required. What is blank is
 * not sent.
 *
 * @param email in no list of the vendor's, though somebody has to be found again by it
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record AccountBody(
    String name,
    String email,
    List<EnvRole> envRoles,
    String oauthId,
    String externalId,
    String timeZone) {

  /** Copies. */
  public AccountBody {
    envRoles = List.copyOf(envRoles);
  }
}
