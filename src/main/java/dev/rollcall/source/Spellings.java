package dev.rollcall.source;

/**
 * Gives equal texts the same object, as far as a small table reaches: departments and roles repeat
 * from row to row, and a roster need not hold each of them thousands of times.
 */
final class Spellings {

  private static final int SIZE = 1 << 13;

  private final String[] table = new String[SIZE];

  /** An equal text, this one where no other is known. */
  String same(String text) {
    int hash = text.hashCode();
    int slot = (hash ^ (hash >>> 16)) & (SIZE - 1);
    String known = table[slot];
    if (known != null && known.equals(text)) {
      return known;
    }
    table[slot] = text;
    return text;
  }
}
