package dev.rollcall.tenant.workato;

import dev.rollcall.tenant.http.CallOutcome;
import java.util.List;
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

  private static final List<String> TEXTS =
      List.of("message", "error", "detail", "description", "title");

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

  private static final Set<Integer> NOT_UNDERSTOOD = Set.of(400, 405, 415, 422);

  private WorkatoErrors() {}

  /** The message in an error body, whichever of the known shapes it has; never empty. */
  static String text(String body) {
    Optional<String> found = Optional.empty();
    Optional<String> id = Optional.empty();
    try {
      JsonNode json = WorkatoJson.tree(body);
      found = message(json);
      id = id(json);
    } catch (JacksonException e) {
      // Not JSON: a web page or nothing; its beginning has to do.
    }
    String text = found.orElse(body).replaceAll("\\s+", " ").strip();
    return shortened(text.isEmpty() ? "without a message" : text)
        + id.map(each -> " (id " + each + ")").orElse("");
  }

  private static String shortened(String text) {
    return text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) + "…" : text;
  }

  /** The only name of a request that the vendor's pages know, in the body of a 500. */
  private static Optional<String> id(JsonNode body) {
    return string(body.path("id")).map(WorkatoErrors::shortened);
  }

  private static Optional<String> message(JsonNode body) {
    JsonNode errors = body.path("errors");
    JsonNode one = errors.path(0);
    Optional<String> first = string(one.path("title")).or(() -> said(one)).or(() -> string(errors));
    if (first.isPresent()) {
      return first;
    }
    Optional<String> message = said(body);
    if (errors.isObject() && !errors.isEmpty()) {
      String fields = errors.toString();
      return Optional.of(message.map(text -> text + " " + fields).orElse(fields));
    }
    return message;
  }

  /** What a text says, or an object in one of the fields that others look into as well. */
  private static Optional<String> said(JsonNode node) {
    Optional<String> said = string(node);
    for (String field : TEXTS) {
      said = said.or(() -> string(node.path(field)));
    }
    JsonNode within = node.path("error");
    return said.isEmpty() && within.isObject() ? said(within) : said;
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

  /** Whether the answer is that the request makes no sense. */
  static boolean notUnderstood(CallOutcome<?> attempt) {
    return attempt instanceof CallOutcome.Rejected<?> rejected
        && NOT_UNDERSTOOD.contains(rejected.status());
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
          : "answered "
              + rejected.status()
              + ": "
              + text
              + rejected.reference().map(id -> " (request " + id + ")").orElse("");
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
