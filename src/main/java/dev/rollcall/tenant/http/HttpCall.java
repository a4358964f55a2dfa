package dev.rollcall.tenant.http;

import java.net.URI;
import java.util.Optional;

/**
 * One HTTP request to be made.
 *
 * @param json the body; empty where there is none
 */
public record HttpCall(String method, URI uri, Optional<String> json, BearerToken token) {

  /** Whether it changes nothing. */
  boolean isReading() {
    return method.equals("GET");
  }

  /** For logs: method and path; neither query nor body, for they name people. */
  @Override
  public String toString() {
    return method + " " + uri.getPath();
  }
}
