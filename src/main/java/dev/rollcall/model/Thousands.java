package dev.rollcall.model;

/**
 * The digits of a whole number as people read them, in threes: {@code 1,200}. What Java has for
 * that looks up how the whole world writes numbers first.
 */
public final class Thousands {

  private static final int TOGETHER = 3;

  private Thousands() {}

  /** Those of a number. */
  public static String of(long number) {
    StringBuilder digits = new StringBuilder().append(number);
    int first = number < 0 ? 1 : 0;
    for (int at = digits.length() - TOGETHER; at > first; at -= TOGETHER) {
      digits.insert(at, ',');
    }
    return digits.toString();
  }
}
