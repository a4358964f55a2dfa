package dev.rollcall.source;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Sorts rows by address, a few letters at a time and as numbers, from a copy of all addresses in
 * one piece: those of a million rows lie all over the memory, and to compare two of them where they
 * are takes many times longer.
 */
final class AddressSort {

  private static final int FEW = 8;
  private static final int LETTERS = 6;
  private static final int LETTER_BITS = 7;
  private static final int POSITION_BITS = 63 - LETTERS * LETTER_BITS;
  private static final int MOST = 1 << POSITION_BITS;
  private static final int BEYOND = 0x7F;

  private final List<PersonRecord> rows;
  private final Comparator<PersonRecord> order;
  private final int[] ends;
  private final byte[] letters;
  private final int[] positions;
  private final PersonRecord[] sorted;

  private AddressSort(List<PersonRecord> rows, Comparator<PersonRecord> order) {
    this.rows = rows;
    this.order = order;
    this.ends = new int[rows.size()];
    this.positions = new int[rows.size()];
    this.sorted = new PersonRecord[rows.size()];
    int end = 0;
    for (int i = 0; i < ends.length; i++) {
      end += rows.get(i).email().address().length();
      ends[i] = end;
      positions[i] = i;
    }
    this.letters = new byte[end];
    copyLetters();
  }

  private void copyLetters() {
    int next = 0;
    for (PersonRecord row : rows) {
      String address = row.email().address();
      for (int i = 0; i < address.length(); i++) {
        letters[next++] = (byte) Math.min(address.charAt(i), BEYOND);
      }
    }
  }

  /**
   * Sorts in place.
   *
   * @param order must go by address first; asked of any two rows that have the same
   */
  static void sort(List<PersonRecord> rows, Comparator<PersonRecord> order) {
    AddressSort sort = new AddressSort(rows, order);
    sort.sort(0, rows.size(), 0);
    for (int i = 0; i < sort.sorted.length; i++) {
      rows.set(i, sort.sorted[i]);
    }
  }

  /** Those that are alike in all letters before the one at this depth. */
  private void sort(int from, int to, int depth) {
    if (to - from < FEW || to - from > MOST) {
      sortByOrder(from, to);
      return;
    }
    long[] keys = new long[to - from];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = key(positions[from + i], depth) << POSITION_BITS | i;
    }
    Arrays.sort(keys);
    int[] before = Arrays.copyOfRange(positions, from, to);
    for (int i = 0; i < keys.length; i++) {
      positions[from + i] = before[(int) (keys[i] & (MOST - 1))];
      keys[i] >>>= POSITION_BITS;
    }
    sortAlike(keys, from, depth);
  }

  private void sortAlike(long[] keys, int offset, int depth) {
    int from = 0;
    while (from < keys.length) {
      int to = from + 1;
      while (to < keys.length && keys[to] == keys[from]) {
        to++;
      }
      if (to - from > 1 && goesOn(keys[from])) {
        sort(offset + from, offset + to, depth + LETTERS);
      } else {
        sortByOrder(offset + from, offset + to);
      }
      from = to;
    }
  }

  private void sortByOrder(int from, int to) {
    for (int i = from; i < to; i++) {
      sorted[i] = rows.get(positions[i]);
    }
    if (to - from > 1) {
      Arrays.sort(sorted, from, to, order);
    }
  }

  private long key(int position, int depth) {
    int from = (position == 0 ? 0 : ends[position - 1]) + depth;
    int end = ends[position];
    long key = 0;
    for (int i = from; i < from + LETTERS; i++) {
      int letter = i < end ? letters[i] : 0;
      key = key << LETTER_BITS | letter;
      // Behind a letter that stands for several, the next ones must not decide.
      end = letter == BEYOND ? i : end;
    }
    return key;
  }

  /** Whether the address goes on behind these letters, and none of them stands for several. */
  private static boolean goesOn(long key) {
    for (int i = 0; i < LETTERS; i++) {
      long letter = key >>> (i * LETTER_BITS) & BEYOND;
      if (letter == 0 || letter == BEYOND) {
        return false;
      }
    }
    return true;
  }
}
