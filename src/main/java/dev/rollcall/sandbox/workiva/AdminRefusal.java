package dev.rollcall.sandbox.workiva;

import dev.rollcall.sandbox.Answer;
import dev.rollcall.sandbox.SandboxJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A request that is not served, with the vendor's error body. */
final class AdminRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String target;
  private final transient List<Map<String, Object>> details = new ArrayList<>();

  AdminRefusal(int status, String message) {
    this(status, message, "");
  }

  AdminRefusal(int status, String message, String target) {
    super(message, null, false, false);
    this.status = status;
    this.target = target;
  }

  /** The same with one more detail. */
  AdminRefusal with(String message, String about) {
    details.add(SandboxJson.object("code", "BadArgument", "message", message, "target", about));
    return this;
  }

  static AdminRefusal notFound(String what) {
    return new AdminRefusal(404, "The requested " + what + " was not found.");
  }

  static AdminRefusal bad(String message, String target) {
    return new AdminRefusal(400, message, target);
  }

  Answer answer() {
    return Answer.json(
        status,
        SandboxJson.object(
            "code",
            code(status),
            "message",
            getMessage(),
            "target",
            target,
            "details",
            details,
            "documentationUrl",
            "https://developers.workiva.com/",
            "version",
            AdminCall.VERSION));
  }

  private static String code(int status) {
    return switch (status) {
      case 400 -> "400BadRequest";
      case 401 -> "401Unauthorized";
      case 403 -> "403Forbidden";
      case 404 -> "404NotFound";
      case 409 -> "409Conflict";
      case 429 -> "429TooManyRequests";
      default -> status + "Error";
    };
  }
}
