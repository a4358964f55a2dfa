package dev.rollcall.source;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Reads the date cells of a source; remembers what it has read, for dates repeat. */
final class Dates {

  private static final int MOST_REMEMBERED = 2_000;

  private final Map<String, LocalDate> known = new HashMap<>();

  /** The date; empty where the cell is blank, or where a problem was added. */
  Optional<LocalDate> read(Optional<Feed> feed, Row row, RowProblems problems) {
    return feed.isEmpty() ? Optional.empty() : read(feed.get(), row, problems);
  }

  private Optional<LocalDate> read(Feed feed, Row row, RowProblems problems) {
    String text = Cells.oneLine(feed.text(row));
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      // A plain date is read sooner than it is found among all those remembered.
      return RosterDate.isPlain(text)
          ? Optional.of(RosterDate.parse(text))
          : Optional.of(remembered(text));
    } catch (RosterDate.MalformedDate e) {
      problems.add(
          feed.column(),
          e.getMessage(),
          text.indexOf(':') < 0
              ? "write it as YYYY-MM-DD"
              : "write the day alone, as YYYY-MM-DD; in a query, cast it to a date");
      return Optional.empty();
    }
  }

  private LocalDate remembered(String text) {
    LocalDate before = known.get(text);
    if (before != null) {
      return before;
    }
    LocalDate date = RosterDate.parse(text);
    if (known.size() < MOST_REMEMBERED) {
      known.put(text, date);
    }
    return date;
  }

  /** Complains where the last day is before the first. */
  static void checkOrder(Period period, int column, RowProblems problems) {
    if (period.isBackwards()) {
      problems.add(
          column,
          "the last day, "
              + period.end().orElseThrow()
              + ", is before the first, "
              + period.start().orElseThrow(),
          "correct one of them");
    }
  }

  /** A first and a last day, each of which may be missing. */
  record Period(Optional<LocalDate> start, Optional<LocalDate> end) {

    boolean isBackwards() {
      return start.isPresent() && end.isPresent() && end.get().isBefore(start.get());
    }

    Terms.Phase on(LocalDate today) {
      if (end.isPresent() && today.isAfter(end.get())) {
        return Terms.Phase.ENDED;
      }
      return start.isPresent() && today.isBefore(start.get()) ? Terms.Phase.LATER : Terms.Phase.NOW;
    }
  }
}
