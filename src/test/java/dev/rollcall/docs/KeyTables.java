package dev.rollcall.docs;

import static java.util.stream.Collectors.joining;

import dev.rollcall.job.JobFileSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The tables of keys in the manual, made of the rows that the code has, and put between {@code <!--
 * keys: name -->} and {@code <!-- end -->}. A name is a key at the top of a job file; {@code whole}
 * for all such keys, a row each; or a key and one of its types, with the rows that only that type
 * has.
 */
final class KeyTables {

  private static final Pattern PLACE =
      Pattern.compile("(<!-- keys: ([a-z ]+) -->\n).*?(<!-- end -->)", Pattern.DOTALL);

  private static final Pattern ROW = Pattern.compile("\\| `(([a-z-]+)[^`]*)` \\| .*");

  private static final String TYPE = ".type: ";

  private final Map<String, List<String>> tables = new LinkedHashMap<>();

  private KeyTables(List<String> rows) {
    Map<String, List<String>> byKey = new LinkedHashMap<>();
    rows.forEach(row -> byKey.computeIfAbsent(part(row, 2), key -> new ArrayList<>()).add(row));
    tables.put("whole", new ArrayList<>());
    byKey.forEach(this::add);
  }

  /** Those of the job file. */
  static KeyTables ofTheJobFile() {
    return new KeyTables(rows());
  }

  /** All rows, as the code has them. */
  static List<String> rows() {
    return JobFileSchema.markdown().lines().filter(line -> line.startsWith("| `")).toList();
  }

  /** A page with all tables in their places. */
  String in(String page) {
    return PLACE
        .matcher(page)
        .replaceAll(
            place ->
                Matcher.quoteReplacement(
                    place.group(1) + "\n" + table(place.group(2)) + "\n" + place.group(3)));
  }

  /** The page without tables, and without their places. */
  static String without(String page) {
    return PLACE.matcher(page).replaceAll("");
  }

  private String table(String name) {
    List<String> rows = tables.get(name);
    if (rows == null) {
      throw new IllegalArgumentException(
          "there is no table \"" + name + "\"; there is " + tables.keySet());
    }
    return Stream.concat(Stream.of("| key | default | meaning |", "|---|---|---|"), rows.stream())
        .collect(joining("\n", "", "\n"));
  }

  private void add(String key, List<String> rows) {
    tables.get("whole").add(rows.get(0));
    if (rows.size() == 1) {
      return;
    }
    List<List<String>> types = types(rows.subList(1, rows.size()));
    if (types.size() == 1) {
      tables.put(key, types.get(0));
      return;
    }
    List<String> common =
        types.get(0).stream()
            .filter(row -> types.stream().allMatch(type -> type.contains(row)))
            .toList();
    tables.put(key, common);
    for (List<String> type : types) {
      tables.put(
          key + " " + part(type.get(0), 1).split(TYPE)[1],
          type.stream().filter(row -> !common.contains(row)).toList());
    }
  }

  /** The rows below a key, a list for each of its types. */
  private static List<List<String>> types(List<String> rows) {
    List<List<String>> types = new ArrayList<>();
    for (String row : rows) {
      if (types.isEmpty() || part(row, 1).contains(TYPE)) {
        types.add(new ArrayList<>());
      }
      types.get(types.size() - 1).add(row);
    }
    return types;
  }

  private static String part(String row, int group) {
    Matcher parts = ROW.matcher(row);
    if (!parts.matches()) {
      throw new IllegalArgumentException("no row of a table of keys: " + row);
    }
    return parts.group(group);
  }
}
