package dev.rollcall.tenant.workato;

import dev.rollcall.tenant.Experience;
import dev.rollcall.tenant.http.Waiting;

/** The client, the index and all else that whatever changes the workspace works with. */
record WorkatoContext(
    WorkatoApi api,
    WorkatoAccess access,
    WorkatoLanes lanes,
    CompleteLists lists,
    WorkatoLog log,
    RecentInvitations recently,
    WorkatoIndex index,
    GroupTraffic traffic,
    TokenEnvironments environments,
    Experience experience,
    Waiting waiting,
    Environment main) {}
