package dev.rollcall.security;

import java.util.ArrayList;
import java.util.List;

/**
 * Lists of numbers, one for each octet or character, as programs print arrays: decimal, with signs
 * where the program has signed octets, or octal. Whatever is neither letter nor digit may stand
 * between them.
 */
final class NumberLists {

  private static final int SHORTEST = 6;
  private static final int MOST_DIGITS = 7;
  private static final int OCTETS = 256;

  private final View source;
  private final int radix;
  private final View.Builder out;
  private Octets run;

  private NumberLists(View source, int radix) {
    this.source = source;
    this.radix = radix;
    this.out = new View.Builder(source);
    this.run = new Octets();
  }

  /** All that can be read out of a view; nothing where it holds no such list. */
  static List<View> in(View source) {
    List<View> views = new ArrayList<>();
    for (int radix : new int[] {10, 8}) {
      View view = new NumberLists(source, radix).read();
      if (view.length() > 0) {
        views.add(view);
      }
    }
    return views;
  }

  private View read() {
    int end;
    for (int at = 0; at < source.length(); at = end) {
      end = Math.max(at + 1, Digits.end(source, at, 10));
      if (source.at(at) == View.GAP || Character.isLetterOrDigit(source.at(at))) {
        read(at, end);
      }
    }
    finish();
    return out.view();
  }

  private void read(int at, int end) {
    int value = end - at > MOST_DIGITS ? -1 : Digits.number(source, at, end - at, radix);
    if (value < 0) {
      finish();
    } else {
      run.add(isSigned(at, value) ? OCTETS - value : value, at, end - 1);
    }
  }

  /** Whether it has a sign of its own, which is no line between two numbers. */
  private boolean isSigned(int at, int value) {
    return at > 0
        && source.at(at - 1) == '-'
        && value > 0
        && value <= OCTETS / 2
        && (at == 1 || !Character.isLetterOrDigit(source.at(at - 2)));
  }

  private void finish() {
    if (run.count() >= SHORTEST) {
      run.into(out);
      out.gap(run.end());
    }
    if (run.count() > 0) {
      run = new Octets();
    }
  }
}
