package dev.rollcall.security;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The tokens and passwords of a job, kept so that words from outside can be rid of them before they
 * become a message. It cannot be printed.
 */
public final class Secrets {

  private static final String STARS = "***";
  private static final Secrets NONE = new Secrets(Set.of());

  private final Set<String> values;

  private Secrets(Set<String> values) {
    this.values = values;
  }

  /** No secret is known. */
  public static Secrets none() {
    return NONE;
  }

  /** These; blank ones are left out. */
  public static Secrets of(Collection<String> values) {
    Set<String> kept = new LinkedHashSet<>();
    values.stream().filter(value -> !value.isBlank()).forEach(kept::add);
    return new Secrets(Set.copyOf(kept));
  }

  /** These and those. */
  public Secrets and(Secrets others) {
    Set<String> all = new LinkedHashSet<>(values);
    all.addAll(others.values);
    return of(List.copyOf(all));
  }

  /** The text with stars in place of every secret. */
  public String hide(String text) {
    String hidden = text;
    for (String value : values) {
      hidden = hidden.replace(value, STARS);
    }
    return hidden;
  }

  @Override
  public String toString() {
    return STARS;
  }
}
