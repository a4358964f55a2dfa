package dev.rollcall.sandbox;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A fault that is injected: something goes wrong on purpose with certain requests. Built from a
 * factory such as {@link #resetAfter} and narrowed by {@link #nth}, {@link #times} and {@link
 * #containing}; by itself it strikes the first matching request, once.
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

    boolean cutsConnection() {
      return this == RESET_BEFORE || this == RESET_AFTER;
    }
  }

  /** Strikes every matching request from {@link #nth} on. */
  public static final int ALWAYS = Integer.MAX_VALUE;

  public InjectedFault {
    headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
  }

  public static InjectedFault status(String method, String path, int status) {
    return of(method, path, Effect.STATUS).withStatus(status);
  }

  public static InjectedFault statusAfter(String method, String path, int status) {
    return of(method, path, Effect.STATUS_AFTER).withStatus(status);
  }

  public static InjectedFault resetBefore(String method, String path) {
    return of(method, path, Effect.RESET_BEFORE);
  }

  public static InjectedFault resetAfter(String method, String path) {
    return of(method, path, Effect.RESET_AFTER);
  }

  public static InjectedFault slow(String method, String path, Duration delay) {
    return of(method, path, Effect.SLOW).lasting(delay);
  }

  public static InjectedFault drip(String method, String path, Duration delay) {
    return of(method, path, Effect.DRIP).lasting(delay);
  }

  /** A fault of any effect. */
  public static InjectedFault of(String method, String path, Effect effect) {
    return new InjectedFault(
        method, path, "", 1, 1, effect, 0, Map.of(), Optional.empty(), Duration.ZERO);
  }

  /** The same fault from the nth matching request on. */
  public InjectedFault nth(int first) {
    return new InjectedFault(
        method, path, containing, first, times, effect, status, headers, body, delay);
  }

  /** The same fault for so many matching requests. */
  public InjectedFault times(int many) {
    return new InjectedFault(
        method, path, containing, nth, many, effect, status, headers, body, delay);
  }

  /** The same fault for every matching request. */
  public InjectedFault always() {
    return times(ALWAYS);
  }

  /** The same fault, only for requests whose query or body contains a text. */
  public InjectedFault containing(String text) {
    return new InjectedFault(method, path, text, nth, times, effect, status, headers, body, delay);
  }

  /** The same fault with a header in its answer, e.g. {@code Retry-After}. */
  public InjectedFault withHeader(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new InjectedFault(
        method, path, containing, nth, times, effect, status, more, body, delay);
  }

  /** The same fault with a body of its own. */
  public InjectedFault withBody(String text) {
    return new InjectedFault(
        method, path, containing, nth, times, effect, status, headers, Optional.of(text), delay);
  }

  /** The same fault, which takes so long, in real time. */
  public InjectedFault lasting(Duration changed) {
    return new InjectedFault(
        method, path, containing, nth, times, effect, status, headers, body, changed);
  }

  private InjectedFault withStatus(int changed) {
    return new InjectedFault(
        method, path, containing, nth, times, effect, changed, headers, body, delay);
  }

  boolean matches(String requestMethod, String requestPath, String text) {
    return (method.equals("*") || method.equals(requestMethod))
        && Route.match(path, requestPath).isPresent()
        && text.contains(containing);
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
