package dev.rollcall.sandbox;

import java.time.Instant;

/**
 * A request the sandbox received, in the order of arrival of its effect.
 *
 * @param query the decoded query, empty where there was none
 * @param pattern the path with its ids replaced, e.g. {@code /api/members/:id}
 * @param status what was answered; 0 where the connection was cut instead
 * @param environment the environment or name of the credential, empty where it was not known
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

  /** The same with the status that it was answered with. */
  RecordedRequest answered(int given) {
    return new RecordedRequest(time, method, path, query, pattern, given, environment, body);
  }

  /** The key under which this request is counted. */
  public String endpoint() {
    return method + " " + pattern;
  }
}
