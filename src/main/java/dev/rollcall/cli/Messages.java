package dev.rollcall.cli;

import dev.rollcall.apply.RunId;

/**
 * The one way to stderr. An implementation must say every event on one line, make its words
 * harmless, never throw, and be safe for several threads.
 */
interface Messages {

  /** Says it. */
  void say(Event event);

  /** From now on everything said is about this run. */
  void about(RunId run);

  default void say(EventKind kind, String message) {
    say(Event.of(kind, message));
  }
}
