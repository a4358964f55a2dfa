package dev.rollcall.target.http;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;

/** What became of one call, as far as this side can tell. */
public sealed interface Attempt<T> {

  /** The request was never made: nothing can have happened. */
  record NotSent<T>(String why) implements Attempt<T> {
    /** Checks. */
    public NotSent {
      requireNonNull(why, "why");
    }
  }

  /** It was sent, and no usable answer came: it may have happened. */
  record NoAnswer<T>(String why) implements Attempt<T> {
    /** Checks. */
    public NoAnswer {
      requireNonNull(why, "why");
    }
  }

  /** The server answered that all is well. */
  record Accepted<T>(int status, T value) implements Attempt<T> {
    /** Checks. */
    public Accepted {
      requireNonNull(value, "value");
    }
  }

  /**
   * The server answered something else.
   *
   * @param body the first part of the answer, without the secrets of the job
   * @param retryAfter how long the server asks to wait
   */
  record Rejected<T>(int status, String body, Optional<Duration> retryAfter) implements Attempt<T> {
    /** Checks. */
    public Rejected {
      requireNonNull(body, "body");
      requireNonNull(retryAfter, "retryAfter");
    }

    /** Whether the server failed, so that nobody knows how far it came. */
    public boolean serverFailed() {
      return status >= 500;
    }
  }
}
