package dev.rollcall.tenant.careful;

/**
 * How long a list is that is read page by page.
 *
 * @param rows how many rows it has
 * @param page how many of them the server puts on a page
 */
public record ListSize(int rows, int page) {

  /** The same list, longer or shorter by so many rows. */
  public ListSize grown(int more) {
    return new ListSize(Math.max(0, rows + more), page);
  }

  /** How many requests read it. */
  public int pages() {
    return Math.max(1, (rows + page - 1) / page);
  }
}
