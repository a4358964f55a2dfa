package dev.rollcall.tenant.careful;

/**
 * How long a list is that is read page by page.
 *
 * @param rows how many rows it has
 * @param page how many of them the server puts on a page
 * @param parts in how many parts it is read, each as long
 */
public record ListSize(int rows, int page, int parts) {

  /** A list that is read as one. */
  public ListSize(int rows, int page) {
    this(rows, page, 1);
  }

  /** The same list, longer or shorter by so many rows. */
  public ListSize grown(int more) {
    return new ListSize(Math.max(0, rows + more), page, parts);
  }

  /** How many requests read it. */
  public int pages() {
    return parts * Math.max(1, (rows + page - 1) / page);
  }
}
