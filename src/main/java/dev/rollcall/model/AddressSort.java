package dev.rollcall.model;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The order of rows by address, found a few letters at a time and as numbers, from a copy of all
 * addresses in one piece: those of a million rows lie all over the memory, and to compare two of
 * them where they are takes many times longer. For the same reason they are copied as the rows
 * come.
 */
public final class AddressSort {

  private static final int FEW = 8;
  private static final int LETTERS = 6;
  private static final int LETTER_BITS = 7;
  private static final int POSITION_BITS = 63 - LETTERS * LETTER_BITS;
  private static final int MOST = 1 << POSITION_BITS;
  private static final int BEYOND = 0x7F;

  private int count;
  private int[] ends = new int[1024];
  private byte[] letters = new byte[1 << 15];
  private int[] positions = {};
  private Comparator<Integer> order = Comparator.naturalOrder();

  /** Takes note of the address of the next row. */
  public void add(Email email) {
    String address = email.address();
    int end = count == 0 ? 0 : ends[count - 1];
    if (count == ends.length) {
      ends = Arrays.copyOf(ends, 2 * count);
    }
    if (end + address.length() > letters.length) {
      letters = Arrays.copyOf(letters, letters.length + (letters.length >> 1) + address.length());
    }
    for (int i = 0; i < address.length(); i++) {
      letters[end++] = (byte) Math.min(address.charAt(i), BEYOND);
    }
    ends[count++] = end;
  }

  /**
   * The positions of all rows, sorted. Single use.
   *
   * @param order of positions; must go by address first; asked of any two that have the same
   */
  public int[] sorted(Comparator<Integer> order) {
    this.order = order;
    this.positions = IntStream.range(0, count).toArray();
    sort(0, count, 0);
    return positions;
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
    if (to - from < FEW) {
      for (int i = from + 1; i < to; i++) {
        insert(from, i);
      }
    } else {
      int[] sorted =
          Arrays.stream(positions, from, to).boxed().sorted(order).mapToInt(i -> i).toArray();
      System.arraycopy(sorted, 0, positions, from, sorted.length);
    }
  }

  private void insert(int from, int at) {
    int inserted = positions[at];
    int i = at;
    while (i > from && compare(positions[i - 1], inserted) > 0) {
      positions[i] = positions[i - 1];
      i--;
    }
    positions[i] = inserted;
  }

  /** By the letters as long as they decide. */
  private int compare(int one, int two) {
    int i = begin(one);
    int j = begin(two);
    while (i < ends[one] && j < ends[two] && letters[i] == letters[j] && letters[i] != BEYOND) {
      i++;
      j++;
    }
    boolean goesOn = i < ends[one];
    boolean otherGoesOn = j < ends[two];
    if (goesOn != otherGoesOn) {
      return goesOn ? 1 : -1;
    }
    return !goesOn || letters[i] == letters[j]
        ? order.compare(one, two)
        : Byte.compare(letters[i], letters[j]);
  }

  private int begin(int position) {
    return position == 0 ? 0 : ends[position - 1];
  }

  private long key(int position, int depth) {
    int from = begin(position) + depth;
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
