package dev.rollcall.source.mapping;

import dev.rollcall.model.Email;
import dev.rollcall.model.Profile;
import dev.rollcall.source.Row;
import dev.rollcall.source.columns.Addresses;
import dev.rollcall.source.columns.CellText;
import dev.rollcall.source.columns.Columns;
import dev.rollcall.source.columns.FieldReader;
import dev.rollcall.source.columns.PersonName;
import dev.rollcall.source.columns.RosterField;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The columns with a person's name: the full name, else first and last name. An address is no name,
 * and neither is what somebody signs in with.
 */
final class NameColumns {

  /** What nobody is called: {@code jdoe42}, {@code jane.doe}, {@code jane_doe}. */
  private static final Pattern HANDLE = Pattern.compile("(?=\\S*[\\d_.\\\\/@])[a-z0-9_.\\\\/@-]+");

  private final Optional<FieldReader> name;
  private final Optional<FieldReader> first;
  private final Optional<FieldReader> last;

  /** The lines with names that are none; a row may be read twice. */
  private final BitSet handles = new BitSet();

  NameColumns(Columns columns) {
    this.name = columns.one(RosterField.NAME);
    this.first = columns.one(RosterField.FIRST_NAME);
    this.last = columns.one(RosterField.LAST_NAME);
  }

  /** The name; empty where the row has none. */
  String read(Row row, Optional<Email> email, RowProblems problems) {
    String full = nameOf(read(name, row, problems), email, row);
    String given = read(first, row, problems);
    if (full.isEmpty() || isOnlyTheLast(full, given)) {
      String family = full.isEmpty() ? read(last, row, problems) : full;
      return nameOf(joined(given, family), email, row);
    }
    return full;
  }

  /** Given and family name, where columns of their own tell both and the full name does not. */
  Optional<Profile> parts(Row row, String full) {
    if (full.isEmpty() || first.isEmpty() || last.isEmpty()) {
      return Optional.empty();
    }
    Profile byName = Profile.of(full);
    Profile told =
        byName.called(
            CellText.oneLine(first.get().text(row)), CellText.oneLine(last.get().text(row)));
    boolean isByName = told.given().equals(byName.given()) && told.family().equals(byName.family());
    return isByName ? Optional.empty() : Optional.of(told);
  }

  /** In East Asia the family comes first. */
  private static String joined(String given, String family) {
    return PersonName.isEastAsian(given) && PersonName.isEastAsian(family)
        ? family + given
        : (given + " " + family).strip();
  }

  /** Beside a first name, a column "Name" without it holds the last name. */
  private boolean isOnlyTheLast(String full, String given) {
    return last.isEmpty()
        && !given.isEmpty()
        && !full.isEmpty()
        && !PersonName.speaksOf(full, given);
  }

  private String nameOf(String text, Optional<Email> email, Row row) {
    boolean isHandle =
        Addresses.looksLikeOne(text)
            || text.indexOf(' ') < 0
                && (HANDLE.matcher(text).matches() || isLocalPart(text, email));
    if (isHandle) {
      handles.set(row.line());
    }
    return isHandle ? "" : text;
  }

  /** {@code jdoe} of jdoe@example.com; people called Ana are written with a capital letter. */
  private static boolean isLocalPart(String text, Optional<Email> email) {
    return email
        .map(Email::address)
        .filter(address -> address.startsWith(text + "@"))
        .filter(address -> text.equals(text.toLowerCase(Locale.ROOT)))
        .isPresent();
  }

  /** Of names that are none. */
  List<String> remarks() {
    int count = handles.cardinality();
    return count == 0
        ? List.of()
        : List.of(
            count
                + (count == 1
                    ? " name is an address or a handle"
                    : " names are addresses or handles")
                + ", and not read as a name");
  }

  /** A name with line breaks and an address in it has swallowed the rows that follow. */
  private static String read(Optional<FieldReader> feed, Row row, RowProblems problems) {
    if (feed.isEmpty()) {
      return "";
    }
    String text = feed.get().text(row);
    if (CellText.hasLineBreak(text) && text.indexOf('@') >= 0) {
      problems.addUnsure(
          feed.get().column(),
          "the cell holds more than a name, probably other rows",
          "close the quote that is open in this row");
    }
    return CellText.oneLine(text);
  }
}
