package dev.rollcall.sandbox.scim;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** A filter of comparisons for equality joined by {@code and}; all that many providers know. */
record ScimFilter(List<Equality> all) {

  private static final Pattern ONE =
      Pattern.compile(
          "\\s*([A-Za-z][\\w.:-]*)\\s+eq\\s+(\"(?:[^\"\\\\]|\\\\.)*\"|true|false|-?\\d+)\\s*",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern AND = Pattern.compile("and\\s", Pattern.CASE_INSENSITIVE);

  /** An attribute, and what it is to be. */
  record Equality(String attribute, String value) {

    boolean fits(JsonNode resource) {
      return holds(resource, List.of(attribute.split("\\.", -1)));
    }

    /** Ids differ in case, user names do not. */
    private boolean isOfIds() {
      return List.of("id", "value", "members.value").contains(attribute);
    }

    private boolean holds(JsonNode node, List<String> path) {
      if (node.isArray()) {
        return node.valueStream().anyMatch(each -> holds(each, path));
      }
      if (path.isEmpty()) {
        String held = node.asString("");
        return node.isValueNode()
            && (isOfIds() ? value.equals(held) : value.equalsIgnoreCase(held));
      }
      return node.properties().stream()
          .filter(each -> each.getKey().equalsIgnoreCase(path.get(0)))
          .anyMatch(each -> holds(each.getValue(), path.subList(1, path.size())));
    }
  }

  static ScimFilter parse(String text) {
    List<Equality> all = new ArrayList<>();
    Matcher one = ONE.matcher(text);
    int at = 0;
    while (one.region(at, text.length()).lookingAt()) {
      all.add(new Equality(one.group(1), literal(one.group(2))));
      at = one.end();
      Matcher and = AND.matcher(text).region(at, text.length());
      if (!and.lookingAt()) {
        break;
      }
      at = and.end();
    }
    if (at != text.length() || all.isEmpty()) {
      throw new ScimRefusal(400, "invalidFilter", "cannot filter by: " + text);
    }
    return new ScimFilter(List.copyOf(all));
  }

  private static String literal(String text) {
    return text.startsWith("\"")
        ? text.substring(1, text.length() - 1).replaceAll("\\\\(.)", "$1")
        : text;
  }

  boolean fits(JsonNode resource) {
    return all.stream().allMatch(each -> each.fits(resource));
  }

  boolean isAbout(String attribute) {
    return all.stream().anyMatch(each -> each.attribute().equalsIgnoreCase(attribute));
  }
}
