package dev.rollcall.model;

/**
 * What a thing is called in texts for people.
 *
 * @param one the singular, without an article: {@code environment role}
 * @param many the plural
 */
public record Noun(String one, String many) {

  /** So many of it: {@code 1 project role}, {@code 3 project roles}. */
  public String counted(long number) {
    return number + " " + (number == 1 ? one : many);
  }

  @Override
  public String toString() {
    return one;
  }
}
