package dev.rollcall.tenant;

import java.time.Instant;

/** What an operation came to. */
public sealed interface Outcome {

  /** One sentence for people; empty where there is nothing to add. */
  String message();

  /** The workspace accepted it. */
  record Applied() implements Outcome {
    @Override
    public String message() {
      return "";
    }
  }

  /** The workspace was so already; nothing had to be done. */
  record AlreadySo(String message) implements Outcome {}

  /** Not now: a rule of the workspace forbids it until then. */
  record Deferred(Instant until, String message) implements Outcome {}

  /** The workspace said no, and would again. */
  record Refused(int status, String message) implements Outcome {}

  /** The workspace said that all is well, and did nothing. */
  record Ignored(String message) implements Outcome {}

  /** What it needs did not come about. */
  record Blocked(int by, String message) implements Outcome {}

  /**
   * Not done, and through no fault of its own: it is still to be sent. It was not its turn when a
   * stop came, what it is about could not be read before, or the token is let in nowhere any more.
   *
   * @param tokenDied the token is refused everywhere: nothing else can be sent either
   */
  record NotSent(String message, boolean tokenDied) implements Outcome {}

  /**
   * No usable answer after all attempts.
   *
   * @param inDoubt it may have happened all the same
   */
  record Failed(int attempts, boolean inDoubt, String message) implements Outcome {}
}
