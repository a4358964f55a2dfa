package dev.rollcall.starter;

import dev.rollcall.source.Row;
import dev.rollcall.source.columns.PersonName;
import dev.rollcall.source.columns.RecognisedColumns;
import java.util.List;
import java.util.Optional;

/**
 * Which columns make up a name.
 *
 * @param all the headers of all columns
 */
record NameChoice(RecognisedColumns recognised, List<String> all, List<Row> rows) {

  /** The one with the whole name, or those of the first and the last; none where there is none. */
  List<String> headers() {
    Optional<String> whole = header("name");
    Optional<String> first = header("first-name");
    Optional<String> last = header("last-name");
    boolean isLast =
        whole.isPresent() && first.isPresent() && last.isEmpty() && lacks(whole.get(), first.get());
    if (first.isPresent() && (isLast || whole.isEmpty() && last.isPresent())) {
      return List.of(first.get(), isLast ? whole.get() : last.get());
    }
    return whole.or(() -> first).or(() -> last).stream().toList();
  }

  /** First and last name as one. */
  static String template(String first, String family) {
    return PersonName.isEastAsian(first.strip()) && PersonName.isEastAsian(family.strip())
        ? "{" + family + "}{" + first + "}"
        : "{" + first + "} {" + family + "}";
  }

  private Optional<String> header(String field) {
    return recognised.fields().getOrDefault(field, List.of()).stream().findFirst();
  }

  /** Whether the column "Name" beside a first name is about the last. */
  private boolean lacks(String whole, String first) {
    int name = all.indexOf(whole);
    int given = all.indexOf(first);
    long both = rows.stream().filter(row -> speaksOf(row, name, given)).count();
    return both * 2 < rows.size();
  }

  private static boolean speaksOf(Row row, int name, int given) {
    int last = Math.max(name, given);
    return last >= row.cells().size()
        || PersonName.speaksOf(row.cells().get(name), row.cells().get(given).strip());
  }
}
