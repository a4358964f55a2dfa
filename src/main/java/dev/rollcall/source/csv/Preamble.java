package dev.rollcall.source.csv;

import static java.util.stream.Collectors.joining;

import dev.rollcall.source.Row;
import dev.rollcall.source.UnreadableSource;
import dev.rollcall.source.columns.Addresses;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * The rows above the header: titles, notes, settings of other programs.
 *
 * @param above those rows
 * @param header the header below them; empty where there is nothing but them
 */
record Preamble(List<Row> above, Optional<Row> header) {

  private static final int LONGEST_QUOTE = 60;
  private static final int MOST_QUOTED = 3;

  /** Excel's line {@code sep=;}, and the line {@code version:v1.0} of Entra's templates. */
  private static final Pattern SETTING = Pattern.compile("(?i)sep=.?|version:\\s*\\S+");

  Preamble {
    above = List.copyOf(above);
  }

  /**
   * What stands above a header; where none is known, only what can be no header.
   *
   * @param rows the first rows of a file
   */
  static Preamble of(List<Row> rows, OptionalInt header) {
    int size = header.orElse(0);
    while (header.isEmpty() && size < rows.size() && isSetting(rows.get(size))) {
      size++;
    }
    return new Preamble(rows.subList(0, size), rows.stream().skip(size).findFirst());
  }

  private static boolean isSetting(Row row) {
    List<String> filled = filled(row);
    return filled.size() == 1 && SETTING.matcher(filled.get(0)).matches();
  }

  private static List<String> filled(Row row) {
    return row.cells().stream().map(String::strip).filter(cell -> !cell.isEmpty()).toList();
  }

  int size() {
    return above.size();
  }

  /**
   * Returns where nobody would be lost.
   *
   * @throws UnreadableSource where one of the rows looks like a person's
   */
  void check(String label) {
    int width = header.map(row -> filled(row).size()).orElse(0);
    above.stream()
        .filter(
            row ->
                2 * filled(row).size() > width
                    && filled(row).stream().anyMatch(Addresses::isReadable))
        .findFirst()
        .ifPresent(
            row -> {
              throw new UnreadableSource(
                  label + ":" + row.line(),
                  "this row has an address and stands above the header in line "
                      + header.map(Row::line).orElse(0),
                  "move it below the header, or remove it");
            });
  }

  /** What is skipped, in the words of the file; empty where only settings are. */
  Optional<String> remark() {
    List<Row> told = above.stream().filter(row -> !isSetting(row)).toList();
    if (told.isEmpty() || header.isEmpty()) {
      return Optional.empty();
    }
    String quoted = told.stream().limit(MOST_QUOTED).map(Preamble::quoted).collect(joining(", "));
    return Optional.of(
        "the header is in line %s; what stands above it is skipped: %s%s"
            .formatted(header.get().line(), quoted, told.size() > MOST_QUOTED ? " and more" : ""));
  }

  private static String quoted(Row row) {
    String text = String.join(" ", filled(row)).replaceAll("\\s+", " ");
    return '"'
        + (text.length() > LONGEST_QUOTE ? text.substring(0, LONGEST_QUOTE - 1) + "…" : text)
        + '"';
  }
}
