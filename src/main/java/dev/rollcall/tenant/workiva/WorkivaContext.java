package dev.rollcall.tenant.workiva;

import dev.rollcall.tenant.http.Waiting;

/** The client, the index and all else that whatever changes the organization works with. */
record WorkivaContext(
    WorkivaSettings settings,
    WorkivaApi api,
    WorkivaAccess access,
    WorkivaLists lists,
    OperationPolling operations,
    WorkivaIndex index,
    GroupMemberIds memberIds,
    WorkivaFiles files,
    WorkivaHoldings holdings,
    Waiting waiting) {}
