package dev.rollcall.source.mapping;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What texts in cells came to: thousands of rows name the same groups, roles and projects, and each
 * is to be understood once. Not for several threads at once.
 */
final class CellMemory<T> {

  private static final int MOST = 10_000;

  private final Map<String, T> known = new HashMap<>();

  /** What a text came to; null where it is not known. */
  @Nullable T of(String text) {
    return known.get(text);
  }

  /** Keeps what a text came to. */
  T keep(String text, T meaning) {
    if (known.size() == MOST) {
      known.clear();
    }
    known.put(text, meaning);
    return meaning;
  }
}
