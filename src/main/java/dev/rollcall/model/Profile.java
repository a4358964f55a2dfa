package dev.rollcall.model;

import java.util.Optional;

/**
 * What an account says that somebody is called.
 *
 * @param given given name
 * @param family family name
 * @param display the name that is shown; empty where none is kept beside the two
 */
public record Profile(String given, String family, Optional<String> display) {

  /** What details of people who join call their given name, where a column of its own tells it. */
  public static final String GIVEN = "first-name";

  /** Likewise their family name. */
  public static final String FAMILY = "last-name";

  /** That of a full name: the last word is the family name, and a single one is both. */
  public static Profile of(String full) {
    String name = full.strip();
    int blank = name.lastIndexOf(' ');
    return new Profile(
        blank < 0 ? name : name.substring(0, blank),
        blank < 0 ? name : name.substring(blank + 1),
        Optional.of(name));
  }

  /** The same where given and family name are told by themselves; blank where they are not. */
  public Profile called(String givenName, String familyName) {
    return givenName.isBlank() || familyName.isBlank()
        ? this
        : new Profile(givenName.strip(), familyName.strip(), display);
  }

  /** As much of it as is kept there. */
  public Profile keptBy(Profile there) {
    return new Profile(given, family, there.display.isPresent() ? display : Optional.empty());
  }

  /** The name that is shown, or else both. */
  public String shown() {
    return display.filter(text -> !text.isBlank()).orElseGet(() -> (given + " " + family).strip());
  }

  @Override
  public String toString() {
    String both = (given + " " + family).strip();
    boolean isToldByBoth = display.isEmpty() || display.get().equals(both);
    return isToldByBoth
        ? both
        : "%s (%s)".formatted(display.get(), both.isEmpty() ? "no given or family name" : both);
  }
}
