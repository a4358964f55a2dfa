package dev.rollcall.tenant.workato;

import dev.rollcall.tenant.TenantUnavailable;
import dev.rollcall.tenant.careful.ListSize;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * All rows of a list that comes in pages, each once.
 *
 * @param complete whether the server's total proves that none is missing
 * @param page how many rows a page holds, as far as was seen
 */
record PagedList<T>(List<T> rows, boolean complete, int page) {

  /** A list of more pages never ends: 200,000 rows. */
  static final int MOST_PAGES = 2_000;

  /** So many pages more than the first one's total promises; rows may come up meanwhile. */
  private static final int MORE_PAGES = 10;

  /**
   * Where pages come from.
   *
   * @param what the list is called in messages
   * @param page reads one of them, or ends the run
   */
  record Pages<T>(String what, IntFunction<ListPage<T>> page, Function<T, ?> key) {}

  /** How long it is. */
  ListSize size() {
    return new ListSize(rows.size(), page);
  }

  /**
   * Reads page after page. The order of rows is not promised, so a list that changes meanwhile may
   * lose some between two pages: where the count does not fit, everything is read a second time.
   */
  static <T> PagedList<T> read(Pages<T> pages) {
    PagedList<T> first = once(pages);
    return first.complete() ? first : once(pages);
  }

  private static <T> PagedList<T> once(Pages<T> pages) {
    Map<Object, T> rows = new LinkedHashMap<>();
    int most = MOST_PAGES;
    int page = WorkatoApi.PAGE;
    for (int number = 1; number <= most; number++) {
      ListPage<T> listing = pages.page().apply(number);
      int before = rows.size();
      listing.rows().forEach(row -> rows.putIfAbsent(pages.key().apply(row), row));
      int total = listing.total().orElse(-1);
      most = number == 1 ? promised(listing) : most;
      page = number == 1 ? Math.max(1, listing.rows().size()) : page;
      boolean nothingNew = rows.size() == before;
      boolean last = total >= 0 ? rows.size() >= total : listing.rows().size() < WorkatoApi.PAGE;
      if (last || nothingNew) {
        return new PagedList<>(
            List.copyOf(rows.values()), total == rows.size(), number == 1 ? WorkatoApi.PAGE : page);
      }
    }
    throw endless(pages.what());
  }

  /** Pages may be smaller than asked for, but not for ever. */
  private static int promised(ListPage<?> first) {
    int size = Math.max(1, Math.min(first.rows().size(), WorkatoApi.PAGE));
    return first.total().isEmpty()
        ? MOST_PAGES
        : (int) Math.min(MOST_PAGES, 2L * first.total().getAsInt() / size + MORE_PAGES);
  }

  /** What to say of a list that goes on and on. */
  static TenantUnavailable endless(String what) {
    return new TenantUnavailable(
        "the list of " + what + " does not end: it always has another page");
  }

  /** The same for lists without a total: a page that is not full is the last. */
  static <T> PagedList<T> untilShort(Pages<T> pages) {
    PagedList<T> all = once(pages);
    return new PagedList<>(all.rows(), true, all.page());
  }
}
