package dev.rollcall.source;

import dev.rollcall.model.Environment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the headers of a source are probably about.
 *
 * @param layout the program whose export or template this is
 * @param shape what a row is
 * @param fields for each roster field that is recognised its headers: one, or several of a list
 * @param ambiguous for each field of one value the headers that could each be meant
 * @param roles the header of each environment's role
 * @param roleLike headers that may be a role in an environment nobody has heard of
 */
public record Recognised(
    Optional<String> layout,
    Shape shape,
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
    Optional<KnownLayout> layout = KnownLayouts.of(headers);
    Shape shape = shape(usual);
    Map<String, List<String>> fields = new LinkedHashMap<>();
    Map<String, List<String>> ambiguous = new LinkedHashMap<>();
    for (RosterField field : RosterField.values()) {
      List<String> own = layout.map(known -> own(known, field, headers)).orElse(List.of());
      List<String> found =
          !own.isEmpty() ? own : usual.of(field).stream().map(headers::get).toList();
      if (!field.isOf(shape)) {
        continue;
      }
      if (own.isEmpty() && found.size() > 1 && !field.isList()) {
        ambiguous.put(field.key(), found);
      } else if (!found.isEmpty()) {
        fields.put(field.key(), found);
      }
    }
    Map<Environment, String> roles = new TreeMap<>();
    List<String> roleLike = new ArrayList<>();
    for (String header : shape == Shape.PEOPLE ? headers : List.<String>of()) {
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
    return new Recognised(layout.map(KnownLayout::name), shape, fields, ambiguous, roles, roleLike);
  }

  private static List<String> own(KnownLayout layout, RosterField field, List<String> headers) {
    return layout
        .feed(field, Headings.of(headers))
        .map(feed -> Arrays.stream(feed.columns()).mapToObj(headers::get).toList())
        .orElse(List.of());
  }

  private static Shape shape(UsualHeaders usual) {
    return usual.of(RosterField.KIND).isEmpty() || usual.of(RosterField.TARGET).isEmpty()
        ? Shape.PEOPLE
        : usual.of(RosterField.EMAIL).isEmpty() ? Shape.JOINED : Shape.ASSIGNMENTS;
  }
}
