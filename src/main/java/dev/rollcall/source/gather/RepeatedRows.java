package dev.rollcall.source.gather;

import dev.rollcall.model.Origin;
import dev.rollcall.model.Place;
import dev.rollcall.model.Places;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Rows that say the same of somebody as an earlier row of their source: told once a source. */
final class RepeatedRows {

  private static final int SHOWN = 3;

  /** The first few of a source, and how many there are. */
  private static final class Seen {
    private final TreeSet<Integer> first = new TreeSet<>();
    private int count;

    void add(int row) {
      count++;
      first.add(row);
      if (first.size() > SHOWN) {
        first.pollLast();
      }
    }
  }

  private final Map<Place, Seen> byPlace = new LinkedHashMap<>();

  void add(Origin row) {
    byPlace.computeIfAbsent(row.place(), place -> new Seen()).add(row.row());
  }

  /** One a source. */
  List<Remark> remarks() {
    List<Remark> remarks = new ArrayList<>();
    byPlace.forEach((place, seen) -> remarks.add(remark(place, seen)));
    return remarks;
  }

  private static Remark remark(Place place, Seen seen) {
    List<String> places =
        seen.first.stream().map(row -> new Origin(place, row, -1).toString()).toList();
    return new Remark(
        "",
        "%s what an earlier row of the same person says already: %s%s"
            .formatted(
                seen.count == 1 ? "1 row says" : seen.count + " rows say",
                Places.shortly(places),
                seen.count > SHOWN ? " …" : ""),
        "");
  }
}
