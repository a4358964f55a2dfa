/**
 * HTTP as a workspace client needs it: one deadline a call, a sliding window a quota, and retries
 * that never repeat what may not be repeated. Knows no vendor and no JSON.
 */
@NullMarked
package dev.rollcall.tenant.http;

import org.jspecify.annotations.NullMarked;
