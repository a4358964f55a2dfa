package dev.rollcall.target.workato;

import dev.rollcall.target.http.Tried;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * All rows of a list that comes in pages, each once.
 *
 * @param complete whether the server's total proves that none is missing
 */
record Paged<T>(List<T> rows, boolean complete) {

  /**
   * Reads page after page. The order of rows is not promised, so a list that changes meanwhile may
   * lose some between two pages: where the count does not fit, everything is read a second time.
   *
   * @param value what was read, or the end of the run
   */
  static <T> Paged<T> read(
      IntFunction<Tried<Listing<T>>> page,
      Function<Tried<Listing<T>>, Listing<T>> value,
      Function<T, String> key) {
    Paged<T> first = once(page, value, key);
    return first.complete() ? first : once(page, value, key);
  }

  private static <T> Paged<T> once(
      IntFunction<Tried<Listing<T>>> page,
      Function<Tried<Listing<T>>, Listing<T>> value,
      Function<T, String> key) {
    Map<String, T> rows = new LinkedHashMap<>();
    int total = -1;
    for (int number = 1; ; number++) {
      Listing<T> listing = value.apply(page.apply(number));
      int before = rows.size();
      listing.rows().forEach(row -> rows.putIfAbsent(key.apply(row), row));
      total = listing.total().orElse(-1);
      boolean nothingNew = rows.size() == before;
      boolean last = total >= 0 ? rows.size() >= total : listing.rows().size() < WorkatoApi.PAGE;
      if (last || nothingNew) {
        return new Paged<>(List.copyOf(rows.values()), total == rows.size());
      }
    }
  }

  /** The same for lists without a total: a page that is not full is the last. */
  static <T> Paged<T> untilShort(
      IntFunction<Tried<Listing<T>>> page,
      Function<Tried<Listing<T>>, Listing<T>> value,
      Function<T, String> key) {
    return new Paged<>(once(page, value, key).rows(), true);
  }
}
