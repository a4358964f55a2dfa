package dev.rollcall.source.columns;

import java.util.Optional;

/**
 * A column that feeds no roster field.
 *
 * @param key the name that rules know it by
 * @param guess what it may be about all the same
 * @param evidence what stands in it, in few words
 */
public record UnreadColumn(String header, String key, Optional<Guess> guess, String evidence) {

  /** What an unread column may be about. */
  public enum Guess {
    /** Who is still here. */
    STATUS("status"),
    /** When somebody leaves. */
    END("last day"),
    /** When somebody begins. */
    START("first day"),
    /** What somebody may do. */
    ROLE("role"),
    /** Which groups somebody is in. */
    GROUP("groups");

    private final String words;

    Guess(String words) {
      this.words = words;
    }

    /** As messages call it. */
    public String words() {
      return words;
    }
  }

  /** As messages show it: {@code "Member Status" (may be the status: active 1, inactive 1)}. */
  public String told() {
    return CellText.quoted(header)
        + guess
            .map(
                about ->
                    " (may be the "
                        + about.words()
                        + (evidence.isEmpty() ? "" : ": " + evidence)
                        + ")")
            .orElse("");
  }
}
