package dev.rollcall.tenant.workato;

import dev.rollcall.model.Email;
import dev.rollcall.model.Entitlement;
import dev.rollcall.tenant.workato.payload.Id;
import java.util.List;
import java.util.Optional;

/**
 * A row of the member list, made small: one of fifty thousand.
 *
 * @param email empty where it is no address
 * @param team whether a collaborator rather than somebody who came by another way
 * @param roles shared between members
 */
record ActualMember(
    Id id, Optional<Email> email, String name, boolean team, List<Entitlement> roles) {

  /** The same with equal roles kept once. */
  ActualMember with(SharedRoles shared) {
    return new ActualMember(id, email, name, team, shared.same(roles));
  }
}
