package dev.rollcall.source.mapping;

import dev.rollcall.source.Row;
import dev.rollcall.source.columns.CellText;
import dev.rollcall.source.columns.DateMeaning;
import dev.rollcall.source.columns.DateReader;
import dev.rollcall.source.columns.DateStyle;
import dev.rollcall.source.columns.FieldReader;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The date cells of a source: the one place where a cell becomes a day. */
final class DateCells {

  /** What a day is for. */
  enum Use {
    /** The first day. */
    START,
    /** The last day. */
    END,
    /** A day that rules compare. */
    ATTRIBUTE
  }

  /** The last year that can be written: programs use it for an end that never comes. */
  private static final int NEVER = 9999;

  /** Days from which programs count: what they write where there is no day. */
  private static final Set<LocalDate> ZEROS =
      Set.of(LocalDate.of(1900, 1, 1), LocalDate.of(1900, 1, 2), LocalDate.of(1970, 1, 1));

  private final DateReader dates;
  private final List<String> headers;
  private final Map<Integer, DateColumn> columns = new TreeMap<>();

  /** Those of a source with these headers. */
  DateCells(DateStyle style, List<String> headers) {
    this.dates = new DateReader(style);
    this.headers = headers;
  }

  /**
   * The date; empty where the cell is blank, where a problem was added, or where the row has to
   * wait until the column is settled.
   */
  Optional<LocalDate> read(Optional<FieldReader> feed, Use use, Row row, RowProblems problems) {
    return feed.isEmpty() ? Optional.empty() : read(feed.get(), use, row, problems);
  }

  private Optional<LocalDate> read(FieldReader feed, Use use, Row row, RowProblems problems) {
    String text = CellText.oneLine(feed.text(row));
    if (text.isEmpty()) {
      return Optional.empty();
    }
    DateColumn column = columns.computeIfAbsent(feed.column(), this::column);
    if (isEndless(text, use)) {
      column.count(text);
      return Optional.empty();
    }
    DateMeaning read = column.read(text, row.line());
    if (read instanceof DateMeaning.Wrong wrong) {
      problems.add(feed.column(), wrong.what(), wrong.remedy());
    }
    if (read instanceof DateMeaning.Either) {
      problems.leaveOpen();
    }
    if (!(read instanceof DateMeaning.Day day)) {
      return Optional.empty();
    }
    if (use == Use.END && day.date().getYear() == NEVER) {
      column.count(text);
      return Optional.empty();
    }
    if (use == Use.END && ZEROS.contains(day.date())) {
      problems.add(
          feed.column(),
          CellText.quoted(text)
              + " could stand for no end at all, for programs count from that day",
          "leave it blank, or list it under blank:, if it means none");
      return Optional.empty();
    }
    return Optional.of(day.date());
  }

  private DateColumn column(int column) {
    return new DateColumn(dates, headers.get(column));
  }

  /** How databases say that something never began, or never ends. */
  private static boolean isEndless(String text, Use use) {
    String word = text.toLowerCase(Locale.ROOT);
    return use == Use.END && word.equals("infinity")
        || use == Use.START && word.equals("-infinity");
  }

  /** All rows were seen once: from now on nothing stays open. Tells what was noticed. */
  List<String> settle() {
    return columns.values().stream().flatMap(column -> column.settle().stream()).toList();
  }

  /** Complains where the last day is before the first. */
  static void checkOrder(Period period, int column, RowProblems problems) {
    if (period.isBackwards()) {
      problems.add(
          column,
          "the last day, %s, is before the first, %s"
              .formatted(period.end().orElseThrow(), period.start().orElseThrow()),
          "correct one of them");
    }
  }

  /** A first and a last day, each of which may be missing. */
  record Period(Optional<LocalDate> start, Optional<LocalDate> end) {

    boolean isBackwards() {
      return start.isPresent() && end.isPresent() && end.get().isBefore(start.get());
    }

    Validity.Phase on(LocalDate today) {
      if (end.isPresent() && today.isAfter(end.get())) {
        return Validity.Phase.ENDED;
      }
      return start.isPresent() && today.isBefore(start.get())
          ? Validity.Phase.LATER
          : Validity.Phase.NOW;
    }
  }
}
