package dev.rollcall.sandbox;

/** A request is refused; what is thrown becomes the error answer. */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;

  Refusal(int status, String message) {
    super(message, null, false, false);
    this.status = status;
  }

  static Refusal badRequest() {
    return new Refusal(400, "Bad request");
  }

  static Refusal invalid(String message) {
    return new Refusal(400, message);
  }

  static Refusal notFound() {
    return new Refusal(404, "Not found");
  }

  static Refusal forbidden(String message) {
    return new Refusal(403, message);
  }

  int status() {
    return status;
  }
}
