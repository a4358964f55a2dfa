package dev.rollcall.source.columns;

import static java.util.stream.Collectors.joining;

import dev.rollcall.model.Place;
import dev.rollcall.source.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The profile of a source by a first look at it: its headers, and what its first rows hold. Some
 * headers only say with their values what they are about.
 */
public final class SourceProfile {

  private final Place place;
  private final List<ColumnProfile> values;

  private SourceProfile(Place place, List<ColumnProfile> values) {
    this.place = place;
    this.values = List.copyOf(values);
  }

  /** Headers alone. */
  public static SourceProfile at(Place place) {
    return new SourceProfile(place, List.of());
  }

  /** Headers and rows. */
  public static SourceProfile at(Place place, List<Row> rows, LocalDate today) {
    List<ColumnProfile> values = new ArrayList<>();
    place.columns().forEach(header -> values.add(new ColumnProfile(today)));
    for (Row row : rows) {
      for (int i = 0; i < Math.min(values.size(), row.cells().size()); i++) {
        values.get(i).add(row.cells().get(i));
      }
    }
    return new SourceProfile(place, values);
  }

  /** Headers and what was counted below each. */
  public static SourceProfile of(Place place, List<ColumnProfile> values) {
    return new SourceProfile(place, values);
  }

  /** Where it looked. */
  public Place place() {
    return place;
  }

  /** The headers. */
  public List<String> headers() {
    return place.columns();
  }

  /** All headers, for messages. */
  public String told() {
    return headers().stream()
        .filter(header -> !header.isBlank())
        .limit(40)
        .map(CellText::quoted)
        .collect(joining(", "));
  }

  /** What stands in a column; empty where only headers were looked at. */
  public Optional<ColumnProfile> values(int column) {
    return column < values.size() ? Optional.of(values.get(column)) : Optional.empty();
  }
}
