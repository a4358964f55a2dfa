package dev.rollcall.source.mapping;

import dev.rollcall.model.Place;
import dev.rollcall.source.Row;
import dev.rollcall.source.columns.CellText;
import dev.rollcall.source.columns.Columns;
import dev.rollcall.source.columns.FieldReader;
import dev.rollcall.source.columns.RosterField;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The footer of a table: the lines at its end that count or sign, and are about nobody. Which lines
 * are the last is known when all rows were seen, so that those that may close are to wait until
 * then.
 */
final class FooterRows {

  /** More lines than these that nobody can be found by are no end of a table. */
  private static final int MOST = 10;

  private static final int MOST_CELLS = 4;
  private static final int SENTENCE = 4;

  /** An address without its sign. */
  private static final Pattern MISSPELT = Pattern.compile("\\p{L}\\.\\p{L}{2,}|[(\\[{]at[)\\]}]");

  private final Place place;
  private final int[] addresses;
  private final BitSet names;
  private final BitSet ids;
  private final BitSet fields = new BitSet();
  private final List<Candidate> candidates = new ArrayList<>();
  private final BitSet closing = new BitSet();
  private Optional<Row> before = Optional.empty();
  private boolean isAfterGap;
  private boolean isSettled;

  /** Whether a line may be one of the last. */
  private enum Sort {
    /** It is about somebody, or about who knows whom. */
    ORDINARY,
    /** A lone name where an address should be: it signs below a blank line. */
    MAY_SIGN,
    /** A lone name where one belongs: it only signs where other lines close the table. */
    MAY_BE_SOMEBODY,
    /** Nobody. */
    CLOSING
  }

  /**
   * A line since the last ordinary one.
   *
   * @param isBelowGap a blank line stands somewhere between
   */
  private record Candidate(int line, Sort sort, boolean isBelowGap) {}

  FooterRows(Columns columns) {
    this.place = columns.profile().place();
    this.addresses = columns.one(RosterField.EMAIL).map(FieldReader::columns).orElse(new int[0]);
    this.names = columns(columns, RosterField.NAME, RosterField.FIRST_NAME, RosterField.LAST_NAME);
    this.ids = columns(columns, RosterField.EMPLOYEE_ID);
    columns.used().forEach(fields::set);
  }

  private static BitSet columns(Columns columns, RosterField... fields) {
    BitSet all = new BitSet();
    Stream.of(fields)
        .flatMap(field -> columns.all(field).stream())
        .forEach(feed -> IntStream.of(feed.columns()).forEach(all::set));
    return all;
  }

  /** Whether the row waits until all were seen; each row is to be asked for once before. */
  boolean isToWait(Row row) {
    if (isSettled) {
      return false;
    }
    Sort sort = sort(row);
    isAfterGap = (isAfterGap && !candidates.isEmpty()) || isBelowGap(row);
    before = Optional.of(row);
    if (sort == Sort.ORDINARY) {
      candidates.clear();
      isAfterGap = false;
    } else if (candidates.size() <= MOST) {
      candidates.add(new Candidate(row.line(), sort, isAfterGap));
    }
    return sort != Sort.ORDINARY;
  }

  /** Only where lines are missing need be known how many the row before takes. */
  private boolean isBelowGap(Row row) {
    int missing = row.line() - before.map(Row::line).orElse(-1) - 1;
    return missing > 0 && missing > before.map(FooterRows::lineBreaks).orElse(0);
  }

  private static int lineBreaks(Row row) {
    int count = 0;
    for (String cell : row.cells()) {
      count += CellText.hasLineBreak(cell) ? (int) cell.lines().count() : 0;
    }
    return count;
  }

  /** All rows were seen: from now on it is known which lines are the last. */
  void settle() {
    isSettled = true;
    if (candidates.size() > MOST) {
      return;
    }
    boolean closesAnywhere = candidates.stream().anyMatch(each -> each.sort() == Sort.CLOSING);
    boolean isClosed = false;
    for (Candidate candidate : candidates) {
      boolean isParted =
          candidate.isBelowGap() && (closesAnywhere || candidate.sort() == Sort.MAY_SIGN);
      isClosed |= candidate.sort() == Sort.CLOSING || isParted;
      closing.set(candidate.line(), isClosed);
    }
  }

  /** The text of a line that closes the table; empty where it does not. */
  Optional<String> closing(Row row) {
    return closing.get(row.line())
        ? Optional.of(String.join(" ", filled(row).stream().map(Filled::text).toList()))
        : Optional.empty();
  }

  /** Rows of a query have no end, and what is flawed is told as that. */
  private Sort sort(Row row) {
    if (place.style() == Place.Style.ROW || !row.flaws().isEmpty() || hasAddress(row)) {
      return Sort.ORDINARY;
    }
    List<Filled> filled = filled(row);
    if (isClosing(filled)) {
      return Sort.CLOSING;
    }
    return filled.size() == 1 ? sort(filled.get(0)) : Sort.ORDINARY;
  }

  private Sort sort(Filled lone) {
    if (place.columns().size() < 3
        || lone.text().indexOf(' ') < 0
        || lone.read().kind() != FooterText.Kind.NAME) {
      return Sort.ORDINARY;
    }
    if (names.get(lone.column())) {
      return Sort.MAY_BE_SOMEBODY;
    }
    return isKey(lone) && !ids.get(lone.column()) ? Sort.MAY_SIGN : Sort.ORDINARY;
  }

  /** Nearly every row has an address, which is seen at once. */
  private boolean hasAddress(Row row) {
    for (int column : addresses) {
      String cell = row.cell(column).strip();
      if (cell.indexOf('@') > 0 && (cell.indexOf(' ') < 0 || !FooterText.isAround(cell))) {
        return true;
      }
    }
    return false;
  }

  /** A cell that is not blank. */
  private record Filled(int column, String text, FooterText read) {}

  private static List<Filled> filled(Row row) {
    return IntStream.range(0, row.cells().size())
        .filter(column -> !CellText.oneLine(row.cells().get(column)).isEmpty())
        .mapToObj(column -> filled(column, CellText.oneLine(row.cells().get(column))))
        .toList();
  }

  private static Filled filled(int column, String text) {
    return new Filled(column, text, FooterText.of(text));
  }

  private boolean isClosing(List<Filled> filled) {
    if (filled.isEmpty()) {
      return false;
    }
    if (filled.size() == 1) {
      return isLoneClosing(filled.get(0));
    }
    return isLed(filled) || isOneText(filled) || isOfNumbers(filled);
  }

  /** {@code Total,,,120}: the first cell says what the others are. */
  private boolean isLed(List<Filled> filled) {
    Filled first = filled.get(0);
    boolean isSigned = first.read().kind() == FooterText.Kind.SIGNATURE;
    return closes(first)
        && filled.stream()
            .skip(1)
            .allMatch(
                cell ->
                    cell.read().isBare()
                        || filled.size() <= MOST_CELLS && (isSigned || goesWith(cell)));
  }

  private boolean goesWith(Filled cell) {
    return closes(cell) || !isKey(cell) && !fields.get(cell.column());
  }

  /** {@code 5,records found}: what stands in one cell elsewhere. */
  private boolean isOneText(List<Filled> filled) {
    boolean isId = ids.get(filled.get(0).column());
    String text = String.join(" ", filled.stream().map(Filled::text).toList());
    return filled.size() < MOST_CELLS && !isId && FooterText.of(text).closesAmongNames();
  }

  /** Sums below columns; lines below all of them. */
  private boolean isOfNumbers(List<Filled> filled) {
    return filled.stream().allMatch(cell -> cell.read().isBare())
        && filled.stream()
            .allMatch(cell -> !isKey(cell) || cell.read().kind() == FooterText.Kind.DECORATION);
  }

  private boolean isLoneClosing(Filled cell) {
    if (closes(cell)) {
      return true;
    }
    FooterText read = cell.read();
    if (place.columns().size() < 2) {
      return false;
    }
    if (cell.text().indexOf('@') >= 0) {
      return FooterText.isAround(cell.text());
    }
    if (isNameOrId(cell)) {
      return names.get(cell.column()) && read.isPhrase(SENTENCE);
    }
    boolean isAddress = isKey(cell);
    if (read.kind() == FooterText.Kind.NUMBER) {
      return true;
    }
    return isAddress
        ? read.isPhrase(2) && !MISSPELT.matcher(cell.text()).find()
        : !fields.get(cell.column()) || read.isPhrase(SENTENCE);
  }

  private boolean closes(Filled cell) {
    return isNameOrId(cell) ? cell.read().closesAmongNames() : cell.read().closes();
  }

  private boolean isNameOrId(Filled cell) {
    return names.get(cell.column()) || ids.get(cell.column());
  }

  private boolean isKey(Filled cell) {
    return isNameOrId(cell) || IntStream.of(addresses).anyMatch(at -> at == cell.column());
  }
}
