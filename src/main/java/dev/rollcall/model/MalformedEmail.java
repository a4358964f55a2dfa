package dev.rollcall.model;

/** A text that is no usable e-mail address; the message says what is wrong with it, for people. */
public final class MalformedEmail extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  /** Says what is wrong, without a place: the caller knows the cell. */
  public MalformedEmail(String message) {
    super(message);
  }
}
