package dev.rollcall.source;

import dev.rollcall.model.Environment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the headers of a source are probably about.
 *
 * @param fields for each roster field that is recognised its headers: one, or several of a list
 * @param ambiguous for each field of one value the headers that could each be meant
 * @param roles the header of each environment's role
 * @param roleLike headers that may be a role in an environment nobody has heard of
 */
public record Recognised(
    Map<String, List<String>> fields,
    Map<String, List<String>> ambiguous,
    Map<Environment, String> roles,
    List<String> roleLike) {

  private static final Pattern ROLE =
      Pattern.compile("(?i)\\s*(?:role\\s*[.(_ -]\\s*(\\w+)\\s*\\)?|(\\w+)[\\s_.-]+role)\\s*");
  private static final Set<String> ENVIRONMENTS =
      Set.of(
          "dev",
          "development",
          "test",
          "testing",
          "qa",
          "uat",
          "int",
          "staging",
          "stage",
          "prod",
          "production",
          "live",
          "sandbox");
  private static final Set<String> NOT_ENVIRONMENTS =
      Set.of("job", "user", "project", "workspace", "environment", "primary", "name", "title");

  /** Looks at headers. */
  public static Recognised of(List<String> headers) {
    UsualHeaders usual = new UsualHeaders(headers);
    Map<String, List<String>> fields = new LinkedHashMap<>();
    Map<String, List<String>> ambiguous = new LinkedHashMap<>();
    for (RosterField field : RosterField.values()) {
      List<String> found = usual.of(field).stream().map(headers::get).toList();
      if (found.size() > 1 && !field.isList()) {
        ambiguous.put(field.key(), found);
      } else if (!found.isEmpty()) {
        fields.put(field.key(), found);
      }
    }
    Map<Environment, String> roles = new TreeMap<>();
    List<String> roleLike = new ArrayList<>();
    for (String header : headers) {
      Matcher role = ROLE.matcher(header);
      if (role.matches()) {
        String name = (role.group(1) == null ? role.group(2) : role.group(1));
        String folded = name.toLowerCase(Locale.ROOT);
        if (ENVIRONMENTS.contains(folded)) {
          roles.putIfAbsent(new Environment(folded), header);
        } else if (!NOT_ENVIRONMENTS.contains(folded)) {
          roleLike.add(header);
        }
      }
    }
    return new Recognised(fields, ambiguous, roles, roleLike);
  }
}
