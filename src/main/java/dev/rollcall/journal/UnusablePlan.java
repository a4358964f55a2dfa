package dev.rollcall.journal;

/** A saved plan that must not be applied: stale, used, altered, or for something else. */
public final class UnusablePlan extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** With a message for people. */
  public UnusablePlan(String message) {
    super(message);
  }
}
