package dev.rollcall.sandbox;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A fault that is injected: something goes wrong on purpose with certain requests.
 *
 * @param method an HTTP method, or {@code *}
 * @param path a path pattern such as {@code /api/members/:id}, or {@code *}
 * @param containing strikes only requests whose query or body contains this text
 * @param nth the first matching request that is struck, counted from 1
 * @param times how many matching requests are struck from then on
 * @param status the status answered; 0 keeps that of the real answer
 * @param body the body answered; empty takes one that fits the status
 * @param delay how long a slow answer takes, or how long a connection is held open before it is
 *     cut, in real time
 */
public record InjectedFault(
    String method,
    String path,
    String containing,
    int nth,
    int times,
    Effect effect,
    int status,
    Map<String, String> headers,
    Optional<String> body,
    Duration delay) {

  /** What goes wrong. */
  public enum Effect {
    /** Nothing happens; a status is answered. */
    STATUS,
    /** The request takes effect; then a status is answered all the same, as a gateway would. */
    STATUS_AFTER,
    /** Nothing happens; the connection is closed without an answer. */
    RESET_BEFORE,
    /** The request takes effect; the connection is closed without an answer. */
    RESET_AFTER,
    /** The request takes effect; the answer comes late. */
    SLOW,
    /** The request takes effect; the body comes in drops, spread over the delay. */
    DRIP,
    /** The request takes effect; the connection is closed in the middle of the body. */
    TRUNCATED,
    /** The request takes effect; the body is not JSON. */
    GARBAGE,
    /** The request takes effect; the body is a web page. */
    HTML,
    /** The request takes effect; the answer is an empty 200. */
    EMPTY;

    boolean beforeEffect() {
      return this == STATUS || this == RESET_BEFORE;
    }

    /** Whether the delay says how long it takes until it is over. */
    boolean takesTime() {
      return this == SLOW || this == DRIP || cutsConnection();
    }

    boolean cutsConnection() {
      return this == RESET_BEFORE || this == RESET_AFTER;
    }
  }

  /** Strikes every matching request from {@link #nth} on. */
  public static final int ALWAYS = Integer.MAX_VALUE;

  public InjectedFault {
    headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
  }

  boolean matches(String requestMethod, String requestPath, String text) {
    return (method.equals("*") || method.equals(requestMethod))
        && Route.match(path, requestPath).isPresent()
        && text.contains(containing);
  }

  /** Whether any request to a path of this pattern could be meant. */
  boolean reaches(String pattern) {
    String[] own = path.split("/", -1);
    String[] other = pattern.split("/", -1);
    if (path.equals("*") || own.length != other.length) {
      return path.equals("*");
    }
    return IntStream.range(0, own.length)
        .allMatch(
            i -> own[i].equals(other[i]) || own[i].matches(":.*|\\*") || other[i].startsWith(":"));
  }

  /** What is answered in place of, or made out of, the real answer. */
  Answer answer(Answer real) {
    Answer answer =
        switch (effect) {
          case STATUS, STATUS_AFTER -> Answer.error(status);
          case GARBAGE -> real.withText("\u0000\u0001{\"data\":[{\"id\":<<<not json");
          case HTML -> Answer.html(status == 0 ? 200 : status, "Please sign in");
          case EMPTY -> Answer.empty(200);
          default -> real;
        };
    return body.map(answer::withText).orElse(answer).withHeaders(headers);
  }
}
