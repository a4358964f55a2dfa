package dev.rollcall.apply;

/** The run lost its lease while it worked: it must not send anything more. */
public final class LeaseLost extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** With a message for people. */
  public LeaseLost(String message) {
    super(message);
  }
}
