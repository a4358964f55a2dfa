package dev.rollcall.tenant.workiva;

import dev.rollcall.tenant.http.CallOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** What the answers of the API mean: from status and body to a message and its cause. */
final class WorkivaErrors {

  private static final int LONGEST_TEXT = 300;
  private static final int MOST_DETAILS = 3;

  private WorkivaErrors() {}

  /** The message in an error body, with what it says of details; never empty. */
  static String text(String body) {
    String text = body;
    try {
      text = message(WorkivaJson.tree(body)).orElse(body);
    } catch (JacksonException e) {
      // Not JSON: a web page or nothing; its beginning has to do.
    }
    String line = text.replaceAll("\\s+", " ").strip();
    return line.isEmpty() ? "without a message" : shortened(line);
  }

  private static String shortened(String text) {
    return text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) + "…" : text;
  }

  private static Optional<String> message(JsonNode body) {
    Optional<String> message =
        string(body.path("message"))
            .or(() -> string(body.path("error_description")))
            .or(() -> string(body.path("error")));
    List<String> details = new ArrayList<>();
    for (JsonNode detail : body.path("details")) {
      string(detail.path("message"))
          .filter(text -> details.size() < MOST_DETAILS)
          .ifPresent(details::add);
    }
    return details.isEmpty()
        ? message
        : Optional.of(message.map(text -> text + " ").orElse("") + String.join(" ", details));
  }

  private static Optional<String> string(JsonNode node) {
    return node.isString() && !node.asString().isBlank()
        ? Optional.of(node.asString().strip())
        : Optional.empty();
  }

  /** What an error says it is about; empty where it does not. */
  static Optional<String> target(CallOutcome<?> attempt) {
    if (!(attempt instanceof CallOutcome.Rejected<?> rejected)) {
      return Optional.empty();
    }
    try {
      return string(WorkivaJson.tree(rejected.body()).path("target"));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  /** Whether the client was not let in, be it as a whole or to this endpoint alone. */
  static boolean notPermitted(CallOutcome<?> attempt) {
    return is(attempt, 401) || is(attempt, 403);
  }

  /** Whether the answer has this status. */
  static boolean is(CallOutcome<?> attempt, int status) {
    return attempt instanceof CallOutcome.Rejected<?> rejected && rejected.status() == status;
  }

  /** Why there is no good answer, for people. */
  static String why(CallOutcome<?> attempt) {
    if (attempt instanceof CallOutcome.Rejected<?> rejected) {
      String text = text(rejected.body());
      if (rejected.status() / 100 == 2) {
        return text;
      }
      return rejected.status() / 100 == 3
          ? "answered " + rejected.status() + ", a redirect: is the address of the API right?"
          : "answered "
              + rejected.status()
              + ": "
              + text
              + rejected.reference().map(id -> " (request " + id + ")").orElse("");
    }
    return attempt.why();
  }
}
