package dev.rollcall.tenant.workato;

/**
 * How long a list is that is read page by page.
 *
 * @param rows how many rows it has
 * @param page how many of them the server puts on a page
 */
record Extent(int rows, int page) {

  static final Extent NONE = new Extent(0, WorkatoApi.PAGE);

  static Extent of(Paged<?> list) {
    return new Extent(list.rows().size(), list.page());
  }

  /** The same list, longer or shorter by so many rows. */
  Extent grown(int more) {
    return new Extent(Math.max(0, rows + more), page);
  }

  /** How many requests read it. */
  int pages() {
    return Math.max(1, (rows + page - 1) / page);
  }
}
