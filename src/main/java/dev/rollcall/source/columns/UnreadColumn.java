package dev.rollcall.source.columns;

import dev.rollcall.model.Noun;
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
    STATUS("status", "status", "Status", "Does it say who has left?"),
    /** When somebody leaves. */
    END("last day", "ends-on", "End date", "Is it somebody's last day?"),
    /** When somebody begins. */
    START("first day", "starts-on", "Start date", "Is it somebody's first day?"),
    /** What somebody may do. */
    ROLE(
        "role",
        "role",
        "DEV role, or after another environment,",
        "Is it what people may do in every environment of the %s?"),
    /** Which groups somebody is in. */
    GROUP("groups", "groups", "Groups", "Does it list groups of the %s?");

    private final String words;
    private final String field;
    private final String header;
    private final String question;

    Guess(String words, String field, String header, String question) {
      this.words = words;
      this.field = field;
      this.header = header;
      this.question = question;
    }

    /** The roster field that it would be. */
    public String field() {
      return field;
    }

    /** A header by which it would be read. */
    public String header() {
      return header;
    }

    /**
     * How somebody is asked about it.
     *
     * @param tenant what the vendor's tenants are called
     */
    public String question(Noun tenant) {
      return question.formatted(tenant);
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
