package dev.rollcall.tenant.scim;

import dev.rollcall.model.Kind;
import dev.rollcall.model.Naming;
import dev.rollcall.model.Resource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the display names of groups look like that stand for something: {@code WK {workspace} -
 * {role}}. Nobody publishes such conventions in full, so none is known beforehand.
 */
public final class GroupNameTemplate {

  private static final Pattern PLACE = Pattern.compile("\\{([a-z]*)}");

  private final Entitled what;
  private final String text;
  private final List<String> parts = new ArrayList<>();
  private final List<String> places = new ArrayList<>();

  /** What a group can stand for. */
  public enum Entitled {
    /** {@code {role}}. */
    ORGANIZATION_ROLE(ScimVocabulary.ORGANIZATION_ROLE, "role"),
    /** {@code {workspace}}. */
    WORKSPACE(ScimVocabulary.WORKSPACE, "workspace"),
    /** {@code {workspace}} and {@code {role}}. */
    WORKSPACE_ROLE(ScimVocabulary.WORKSPACE_ROLE, "workspace", "role"),
    /** {@code {workspace}} and {@code {group}}. */
    WORKSPACE_GROUP(ScimVocabulary.WORKSPACE_GROUP, "workspace", "group");

    private final Kind kind;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> needed;

    Entitled(Kind kind, String... needed) {
      this.kind = kind;
      this.needed = List.of(needed);
    }

    Kind kind() {
      return kind;
    }

    /** Whether it lies in a workspace. */
    public boolean isWithinWorkspace() {
      return kind.container().isPresent();
    }
  }

  /**
   * One as it is written.
   *
   * @throws IllegalArgumentException where it lacks a place, or has one that nobody knows
   */
  public GroupNameTemplate(Entitled what, String text) {
    this.what = what;
    this.text = text;
    Matcher place = PLACE.matcher(text);
    int from = 0;
    while (place.find()) {
      parts.add(folded(text.substring(from, place.start())));
      places.add(place.group(1));
      from = place.end();
    }
    parts.add(folded(text.substring(from)));
    List<String> known = new ArrayList<>(what.needed);
    known.add("organization");
    boolean isFit =
        places.containsAll(what.needed)
            && known.containsAll(places)
            && places.stream().distinct().count() == places.size()
            && parts.subList(1, parts.size() - 1).stream().noneMatch(String::isEmpty);
    if (!isFit) {
      throw new IllegalArgumentException(
          "must hold {"
              + String.join("} and {", what.needed)
              + "}, each once, and something between them");
    }
  }

  /** What it is of. */
  Entitled what() {
    return what;
  }

  /** All that a name can stand for by it: blanks count as one, and case does not count. */
  List<Resource> readings(String name) {
    List<Map<String, String>> ways = new ArrayList<>();
    String tidy = Naming.tidy(name);
    if (folded(tidy).startsWith(parts.get(0)) && tidy.length() == folded(tidy).length()) {
      read(tidy, 0, parts.get(0).length(), new HashMap<>(), ways);
    }
    return ways.stream().map(this::resource).distinct().toList();
  }

  /** The name by which something is told; empty where that needs more than is known of it. */
  Optional<String> name(Resource meaning) {
    if (places.contains("organization")) {
      return Optional.empty();
    }
    String name = text.replace("{" + last() + "}", meaning.name());
    return Optional.of(
        meaning.container().map(outer -> name.replace("{workspace}", outer.name())).orElse(name));
  }

  private String last() {
    return what.needed.get(what.needed.size() - 1);
  }

  private void read(
      String name, int place, int from, Map<String, String> so, List<Map<String, String>> ways) {
    if (place == places.size()) {
      if (from == name.length()) {
        ways.add(Map.copyOf(so));
      }
      return;
    }
    String next = parts.get(place + 1);
    boolean isLast = place == places.size() - 1;
    String folded = folded(name);
    int least = isLast ? name.length() - next.length() : from + 1;
    for (int end = least; end <= name.length() - next.length() && end > from; end++) {
      if (folded.startsWith(next, end)) {
        so.put(places.get(place), name.substring(from, end));
        read(name, place + 1, end + next.length(), so, ways);
      }
    }
  }

  private Resource resource(Map<String, String> so) {
    String name = Optional.ofNullable(so.get(last())).orElseThrow();
    if (what.needed.size() == 1) {
      return Resource.of(what.kind, name);
    }
    String workspace = Optional.ofNullable(so.get("workspace")).orElseThrow();
    return Resource.of(what.kind, Resource.of(ScimVocabulary.WORKSPACE, workspace), name);
  }

  private static String folded(String text) {
    return text.replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }
}
