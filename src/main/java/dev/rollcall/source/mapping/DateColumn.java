package dev.rollcall.source.mapping;

import dev.rollcall.source.columns.CellText;
import dev.rollcall.source.columns.DateMeaning;
import dev.rollcall.source.columns.DateOrder;
import dev.rollcall.source.columns.DateReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A column of dates: what its texts come to, and which order of day and month they show. A text
 * that could be two days is settled when all rows were seen: by those that could only be one.
 */
final class DateColumn {

  private static final int MOST_REMEMBERED = 2_000;
  private static final int MOST_WORDS = 20;

  /** A text that can be read in one order only. */
  private record Evidence(String text, int line) {
    @Override
    public String toString() {
      return CellText.quoted(text) + " in row " + line;
    }
  }

  private final DateReader dates;
  private final String header;
  private final Map<String, DateMeaning> known = new HashMap<>();
  private final Map<DateOrder, Evidence> evidence = new EnumMap<>(DateOrder.class);
  private final Map<String, Integer> blanks = new TreeMap<>();
  private boolean wasNeeded;
  private boolean isSettled;

  DateColumn(DateReader dates, String header) {
    this.dates = dates;
    this.header = header;
  }

  /** What a text comes to; a day that is not settled yet is {@link DateMeaning.Either}. */
  DateMeaning read(String text, int line) {
    // A plain date is read sooner than it is found among all those remembered.
    DateMeaning read = DateReader.isPlain(text) ? dates.read(text) : remembered(text);
    if (read instanceof DateMeaning.Telling telling) {
      evidence.putIfAbsent(telling.order(), new Evidence(text, line));
      return new DateMeaning.Day(telling.date());
    }
    if (read instanceof DateMeaning.Blank blank) {
      count(blank.word());
    }
    return read instanceof DateMeaning.Either either ? settled(text, either) : read;
  }

  private DateMeaning remembered(String text) {
    DateMeaning before = known.get(text);
    if (before != null) {
      return before;
    }
    DateMeaning read = dates.read(text);
    if (known.size() < MOST_REMEMBERED) {
      known.put(text, read);
    }
    return read;
  }

  /** Notes a word that was taken for none. */
  void count(String word) {
    if (!isSettled && (blanks.size() < MOST_WORDS || blanks.containsKey(word))) {
      blanks.merge(word, 1, Integer::sum);
    }
  }

  private DateMeaning settled(String text, DateMeaning.Either either) {
    wasNeeded = true;
    if (!isSettled) {
      return either;
    }
    Optional<LocalDate> day = order().map(either::by);
    return day.<DateMeaning>map(DateMeaning.Day::new).orElseGet(() -> unsettled(text, either));
  }

  private Optional<DateOrder> order() {
    return evidence.size() == 1
        ? Optional.of(evidence.keySet().iterator().next())
        : Optional.empty();
  }

  private DateMeaning.Wrong unsettled(String text, DateMeaning.Either either) {
    String both =
        evidence.isEmpty()
            ? ""
            : ", and the column has both orders: %s, %s"
                .formatted(evidence.get(DateOrder.DAY_FIRST), evidence.get(DateOrder.MONTH_FIRST));
    return new DateMeaning.Wrong(
        "%s could be %s or %s%s"
            .formatted(CellText.quoted(text), either.dayFirst(), either.monthFirst(), both),
        "write it as YYYY-MM-DD, or say at the source which comes first: dates: day-first or"
            + " month-first");
  }

  /** All rows were seen once: from now on nothing stays open. Tells what was noticed. */
  List<String> settle() {
    isSettled = true;
    List<String> remarks = new ArrayList<>();
    if (wasNeeded) {
      order()
          .ifPresent(
              order ->
                  remarks.add(
                      "column %s is read with the %s first, because of %s"
                          .formatted(CellText.quoted(header), order.first(), evidence.get(order))));
    }
    blanks.forEach(
        (word, count) ->
            remarks.add(
                "column %s: %s is read as no date (%d %s)"
                    .formatted(
                        CellText.quoted(header),
                        CellText.quoted(word),
                        count,
                        count == 1 ? "row" : "rows")));
    return remarks;
  }
}
