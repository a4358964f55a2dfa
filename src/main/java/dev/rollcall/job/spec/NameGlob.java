package dev.rollcall.job.spec;

import dev.rollcall.model.Naming;
import java.util.Set;

/** A pattern of names: {@code *} stands for any text, {@code ?} for one character. */
public record NameGlob(String pattern) {

  /** What is right, for people. */
  static final String EXPECTED = "a name, or a pattern such as Finance*";

  private static final Set<String> WORDS = Set.of("listed", "all");

  /** Checks that it does not match every name. */
  public NameGlob {
    pattern = Naming.tidy(pattern);
    if (pattern.isEmpty()) {
      throw new IllegalArgumentException("* matches every name");
    }
    if (WORDS.contains(pattern)) {
      throw new IllegalArgumentException("write the word " + pattern + " without brackets");
    }
  }

  @Override
  public String toString() {
    return pattern;
  }
}
