package dev.rollcall.tenant;

import java.time.Instant;

/**
 * What an account was used for last, by the tenant's own word.
 *
 * @param what the vendor's word for it, such as {@code user_login}; empty where it has none
 */
public record Activity(Instant at, String what) {}
