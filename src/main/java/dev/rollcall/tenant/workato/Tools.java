package dev.rollcall.tenant.workato;

import dev.rollcall.tenant.Experience;
import dev.rollcall.tenant.http.Waiting;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What everything that changes the workspace works with.
 *
 * @param noAccessApart whether the API is known, or hoped, to take "no access" as two words
 */
record Tools(
    WorkatoApi api,
    WorkatoAccess access,
    Readings readings,
    Recently recently,
    WorkatoIndex index,
    TokenEnvironments environments,
    Experience experience,
    Waiting waiting,
    Environment main,
    AtomicBoolean noAccessApart) {}
