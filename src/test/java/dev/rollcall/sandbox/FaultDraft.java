package dev.rollcall.sandbox;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Builds an {@link InjectedFault}: from a factory such as {@link #resetAfter}, narrowed by {@link
 * #nth}, {@link #times} and {@link #containing}. By itself it strikes the first matching request,
 * once.
 */
public record FaultDraft(InjectedFault made) {

  public static FaultDraft status(String method, String path, int status) {
    return of(method, path, InjectedFault.Effect.STATUS, status, Duration.ZERO);
  }

  public static FaultDraft statusAfter(String method, String path, int status) {
    return of(method, path, InjectedFault.Effect.STATUS_AFTER, status, Duration.ZERO);
  }

  public static FaultDraft resetBefore(String method, String path) {
    return of(method, path, InjectedFault.Effect.RESET_BEFORE);
  }

  public static FaultDraft resetAfter(String method, String path) {
    return of(method, path, InjectedFault.Effect.RESET_AFTER);
  }

  public static FaultDraft slow(String method, String path, Duration delay) {
    return of(method, path, InjectedFault.Effect.SLOW, 0, delay);
  }

  public static FaultDraft drip(String method, String path, Duration delay) {
    return of(method, path, InjectedFault.Effect.DRIP, 0, delay);
  }

  /** A fault of any effect. */
  public static FaultDraft of(String method, String path, InjectedFault.Effect effect) {
    return of(method, path, effect, 0, Duration.ZERO);
  }

  private static FaultDraft of(
      String method, String path, InjectedFault.Effect effect, int status, Duration delay) {
    return new FaultDraft(
        new InjectedFault(
            method, path, "", 1, 1, effect, status, Map.of(), Optional.empty(), delay));
  }

  /** The same fault from the nth matching request on. */
  public FaultDraft nth(int first) {
    return striking(made.containing(), first, made.times());
  }

  /** The same fault for so many matching requests. */
  public FaultDraft times(int many) {
    return striking(made.containing(), made.nth(), many);
  }

  /** The same fault for every matching request. */
  public FaultDraft always() {
    return times(InjectedFault.ALWAYS);
  }

  /** The same fault, only for requests whose query or body contains a text. */
  public FaultDraft containing(String text) {
    return striking(text, made.nth(), made.times());
  }

  /** The same fault with a header in its answer, e.g. {@code Retry-After}. */
  public FaultDraft withHeader(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(made.headers());
    more.put(name, value);
    return answering(more, made.body(), made.delay());
  }

  /** The same fault with a body of its own. */
  public FaultDraft withBody(String text) {
    return answering(made.headers(), Optional.of(text), made.delay());
  }

  /** The same fault, which takes so long, in real time. */
  public FaultDraft lasting(Duration changed) {
    return answering(made.headers(), made.body(), changed);
  }

  private FaultDraft striking(String containing, int nth, int times) {
    return new FaultDraft(
        new InjectedFault(
            made.method(),
            made.path(),
            containing,
            nth,
            times,
            made.effect(),
            made.status(),
            made.headers(),
            made.body(),
            made.delay()));
  }

  private FaultDraft answering(Map<String, String> headers, Optional<String> body, Duration delay) {
    return new FaultDraft(
        new InjectedFault(
            made.method(),
            made.path(),
            made.containing(),
            made.nth(),
            made.times(),
            made.effect(),
            made.status(),
            headers,
            body,
            delay));
  }
}
