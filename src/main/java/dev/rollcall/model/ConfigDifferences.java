package dev.rollcall.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What is not the same in two configs, path by path. */
public final class ConfigDifferences {

  private static final int LONGEST = 80;

  private final List<String> lines = new ArrayList<>();

  private ConfigDifferences() {}

  /**
   * Lines for people: {@code recipes.privileges: + "create", - "delete"}; none where both say the
   * same.
   */
  public static List<String> between(Config before, Config after) {
    ConfigDifferences differences = new ConfigDifferences();
    differences.compare("", before, after);
    return List.copyOf(differences.lines);
  }

  private void compare(String path, Config before, Config after) {
    if (before.equals(after)) {
      return;
    }
    if (before instanceof Config.Keyed one && after instanceof Config.Keyed other) {
      keys(path, one.values(), other.values());
    } else if (before instanceof Config.Series one
        && after instanceof Config.Series other
        && one.isPlain()
        && other.isPlain()) {
      lines.add(named(path) + ": " + members(one.items(), other.items()));
    } else {
      lines.add(named(path) + ": " + shown(before) + " -> " + shown(after));
    }
  }

  private void keys(String path, Map<String, Config> before, Map<String, Config> after) {
    Set<String> keys = new TreeSet<>(before.keySet());
    keys.addAll(after.keySet());
    for (String key : keys) {
      String below = path.isEmpty() ? key : path + "." + key;
      Optional<Config> was = Optional.ofNullable(before.get(key));
      Optional<Config> is = Optional.ofNullable(after.get(key));
      if (was.isEmpty()) {
        lines.add("+ " + below + ": " + shown(is.orElseThrow()));
      } else if (is.isEmpty()) {
        lines.add("- " + below + ": " + shown(was.get()));
      } else {
        compare(below, was.get(), is.get());
      }
    }
  }

  /** Plain values that are more, and those that are fewer. */
  private static String members(List<Config> before, List<Config> after) {
    List<Config> more = new ArrayList<>(after);
    before.forEach(more::remove);
    List<Config> fewer = new ArrayList<>(before);
    after.forEach(fewer::remove);
    List<String> all = new ArrayList<>();
    more.forEach(each -> all.add("+ " + shown(each)));
    fewer.forEach(each -> all.add("- " + shown(each)));
    return String.join(", ", all);
  }

  private static String named(String path) {
    return path.isEmpty() ? "config" : path;
  }

  private static String shown(Config config) {
    String json = config.json();
    return json.length() > LONGEST ? json.substring(0, LONGEST) + "…" : json;
  }
}
