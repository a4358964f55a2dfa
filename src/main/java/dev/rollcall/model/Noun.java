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

  /** One of it, with its article: {@code an environment role}. */
  public String indefinite() {
    boolean sounds = !one.isEmpty() && "aeiou".indexOf(Character.toLowerCase(one.charAt(0))) >= 0;
    return (sounds ? "an " : "a ") + one;
  }

  @Override
  public String toString() {
    return one;
  }
}
