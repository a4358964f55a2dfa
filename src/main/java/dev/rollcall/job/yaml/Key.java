package dev.rollcall.job.yaml;

import java.util.Optional;

/** What a component of a record is in a file; one of its {@link Keys}. */
public sealed interface Key {

  /** A key that is required, unless the component is an {@code Optional}. */
  static Key of(String name, String says) {
    return new Written(name, says, Optional.empty());
  }

  /** A key that can be left out. */
  static Key of(String name, String says, String fallback) {
    return new Written(name, says, Optional.of(fallback));
  }

  /** No key: the component is a record whose keys stand among those of the one it is part of. */
  static Key inlined(String component) {
    return new Inlined(component);
  }

  /**
   * A key with a value.
   *
   * @param name the component's, in kebab-case where that can be
   * @param says one sentence for people who write the file
   * @param fallback what holds where the key is left out, as it would be written; where both are
   *     mappings, what is written is completed by it
   */
  record Written(String name, String says, Optional<String> fallback) implements Key {

    /** Whether a list or mapping may be written that has nothing in it. */
    boolean mayBeEmpty() {
      return fallback.filter(text -> text.equals("[]") || text.equals("{}")).isPresent();
    }

    /** What it is, within a sentence. */
    String meaning() {
      return Character.toLowerCase(says.charAt(0)) + says.substring(1).replaceAll("\\.$", "");
    }
  }

  /** A record among its neighbours. */
  record Inlined(String component) implements Key {}
}
