package dev.rollcall.tenant.workato;

import dev.rollcall.tenant.Experience;
import dev.rollcall.tenant.http.Waiting;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What everything that changes the workspace works with.
 *
 * @param noAccess the spelling of "no access" that the API is known, or hoped, to take
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
    AtomicReference<String> noAccess) {}
