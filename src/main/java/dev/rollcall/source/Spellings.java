package dev.rollcall.source;

/**
 * Gives equal texts the same object, as far as a small table reaches: departments and roles repeat
 * from row to row, and a roster need not hold each of them thousands of times. Where texts prove
 * not to repeat, as numbers of employees, it stops looking.
 */
final class Spellings {

  private static final int TRIAL = 1 << 12;
  private static final int RARE = 16;

  private final String[] table;
  private int asked;
  private int found;

  /**
   * A table.
   *
   * @param size how many texts it remembers, a power of two
   */
  Spellings(int size) {
    this.table = new String[size];
  }

  /** An equal text, this one where no other is known. */
  String same(String text) {
    if (asked >= TRIAL && found < asked / RARE) {
      return text;
    }
    asked++;
    int hash = text.hashCode();
    int slot = (hash ^ (hash >>> 16)) & (table.length - 1);
    String known = table[slot];
    if (known != null && known.equals(text)) {
      found++;
      return known;
    }
    table[slot] = text;
    return text;
  }
}
