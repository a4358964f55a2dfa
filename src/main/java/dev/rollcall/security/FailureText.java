package dev.rollcall.security;

/** What a failure says of itself. */
public final class FailureText {

  private FailureText() {}

  /** Its message; what it is, where it has none. */
  public static String of(Throwable failure) {
    String message = failure.getMessage();
    return message == null ? failure.getClass().getSimpleName() : message;
  }
}
