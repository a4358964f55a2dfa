package dev.rollcall.sandbox;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A path into a customer's workspace.
 *
 * @param prefix what stands before the id
 * @param id decoded
 * @param rest the path in a workspace of one's own
 */
record ManagedPath(String prefix, String id, String rest) {

  static final String PLAIN = "/api/managed_users";
  static final String V2 = "/api/v2/managed_users";

  private static final Pattern FORM = Pattern.compile("(/api(?:/v2)?/managed_users)/([^/]+)(/.+)");

  static Optional<ManagedPath> of(String rawPath) {
    Matcher form = FORM.matcher(rawPath);
    return form.matches()
        ? Optional.of(
            new ManagedPath(
                form.group(1), IncomingRequest.decoded(form.group(2)), "/api" + form.group(3)))
        : Optional.empty();
  }

  /** The pattern of a route in a customer's workspace. */
  static String pattern(String prefix, Route route) {
    return prefix + "/:id" + route.pattern().substring("/api".length());
  }
}
