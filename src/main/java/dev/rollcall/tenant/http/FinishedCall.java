package dev.rollcall.tenant.http;

/**
 * A call that is over: how it ended, and after how many attempts; none where it was stopped while
 * waiting for its turn.
 */
public record FinishedCall<T>(CallOutcome<T> last, int attempts) {}
