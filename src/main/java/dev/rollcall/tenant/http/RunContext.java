package dev.rollcall.tenant.http;

import dev.rollcall.security.Secrets;
import dev.rollcall.tenant.Experience;
import dev.rollcall.tenant.FormerRequests;

/**
 * The run around a workspace client: what it gives to it.
 *
 * @param waiting the clock, how time passes, and whether waiting makes no sense any more
 * @param secrets what must not come back out of an answer
 */
public record RunContext(
    Experience experience, Waiting waiting, FormerRequests past, Secrets secrets) {}
