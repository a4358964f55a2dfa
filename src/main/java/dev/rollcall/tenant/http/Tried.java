package dev.rollcall.tenant.http;

/**
 * How a call ended, and after how many attempts; none where it was stopped while waiting for its
 * turn.
 */
public record Tried<T>(Attempt<T> last, int attempts) {}
