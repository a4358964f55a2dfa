package dev.rollcall.tenant.workato;

import dev.rollcall.tenant.Experience;
import dev.rollcall.tenant.http.Waiting;
import dev.rollcall.tenant.workato.payload.EnvRole;

/**
 * The client, the index and all else that whatever changes the workspace works with.
 *
 * @param model which permission model the workspace has
 */
record WorkatoContext(
    WorkatoApi api,
    WorkatoAccess access,
    WorkatoLanes lanes,
    CompleteLists lists,
    ModelDetection model,
    WorkatoLog log,
    RecentInvitations recently,
    WorkatoIndex index,
    GroupTraffic traffic,
    AddedAccounts added,
    TokenEnvironments environments,
    Experience experience,
    Waiting waiting,
    Environment main) {

  /** A role as requests name it: as the workspace spells it, with the type of its model. */
  EnvRole role(String environment, String role) {
    return new EnvRole(environment, index.spelled(role), model.model().roleType());
  }
}
