package dev.rollcall.tenant.http;

import java.net.HttpURLConnection;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** What became of one call, as far as this side can tell. */
public sealed interface CallOutcome<T> {

  /** Why there is no answer; empty where there is one. */
  default String why() {
    return "";
  }

  /** Whether it was sent and nobody knows whether it happened. */
  default boolean isLost() {
    return false;
  }

  /** Whether the server had too many requests to look at it: nothing happened. */
  default boolean isTooMany() {
    return false;
  }

  /** The request was never made: nothing can have happened. */
  record NotSent<T>(String why) implements CallOutcome<T> {}

  /** It was sent, and no usable answer came: it may have happened. */
  record NoAnswer<T>(String why) implements CallOutcome<T> {

    @Override
    public boolean isLost() {
      return true;
    }
  }

  /**
   * The request was never made, and it makes no sense to try again before somebody has mended
   * something: a certificate that does not fit, a proxy that does not let us through.
   */
  record Barred<T>(String why) implements CallOutcome<T> {}

  /** It was sent, and what came back is beyond all bounds: it may have happened. */
  record Excessive<T>(String why) implements CallOutcome<T> {

    @Override
    public boolean isLost() {
      return true;
    }
  }

  /**
   * A stop came first: it was not made, or it was only to read and nobody waits for it any more.
   */
  record Stopped<T>(String why) implements CallOutcome<T> {}

  /**
   * The server answered that all is well.
   *
   * @param headers those of the answer that say something of it, by their names in lower case
   */
  record Accepted<T>(int status, T value, Map<String, String> headers) implements CallOutcome<T> {

    /** Copies. */
    public Accepted {
      headers = Map.copyOf(headers);
    }

    /** An answer whose headers say nothing. */
    public Accepted(int status, T value) {
      this(status, value, Map.of());
    }
  }

  /**
   * The server answered something else.
   *
   * @param body the first part of the answer, without the secrets of the job
   * @param retryAfter how long the server asks to wait
   * @param reference what the server calls the request, without the secrets of the job
   */
  record Rejected<T>(
      int status, String body, Optional<Duration> retryAfter, Optional<String> reference)
      implements CallOutcome<T> {

    private static final int REQUEST_TIMEOUT = 408;

    /** An answer that calls the request nothing. */
    public Rejected(int status, String body, Optional<Duration> retryAfter) {
      this(status, body, retryAfter, Optional.empty());
    }

    /** Where the server failed, nobody knows how far it came. */
    @Override
    public boolean isLost() {
      return status >= 500 || status == REQUEST_TIMEOUT;
    }

    /** Whether the same request may be answered otherwise in a moment. */
    boolean isPassing() {
      return isLost()
          && status != HttpURLConnection.HTTP_NOT_IMPLEMENTED
          && status != HttpURLConnection.HTTP_VERSION;
    }

    @Override
    public boolean isTooMany() {
      return status == 429;
    }
  }
}
