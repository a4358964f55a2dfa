package dev.rollcall.tenant.scim;

import dev.rollcall.tenant.http.CallOutcome;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * What the answers of service providers mean: whatever their bodies look like, the status counts.
 */
final class ScimErrors {

  private static final int LONGEST_TEXT = 200;

  private static final List<String> TEXTS =
      List.of("detail", "message", "error_description", "title", "error");

  private ScimErrors() {}

  /** Why there is no good answer, for people. */
  static String why(CallOutcome<?> attempt) {
    if (!(attempt instanceof CallOutcome.Rejected<?> rejected)) {
      return attempt.why();
    }
    String text = text(rejected.body());
    String reference = rejected.reference().map(id -> " (request " + id + ")").orElse("");
    return isRedirect(rejected)
        ? "answered " + rejected.status() + ", a redirect: is target.url right?"
        : "answered " + rejected.status() + ": " + text + reference;
  }

  /** The message in an error, whichever shape it has; never empty. */
  static String text(String body) {
    Optional<String> found = Optional.empty();
    try {
      found = said(ScimDocuments.tree(body));
    } catch (JacksonException e) {
      // A web page, or nothing: its beginning has to do.
    }
    String text = found.orElse(body).replaceAll("<[^>]*>|\\s+", " ").replaceAll(" +", " ").strip();
    return shortened(text.isEmpty() ? "without a message" : text);
  }

  private static String shortened(String text) {
    return text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) + "…" : text;
  }

  private static Optional<String> said(JsonNode body) {
    JsonNode error = body.path("errors").path(0);
    for (JsonNode node : List.of(body, error, body.path("Errors").path(0))) {
      for (String field : TEXTS) {
        JsonNode text = node.path(field);
        if (text.isString() && !text.asString().isBlank()) {
          return Optional.of(text.asString());
        }
      }
    }
    return Optional.empty();
  }

  /** Whether the token was not let in, be it as a whole or to this alone. */
  static boolean notPermitted(CallOutcome<?> attempt) {
    return is(attempt, 401, 403);
  }

  /** Whether the token itself is refused. */
  static boolean isTokenRefused(CallOutcome<?> attempt) {
    return is(attempt, 401);
  }

  static boolean isRedirect(CallOutcome<?> attempt) {
    return attempt instanceof CallOutcome.Rejected<?> rejected && rejected.status() / 100 == 3;
  }

  static boolean notFound(CallOutcome<?> attempt) {
    return is(attempt, 404);
  }

  static boolean isConflict(CallOutcome<?> attempt) {
    return is(attempt, 409);
  }

  static boolean isStale(CallOutcome<?> attempt) {
    return is(attempt, 412);
  }

  static boolean isTooLarge(CallOutcome<?> attempt) {
    return is(attempt, 413);
  }

  /** Whether a list cannot be filtered so. */
  static boolean isNoSuchQuery(CallOutcome<?> attempt) {
    return is(attempt, 400, 404, 422, 501);
  }

  /** Whether the method is not offered, which is worth another one. */
  static boolean isNotOffered(CallOutcome<?> attempt) {
    return is(attempt, 405, 501);
  }

  /** Whether a body was refused for its media type. */
  static boolean isOtherType(CallOutcome<?> attempt) {
    return is(attempt, 415)
        || attempt instanceof CallOutcome.Rejected<?> rejected
            && rejected.status() == 400
            && rejected.body().toLowerCase(Locale.ROOT).contains("content-type");
  }

  private static boolean is(CallOutcome<?> attempt, Integer... statuses) {
    return attempt instanceof CallOutcome.Rejected<?> rejected
        && Set.of(statuses).contains(rejected.status());
  }
}
