package dev.rollcall.tenant.scim;

import dev.rollcall.tenant.AccessRefused;
import dev.rollcall.tenant.TenantUnavailable;
import dev.rollcall.tenant.http.FinishedCall;
import dev.rollcall.tenant.scim.ScimApi.Resources;
import dev.rollcall.tenant.scim.ScimProfile.PagingStyle;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;

/**
 * Lists that come in pages, read whole: by index as far as entries really came, or by cursor, and
 * whichever of both the provider turns out to have. Each entry is kept once.
 */
record ResourcePages(ScimApi api, ScimAccess access, ListReading reading) {

  private static final int MOST_PAGES = 50_000;

  /** What tells a list, of which whoever has nothing to list may leave out some. */
  private static final List<String> LIST =
      List.of("schemas", "totalResults", "Resources", "itemsPerPage");

  /** How lists are read. */
  record ListReading(int pageSize, PagingStyle style) {}

  /** Where a page begins. */
  private record From(int index, Optional<String> cursor, boolean isFirst) {

    static From start(PagingStyle style) {
      return new From(1, style == PagingStyle.CURSOR ? Optional.of("") : Optional.empty(), true);
    }

    String query() {
      return cursor
          .map(each -> "cursor=" + FilterText.encoded(each))
          .orElseGet(() -> "startIndex=" + index);
    }
  }

  /**
   * All that are there, each as the function reads it.
   *
   * @throws QueryRefused where a query is refused
   */
  <T> List<T> all(Resources resources, String query, Function<ScimAttributes, T> row) {
    Map<String, T> once = new LinkedHashMap<>();
    OptionalInt total = read(resources, query, row, once);
    if (total.isPresent() && once.size() < total.getAsInt()) {
      // Entries may have moved from one page to another meanwhile.
      total = read(resources, query, row, once);
    }
    if (total.isPresent() && once.size() < total.getAsInt()) {
      throw new TenantUnavailable(
          "the list of %s is incomplete: %d of %d; nothing was changed"
              .formatted(resources.noun(), once.size(), total.getAsInt()));
    }
    return List.copyOf(once.values());
  }

  private <T> OptionalInt read(
      Resources resources, String query, Function<ScimAttributes, T> row, Map<String, T> found) {
    From from = From.start(reading.style());
    Set<String> cursors = new HashSet<>();
    Set<String> seen = new HashSet<>();
    for (int page = 0; page < MOST_PAGES; page++) {
      ScimAttributes list = page(resources, query, from);
      List<ScimAttributes> entries = list.all("Resources");
      int before = seen.size();
      entries.forEach(each -> keep(each, row, found, seen));
      Optional<From> next = next(from, list, entries.size());
      boolean isStuck = seen.size() == before && page > 0;
      if (next.isEmpty() || isStuck) {
        return list.number("totalResults");
      }
      from = next.get();
      if (from.cursor().isPresent() && !cursors.add(from.cursor().get())) {
        break;
      }
    }
    throw new TenantUnavailable(
        "the list of " + resources.noun() + " does not end: it always has another page");
  }

  private ScimAttributes page(Resources resources, String query, From from) {
    String whole = from.query() + "&count=" + reading.pageSize();
    FinishedCall<ScimAttributes> finished =
        api.list(resources, query.isEmpty() ? whole : whole + "&" + query);
    if (from.isFirst() && !query.isEmpty() && ScimErrors.isNoSuchQuery(finished.last())) {
      throw new QueryRefused(ScimErrors.why(finished.last()));
    }
    if (from.isFirst() && ScimErrors.notFound(finished.last())) {
      throw new AccessRefused(
          "there are no %s at target.url (%s); check it: the address of SCIM, up to but not including /Users"
              .formatted(resources.noun(), ScimErrors.why(finished.last())));
    }
    if (from.isFirst() && ScimErrors.isRedirect(finished.last())) {
      throw new AccessRefused(
          "read %s: %s".formatted(resources.noun(), ScimErrors.why(finished.last())));
    }
    ScimAttributes list = access.read("read " + resources.noun(), finished);
    if (LIST.stream().noneMatch(list::isSaid)) {
      throw new TenantUnavailable(
          "read %s: the answer is no list of SCIM: is target.url right? nothing was changed"
              .formatted(resources.noun()));
    }
    return list;
  }

  private static <T> void keep(
      ScimAttributes entry,
      Function<ScimAttributes, T> row,
      Map<String, T> found,
      Set<String> seen) {
    String id = entry.text("id");
    if (id.isEmpty()) {
      throw new TenantUnavailable("an entry of a list came without an id; nothing was changed");
    }
    seen.add(id);
    found.put(id, row.apply(entry));
  }

  /** Where the next page begins; empty where this was the last. */
  private static Optional<From> next(From from, ScimAttributes list, int received) {
    String cursor = list.text("nextCursor");
    if (!cursor.isEmpty()) {
      return Optional.of(new From(1, Optional.of(cursor), false));
    }
    boolean isLastByCursor = from.cursor().isPresent() && !from.isFirst();
    OptionalInt total = list.number("totalResults");
    int next = from.index() + received;
    boolean isLastByTotal = total.isPresent() && next > total.getAsInt();
    // Who was asked by cursor and has none may have taken no notice of it.
    return received == 0 || isLastByCursor || isLastByTotal
        ? Optional.empty()
        : Optional.of(new From(next, Optional.empty(), false));
  }
}
