package dev.rollcall.sandbox.scim;

/** Something that the stand-in does not do. */
final class ScimRefusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String type;

  /**
   * A refusal.
   *
   * @param type the {@code scimType}; empty where there is none
   */
  ScimRefusal(int status, String type, String detail) {
    super(detail, null, false, false);
    this.status = status;
    this.type = type;
  }

  static ScimRefusal path(String detail) {
    return new ScimRefusal(400, "invalidPath", detail);
  }

  static ScimRefusal value(String detail) {
    return new ScimRefusal(400, "invalidValue", detail);
  }

  static ScimRefusal syntax(String detail) {
    return new ScimRefusal(400, "invalidSyntax", detail);
  }

  static ScimRefusal absent(String what) {
    return new ScimRefusal(404, "", "there is no " + what);
  }

  int status() {
    return status;
  }

  String type() {
    return type;
  }

  String detail() {
    return String.valueOf(getMessage());
  }
}
