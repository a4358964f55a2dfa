package dev.rollcall.tenant.workato;

import dev.rollcall.security.Secrets;
import dev.rollcall.tenant.Experience;
import dev.rollcall.tenant.http.Waiting;

/**
 * What a workspace client is given by the run around it.
 *
 * @param waiting the clock, how time passes, and whether waiting makes no sense any more
 * @param secrets what must not come back out of an answer
 */
public record Surroundings(Experience experience, Waiting waiting, Past past, Secrets secrets) {}
