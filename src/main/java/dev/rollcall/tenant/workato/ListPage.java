package dev.rollcall.tenant.workato;

import java.util.List;
import java.util.OptionalInt;

/**
 * A list as one answer gave it.
 *
 * @param present whether there was a list at all, be it empty
 * @param total how many rows there are according to the server
 */
record ListPage<T>(boolean present, List<T> rows, OptionalInt total) {}
