package dev.rollcall.tenant.http;

import java.io.IOException;

/** An answer is beyond all bounds; the message says which, for people. */
public final class AnswerTooLarge extends IOException {

  private static final long serialVersionUID = 1L;

  /** With what is too much. */
  public AnswerTooLarge(String message) {
    super(message);
  }
}
