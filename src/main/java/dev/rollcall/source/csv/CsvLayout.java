package dev.rollcall.source.csv;

import dev.rollcall.source.Row;
import dev.rollcall.source.columns.HeaderSearch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * The layout of a CSV file: how its columns are separated, and where its table begins.
 *
 * @param rowsAbove how many rows, blank ones not counted, stand above the header
 * @param remarks where that is worth knowing
 */
record CsvLayout(char delimiter, int rowsAbove, List<String> remarks) {

  private static final List<Character> USUAL = List.of(',', ';', '\t', '|');

  /** The first rows as one delimiter has them, and the header among them. */
  private record Reading(char delimiter, List<Row> rows, OptionalInt header) {

    static Reading of(TextSample sample, char delimiter, HeaderSearch search) {
      List<Row> rows = sample.rows(delimiter);
      return new Reading(delimiter, rows, search.find(rows.stream().map(Row::cells).toList()));
    }

    int columns() {
      return header.isPresent() ? rows.get(header.getAsInt()).cells().size() : 0;
    }
  }

  /**
   * Finds it: the delimiter that shows a known header, with the most columns; where none does, the
   * one that is most frequent in the first row.
   */
  static CsvLayout of(TextSample sample, CsvSettings settings) {
    Reading reading = reading(sample, settings);
    List<String> remarks = new ArrayList<>();
    if (reading.delimiter() != ',') {
      remarks.add("columns are separated by " + delimiterName(reading.delimiter()));
    }
    Preamble preamble = Preamble.of(reading.rows(), reading.header());
    preamble.check(settings.label());
    preamble.remark().ifPresent(remarks::add);
    return new CsvLayout(reading.delimiter(), preamble.size(), List.copyOf(remarks));
  }

  private static Reading reading(TextSample sample, CsvSettings settings) {
    Optional<Character> known = settings.delimiter().or(() -> said(sample.text()));
    if (known.isPresent()) {
      return Reading.of(sample, known.get(), settings.search());
    }
    char frequent = mostFrequent(sample.text());
    Reading best = Reading.of(sample, frequent, settings.search());
    for (char delimiter : USUAL) {
      // By one that does not occur, every row is a single cell.
      boolean mayBeWider = sample.text().indexOf(delimiter) >= 0 || best.columns() == 0;
      if (delimiter != frequent && mayBeWider) {
        Reading reading = Reading.of(sample, delimiter, settings.search());
        best = reading.columns() > best.columns() ? reading : best;
      }
    }
    return best;
  }

  /** What a first line {@code sep=;} says, with or without quotes. */
  private static Optional<Character> said(String start) {
    String line = firstLine(start);
    String bare =
        line.startsWith("\"") && line.endsWith("\"") && line.length() > 1
            ? line.substring(1, line.length() - 1)
            : line;
    return bare.length() == 5 && bare.regionMatches(true, 0, "sep=", 0, 4) && bare.charAt(4) != '"'
        ? Optional.of(bare.charAt(4))
        : Optional.empty();
  }

  private static String firstLine(String text) {
    try (Stream<String> lines = text.lines()) {
      return lines.findFirst().orElse("");
    }
  }

  /** The usual delimiter that stands most often outside quotes in the first row. */
  private static char mostFrequent(String table) {
    int[] counts = new int[USUAL.size()];
    boolean quoted = false;
    boolean blank = true;
    for (int i = 0; i < table.length(); i++) {
      char c = table.charAt(i);
      if (!quoted && !blank && (c == '\n' || c == '\r')) {
        break;
      }
      quoted ^= c == '"';
      blank &= Character.isWhitespace(c);
      int which = USUAL.indexOf(c);
      if (which >= 0 && !quoted) {
        counts[which]++;
      }
    }
    int best = 0;
    for (int which = 1; which < counts.length; which++) {
      best = counts[which] > counts[best] ? which : best;
    }
    return USUAL.get(best);
  }

  /** How a delimiter is called. */
  private static String delimiterName(char delimiter) {
    return switch (delimiter) {
      case ';' -> "semicolons";
      case '\t' -> "tabs";
      case '|' -> "pipes";
      default -> "\"" + delimiter + "\"";
    };
  }
}
