package dev.rollcall.source.gather;

import dev.rollcall.model.Origin;
import dev.rollcall.source.columns.CellText;
import dev.rollcall.source.mapping.LeftOutRow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The counts of rows that are about nobody of ours, by source and by why. */
final class LeftOutCounts {

  private static final int MOST_PLACES = 3;

  /** The rows of one place that do not count for one reason; a file of several is a place. */
  private record Kind(String source, String label, LeftOutRow.Why why, String detail) {

    static Kind of(LeftOutRow row) {
      String label = row.row().place().label();
      boolean isOfPlace = row.why() == LeftOutRow.Why.CLOSING;
      return new Kind(
          row.source(), isOfPlace ? label : "", row.why(), isOfPlace ? "" : row.detail());
    }
  }

  /** How many they are, with the first of them. */
  private static final class Rows {

    private final List<LeftOutRow> first = new ArrayList<>();
    private int count;

    /** Some rows come later than those below them. */
    void add(LeftOutRow row) {
      count++;
      int at = first.size();
      while (at > 0 && isBefore(row, first.get(at - 1))) {
        at--;
      }
      first.add(at, row);
      if (first.size() > MOST_PLACES) {
        first.remove(MOST_PLACES);
      }
    }

    private static boolean isBefore(LeftOutRow one, LeftOutRow other) {
      return one.row().row() < other.row().row()
          && one.row().place().label().equals(other.row().place().label());
    }

    String counted() {
      return count == 1 ? "1 row" : count + " rows";
    }

    /** {@code people.csv:12, 13, 14 …}. */
    String places() {
      StringBuilder places = new StringBuilder();
      String before = "";
      for (LeftOutRow row : first) {
        Origin origin = row.row();
        String label = origin.place().label();
        places
            .append(places.isEmpty() ? "" : ", ")
            .append(label.equals(before) ? String.valueOf(origin.row()) : origin.toString());
        before = label;
      }
      return places + (count > first.size() ? " …" : "");
    }

    String texts() {
      return first.stream()
          .map(row -> CellText.quoted(row.detail()))
          .collect(Collectors.joining(", "));
    }
  }

  private final Map<Kind, Rows> rows = new LinkedHashMap<>();

  void add(LeftOutRow row) {
    rows.computeIfAbsent(Kind.of(row), kind -> new Rows()).add(row);
  }

  /** How many there are of each source. */
  Map<String, Integer> counts(Collection<String> sources) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    sources.forEach(source -> counts.put(source, 0));
    rows.forEach((kind, each) -> counts.merge(kind.source(), each.count, Integer::sum));
    return counts;
  }

  /** One sentence a kind. */
  List<String> told() {
    return rows.entrySet().stream().map(each -> told(each.getKey(), each.getValue())).toList();
  }

  private static String told(Kind kind, Rows rows) {
    return switch (kind.why()) {
      case WHERE ->
          "%s: %s left out by %s: %s"
              .formatted(kind.source(), rows.counted(), kind.detail(), rows.places());
      case OWNER ->
          "%s: %s of people whose own rows are left out: %s"
              .formatted(kind.source(), rows.counted(), rows.places());
      case WITHOUT_ADDRESS ->
          "%s: %s without an address left out, as without-address: ignore says: %s"
              .formatted(kind.source(), rows.counted(), rows.places());
      case CLOSING ->
          "%s: the last %s no person: %s (%s)"
              .formatted(
                  kind.label(),
                  rows.count == 1 ? "line is" : rows.count + " lines are",
                  rows.texts(),
                  rows.places());
    };
  }
}
