package dev.rollcall.tenant.workato;

import dev.rollcall.tenant.http.CallOutcome;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** What the answers of the API mean: from status and body to a message and its cause. */
final class WorkatoErrors {

  private static final int LONGEST_TEXT = 200;

  /** Texts of the API that name a cause which waiting does not cure. */
  private static final Pattern LASTING =
      Pattern.compile(
          "(role|environment|user group) .*not found"
              + "|role_name or env_roles is required"
              + "|email is invalid"
              + "|name can't be blank",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  /** Texts that can only mean that somebody was invited shortly before. */
  private static final Pattern TOO_SOON =
      Pattern.compile(
          "\\b(20|twenty) ?min|too soon|recently invited|already (been )?invited"
              + "|invitation .*already (been )?sent",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final Pattern ALREADY =
      Pattern.compile("already|exist|member", Pattern.CASE_INSENSITIVE);

  private WorkatoErrors() {}

  /** The message in an error body, whichever of the known shapes it has; never empty. */
  static String text(String body) {
    Optional<String> found = Optional.empty();
    try {
      found = message(WorkatoJson.tree(body));
    } catch (JacksonException e) {
      // Not JSON: a web page or nothing; its beginning has to do.
    }
    String text = found.orElse(body).replaceAll("\\s+", " ").strip();
    if (text.isEmpty()) {
      return "without a message";
    }
    return text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) + "…" : text;
  }

  private static Optional<String> message(JsonNode body) {
    JsonNode errors = body.path("errors");
    Optional<String> title = string(errors.path(0).path("title"));
    if (title.isPresent()) {
      return title;
    }
    Optional<String> message = string(body.path("message"));
    for (String field : new String[] {"error", "detail", "description", "title"}) {
      message = message.or(() -> string(body.path(field)));
    }
    if (errors.isObject() && !errors.isEmpty()) {
      String fields = errors.toString();
      message = Optional.of(message.map(text -> text + " " + fields).orElse(fields));
    }
    return message.map(
        text -> text + string(body.path("id")).map(id -> " (id " + id + ")").orElse(""));
  }

  private static Optional<String> string(JsonNode node) {
    return node.isString() && !node.asString().isBlank()
        ? Optional.of(node.asString())
        : Optional.empty();
  }

  /** Whether the token was not let in, be it as a whole or to this endpoint alone. */
  static boolean notPermitted(CallOutcome<?> attempt) {
    return attempt instanceof CallOutcome.Rejected<?> rejected
        && (rejected.status() == 401 || rejected.status() == 403);
  }

  /** Whether the answer is 404. */
  static boolean notFound(CallOutcome<?> attempt) {
    return attempt instanceof CallOutcome.Rejected<?> rejected && rejected.status() == 404;
  }

  /** Why there is no good answer, for people. */
  static String why(CallOutcome<?> attempt) {
    if (attempt instanceof CallOutcome.Rejected<?> rejected) {
      String text = text(rejected.body());
      return rejected.status() / 100 == 3
          ? "answered " + rejected.status() + ", a redirect: is the address of the workspace right?"
          : "answered " + rejected.status() + ": " + text;
    }
    return attempt.why();
  }

  /** Whether an invitation may have been turned away because of an earlier one. */
  static boolean mayBeTooSoon(CallOutcome<?> attempt) {
    return attempt instanceof CallOutcome.Rejected<?> rejected
        && Set.of(400, 409, 422, 429).contains(rejected.status())
        && !LASTING.matcher(text(rejected.body())).find();
  }

  /** Whether its text says so. */
  static boolean saysTooSoon(CallOutcome<?> attempt) {
    return attempt instanceof CallOutcome.Rejected<?> rejected
        && TOO_SOON.matcher(text(rejected.body())).find();
  }

  /** Whether an answer to an invitation hints that the person is a member already. */
  static boolean hintsAtMember(CallOutcome<?> attempt) {
    return attempt instanceof CallOutcome.Rejected<?> rejected
        && (rejected.status() == 409 || rejected.status() == 400 || rejected.status() == 422)
        && ALREADY.matcher(text(rejected.body())).find();
  }

  /**
   * Whether roles were refused because of one that was only named along with those asked for.
   *
   * @param all by environment
   * @param asked those among them that are to be set
   */
  static boolean refusesOther(
      CallOutcome<?> attempt, Map<String, String> all, Map<String, String> asked) {
    return attempt instanceof CallOutcome.Rejected<?> rejected
        && all.entrySet().stream()
            .filter(role -> !asked.containsKey(role.getKey()))
            .anyMatch(
                role ->
                    saysNotFound(rejected, "environment", role.getKey())
                        || !asked.containsValue(role.getValue())
                            && saysNotFound(rejected, "role", role.getValue()));
  }

  private static boolean saysNotFound(CallOutcome.Rejected<?> rejected, String what, String name) {
    return text(rejected.body())
        .toLowerCase(Locale.ROOT)
        .contains(what + " " + name.toLowerCase(Locale.ROOT) + " not found");
  }
}
