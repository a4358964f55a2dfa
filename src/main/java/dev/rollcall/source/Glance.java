package dev.rollcall.source;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import dev.rollcall.model.Place;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a first look at a source shows: its headers, and what its first rows hold. Some headers only
 * say with their values what they are about.
 */
public final class Glance {

  private final Place place;
  private final List<Values> values;

  private Glance(Place place, List<Values> values) {
    this.place = requireNonNull(place, "place");
    this.values = List.copyOf(values);
  }

  /** Headers alone. */
  public static Glance at(Place place) {
    return new Glance(place, List.of());
  }

  /** Headers and rows. */
  public static Glance at(Place place, List<Row> rows, LocalDate today) {
    List<Values> values = new ArrayList<>();
    place.columns().forEach(header -> values.add(new Values(today)));
    for (Row row : rows) {
      for (int i = 0; i < Math.min(values.size(), row.cells().size()); i++) {
        values.get(i).add(row.cells().get(i));
      }
    }
    return new Glance(place, values);
  }

  /** Headers and what was counted below each. */
  public static Glance of(Place place, List<Values> values) {
    return new Glance(place, values);
  }

  /** Where it looked. */
  public Place place() {
    return place;
  }

  /** The headers. */
  List<String> headers() {
    return place.columns();
  }

  /** All headers, for messages. */
  String told() {
    return headers().stream()
        .filter(header -> !header.isBlank())
        .limit(40)
        .map(Cells::quoted)
        .collect(joining(", "));
  }

  /** What stands in a column; empty where only headers were looked at. */
  Optional<Values> values(int column) {
    return column < values.size() ? Optional.of(values.get(column)) : Optional.empty();
  }
}
