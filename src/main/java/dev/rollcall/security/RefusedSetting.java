package dev.rollcall.security;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Something that an address of a database, or what its driver is told beside it, must not say.
 *
 * @param name of the setting as written; empty where it is about the address itself
 * @param at where it stands in the address; -1 where it does not
 * @param what is wrong, in a sentence without any value
 * @param advice empty where the nearest of those permitted says most
 * @param permitted the names of what may be said
 */
public record RefusedSetting(
    String name, int at, String what, String advice, List<String> permitted) {

  /** Copies. */
  public RefusedSetting {
    permitted = List.copyOf(permitted);
  }

  /** The same, found at a place in the address. */
  RefusedSetting at(int start) {
    return new RefusedSetting(name, start, what, advice, permitted);
  }

  /**
   * What would be right.
   *
   * @param nearest finds the name that was probably meant
   */
  public String remedy(BiFunction<String, Collection<String>, Optional<String>> nearest) {
    return advice.isEmpty()
        ? nearest
            .apply(name, permitted)
            .map(near -> "did you mean \"" + near + "\"?")
            .orElse("leave it out")
        : advice;
  }
}
