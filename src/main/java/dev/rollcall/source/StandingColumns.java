package dev.rollcall.source;

import dev.rollcall.model.Nearest;
import dev.rollcall.model.Place;
import dev.rollcall.model.Status;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reads status word and dates of a row: the word "left" wins, then the last day of access, then the
 * first.
 */
final class StandingColumns {

  private static final int LONGEST_WORD = 100;
  private static final int MOST_REMEMBERED = 2_000;

  private final Place place;
  private final StatusWords words;
  private final Optional<KnownLayout> layout;
  private final LocalDate today;
  private final Optional<Feed> status;
  private final Optional<Feed> startsOn;
  private final Optional<Feed> endsOn;
  private final Map<String, Optional<Status>> meanings = new HashMap<>();
  private final Map<String, LocalDate> dates = new HashMap<>();

  StandingColumns(Columns columns, RowMapping mapping, Place place) {
    this.place = place;
    this.words = mapping.status();
    this.layout = columns.statusLayout();
    this.today = mapping.today();
    this.status = columns.one(RosterField.STATUS);
    this.startsOn = columns.one(RosterField.STARTS_ON);
    this.endsOn = columns.one(RosterField.ENDS_ON);
  }

  /** Where the person stands; meaningless where problems were added. */
  Standing read(Row row, RowProblems problems) {
    Optional<Status> word = status.flatMap(feed -> word(feed, row, problems));
    Optional<LocalDate> start = startsOn.flatMap(feed -> date(feed, row, problems));
    Optional<LocalDate> end = endsOn.flatMap(feed -> date(feed, row, problems));
    if (start.isPresent() && end.isPresent() && end.get().isBefore(start.get())) {
      problems.add(
          column(endsOn),
          "the last day, " + end.get() + ", is before the first, " + start.get(),
          "correct one of them");
    }
    if (word.equals(Optional.of(Status.LEFT))) {
      return Standing.of(Status.LEFT, place, row, column(status));
    }
    if (end.isPresent() && today.isAfter(end.get())) {
      return Standing.of(Status.LEFT, place, row, column(endsOn));
    }
    if (start.isPresent() && today.isBefore(start.get())) {
      return Standing.of(Status.FUTURE, place, row, column(startsOn));
    }
    return Standing.of(Status.ACTIVE, place, row, column(status));
  }

  private static int column(Optional<Feed> feed) {
    return feed.map(Feed::column).orElse(-1);
  }

  private Optional<Status> word(Feed feed, Row row, RowProblems problems) {
    String text = Cells.oneLine(feed.text(row));
    if (text.isEmpty()
        && layout.filter(known -> known.has(KnownLayout.Trait.BLANK_IS_ACTIVE)).isPresent()) {
      return Optional.of(Status.ACTIVE);
    }
    if (text.isEmpty()) {
      problems.add(feed.column(), "the status is blank", "write " + example());
      return Optional.empty();
    }
    Optional<Status> meaning = meaning(text, feed);
    if (meaning.isEmpty()) {
      problems.add(
          feed.column(),
          Cells.quoted(text) + " is no status we know",
          Nearest.remedy(Cells.shortened(text), words.known())
              + ", or list the word under status:");
    }
    return meaning;
  }

  private Optional<Status> meaning(String text, Feed feed) {
    if (text.length() > LONGEST_WORD) {
      return Optional.empty();
    }
    Optional<Status> known = meanings.get(text);
    if (known != null) {
      return known;
    }
    Optional<Status> meaning =
        words.meaning(text, header(feed)).or(() -> layout.flatMap(own -> own.meaning(text, words)));
    if (meanings.size() < MOST_REMEMBERED) {
      meanings.put(text, meaning);
    }
    return meaning;
  }

  private String header(Feed feed) {
    return place.columns().get(feed.column());
  }

  private String example() {
    return String.join(" or ", words.known().stream().limit(3).toList());
  }

  private Optional<LocalDate> date(Feed feed, Row row, RowProblems problems) {
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
      problems.add(feed.column(), e.getMessage(), "write it as YYYY-MM-DD");
      return Optional.empty();
    }
  }

  private LocalDate remembered(String text) {
    LocalDate known = dates.get(text);
    if (known != null) {
      return known;
    }
    LocalDate date = RosterDate.parse(text);
    if (dates.size() < MOST_REMEMBERED) {
      dates.put(text, date);
    }
    return date;
  }
}
