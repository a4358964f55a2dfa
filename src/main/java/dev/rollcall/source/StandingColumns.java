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
  private final Dates dates;
  private final Map<LocalDate, Terms> terms = new HashMap<>();

  StandingColumns(Columns columns, RowMapping mapping, Place place, Dates dates) {
    this.place = place;
    this.dates = dates;
    this.words = mapping.status();
    this.layout = columns.statusLayout();
    this.today = mapping.today();
    this.status = columns.one(RosterField.STATUS);
    // In a row of assignments the dates bound the assignment, not the person.
    boolean isPerson = mapping.shape() == Shape.PEOPLE;
    this.startsOn = isPerson ? columns.one(RosterField.STARTS_ON) : Optional.empty();
    this.endsOn = isPerson ? columns.one(RosterField.ENDS_ON) : Optional.empty();
  }

  /** Where the person stands; meaningless where problems were added. */
  Standing read(Row row, RowProblems problems) {
    Optional<Status> word = status.flatMap(feed -> word(feed, row, problems));
    Dates.Period period =
        new Dates.Period(
            dates.read(startsOn, Dates.Use.START, row, problems),
            dates.read(endsOn, Dates.Use.END, row, problems));
    Dates.checkOrder(period, column(endsOn), problems);
    if (word.equals(Optional.of(Status.LEFT))) {
      return Standing.of(Status.LEFT, column(status));
    }
    return switch (period.on(today)) {
      case ENDED -> Standing.of(Status.LEFT, column(endsOn));
      case LATER -> Standing.of(Status.FUTURE, column(startsOn));
      default -> Standing.of(Status.ACTIVE, column(status)).on(terms(period));
    };
  }

  private Terms terms(Dates.Period period) {
    return period
        .end()
        .map(end -> terms.computeIfAbsent(end, day -> Terms.until(day, column(endsOn))))
        .orElse(Terms.ALWAYS);
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
      problems.add(feed.column(), Cells.quoted(text) + " is no status we know", remedy(text));
    }
    return meaning;
  }

  private String remedy(String text) {
    String nearest = Nearest.remedy(Cells.shortened(text), words.known());
    return nearest
        + (nearest.endsWith("?") ? " Otherwise list" : ", or list")
        + " the word under status:";
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
}
