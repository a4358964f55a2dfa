package dev.rollcall.sandbox;

import java.time.Instant;

/**
 * A request the sandbox received under {@code /api}, in the order of arrival of its effect.
 *
 * @param query the decoded query, empty where there was none
 * @param pattern the path with its ids replaced, e.g. {@code /api/members/:id}
 * @param status what was answered; 0 where the connection was cut instead
 * @param environment the environment of the token, empty where the token was not known
 */
public record RecordedRequest(
    Instant time,
    String method,
    String path,
    String query,
    String pattern,
    int status,
    String environment,
    String body) {

  /** The key under which this request is counted. */
  public String endpoint() {
    return method + " " + pattern;
  }
}
