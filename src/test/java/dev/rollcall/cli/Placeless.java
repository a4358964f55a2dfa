package dev.rollcall.cli;

import dev.rollcall.model.Origin;
import dev.rollcall.model.Place;
import dev.rollcall.source.Row;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes out all that a record holds, and all in it, with places as rows below the header and names
 * of columns, as if every source were the same table.
 *
 * @param headerRow the number of the header's row in its source
 */
record Placeless(int headerRow, List<String> header) {

  private static final Pattern PLACE =
      Pattern.compile(
          "[^\\s\\[]*people\\.csv:(\\d+)(?: \\(([^)]*)\\))?"
              + "|[^\\s\\[]*people\\.xlsx?!Active people!([A-Z]*)(\\d+)"
              + "|hr: row (\\d+)(?: \\(([^)]*)\\))?");

  /** Further rows of a source that was named just before. */
  private static final Pattern FURTHER = Pattern.compile("(?<=\\d), [A-Z]{0,3}(\\d+)(?=,|\\W|$)");

  private static final Pattern PLACES = Pattern.compile("ROW \\d+(?:, [A-Z]{0,3}\\d+)+");

  static Comparator<Object> byText() {
    return Comparator.comparing(Object::toString);
  }

  List<String> each(Collection<?> values) {
    return values.stream().map(this::told).toList();
  }

  String told(Object value) {
    if (value instanceof Origin origin) {
      return place(origin.row(), origin.column() < 0 ? "" : header.get(origin.column()));
    }
    if (value instanceof Place place) {
      return each(place.columns()).toString();
    }
    if (value instanceof Row row) {
      return place(row.line(), "") + each(row.cells()) + each(row.flaws());
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, String> sorted = new TreeMap<>();
      map.forEach((key, held) -> sorted.put(told(key), told(held)));
      return sorted.toString();
    }
    if (value instanceof Map.Entry<?, ?> entry) {
      return told(entry.getKey()) + ": " + told(entry.getValue());
    }
    if (value instanceof Set<?> set) {
      return each(set).stream().sorted().toList().toString();
    }
    if (value instanceof Collection<?> collection) {
      return each(collection).toString();
    }
    return value instanceof Record record ? components(record) : text(String.valueOf(value));
  }

  private String components(Record record) {
    return record.getClass().getSimpleName()
        + Stream.of(record.getClass().getRecordComponents())
            .map(component -> component.getName() + "=" + component(record, component))
            .collect(Collectors.joining(", ", "(", ")"));
  }

  /** Records that name their line themselves do so by this name. */
  private String component(Record record, RecordComponent component) {
    Object value = value(record, component);
    return component.getName().equals("line") ? place((int) value, "") : told(value);
  }

  private static Object value(Record record, RecordComponent component) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private String place(int row, String column) {
    return "ROW " + (row - headerRow) + (column.isEmpty() ? "" : " (" + column + ")");
  }

  /** A text with the places in it. */
  private String text(String text) {
    String placed = PLACE.matcher(text).replaceAll(found -> Matcher.quoteReplacement(place(found)));
    return PLACES
        .matcher(placed)
        .replaceAll(found -> further(found.group()))
        .replaceAll("\\S*/job\\.yaml", "JOB");
  }

  private String further(String places) {
    return FURTHER
        .matcher(places)
        .replaceAll(found -> ", " + (Integer.parseInt(found.group(1)) - headerRow));
  }

  private String place(MatchResult found) {
    String name = found.group();
    if (name.contains(".csv:")) {
      return place(Integer.parseInt(found.group(1)), found.group(2) == null ? "" : found.group(2));
    }
    if (name.startsWith("hr: row")) {
      return place(Integer.parseInt(found.group(5)), found.group(6) == null ? "" : found.group(6));
    }
    String letters = found.group(3);
    return place(
        Integer.parseInt(found.group(4)),
        letters.isEmpty() ? "" : header.get(letters.charAt(0) - 'A'));
  }
}
