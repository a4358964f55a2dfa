package dev.rollcall.source;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Sorts rows by address a few letters at a time, as numbers that lie side by side: a million
 * addresses lie all over the memory, and to compare two of them each time takes many times longer.
 */
final class AddressSort {

  private static final int FEW = 32;
  private static final int LETTERS = 6;
  private static final int LETTER_BITS = 7;
  private static final int POSITION_BITS = 63 - LETTERS * LETTER_BITS;
  private static final int MOST = 1 << POSITION_BITS;
  private static final int BEYOND = 0x7F;

  private final PersonRecord[] rows;
  private final String[] addresses;
  private final Comparator<PersonRecord> order;

  private AddressSort(PersonRecord[] rows, Comparator<PersonRecord> order) {
    this.rows = rows;
    this.addresses = new String[rows.length];
    this.order = order;
    for (int i = 0; i < rows.length; i++) {
      addresses[i] = rows[i].email().address();
    }
  }

  /**
   * Sorts in place.
   *
   * @param order must go by address first; asked of any two rows that have the same
   */
  static void sort(List<PersonRecord> rows, Comparator<PersonRecord> order) {
    PersonRecord[] sorted = rows.toArray(PersonRecord[]::new);
    new AddressSort(sorted, order).sort(0, sorted.length, 0);
    for (int i = 0; i < sorted.length; i++) {
      rows.set(i, sorted[i]);
    }
  }

  /** Those that are alike in all letters before the one at this depth. */
  private void sort(int from, int to, int depth) {
    if (to - from < FEW || to - from > MOST) {
      Arrays.sort(rows, from, to, order);
      return;
    }
    long[] keys = new long[to - from];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = letters(addresses[from + i], depth) << POSITION_BITS | i;
    }
    Arrays.sort(keys);
    PersonRecord[] rowsBefore = Arrays.copyOfRange(rows, from, to);
    String[] addressesBefore = Arrays.copyOfRange(addresses, from, to);
    for (int i = 0; i < keys.length; i++) {
      int position = (int) (keys[i] & (MOST - 1));
      rows[from + i] = rowsBefore[position];
      addresses[from + i] = addressesBefore[position];
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
      if (to - from > 1) {
        if (tellsAll(keys[from])) {
          sort(offset + from, offset + to, depth + LETTERS);
        } else {
          Arrays.sort(rows, offset + from, offset + to, order);
        }
      }
      from = to;
    }
  }

  private static long letters(String address, int depth) {
    long letters = 0;
    int end = address.length();
    for (int i = depth; i < depth + LETTERS; i++) {
      int letter = i < end ? Math.min(address.charAt(i), BEYOND) : 0;
      letters = letters << LETTER_BITS | letter;
      // Behind a letter that stands for several, the next ones must not decide.
      end = letter == BEYOND ? i : end;
    }
    return letters;
  }

  /** Whether the address goes on behind these letters, and none of them stands for several. */
  private static boolean tellsAll(long letters) {
    for (int i = 0; i < LETTERS; i++) {
      long letter = letters >>> (i * LETTER_BITS) & BEYOND;
      if (letter == 0 || letter == BEYOND) {
        return false;
      }
    }
    return true;
  }
}
