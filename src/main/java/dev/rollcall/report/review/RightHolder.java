package dev.rollcall.report.review;

import dev.rollcall.tenant.Activity;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Whoever holds rights: an account, somebody who is invited, or a group.
 *
 * @param label the address, or the group's name
 * @param name of a person; empty where it is not known
 * @param sort the vendor's word for an account that is no ordinary one; empty for others
 * @param since when the account was made, or the invitation sent
 * @param dormant whether it has not been used for long
 */
public record RightHolder(
    String label,
    String name,
    State state,
    String sort,
    Optional<Instant> since,
    Optional<Activity> lastActivity,
    boolean dormant) {

  /** What a holder is. */
  public enum State {
    /** An account that holds something. */
    MEMBER,
    /** An account that holds nothing. */
    NO_ACCESS,
    /** Somebody who was invited and has not come yet. */
    INVITED,
    /** Who owns the tenant. */
    OWNER,
    /** A group, which passes on what it holds. */
    GROUP;

    /** For machines. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Whether it is an account, and not an invitation or a group. */
  public boolean isAccount() {
    return state != State.INVITED && state != State.GROUP;
  }

  /** What it is, for people. */
  public String stateInWords() {
    String word = state.key().replace('_', ' ');
    return sort.isEmpty() ? word : word + ", " + sort;
  }

  /** The day and kind of its last activity, for people; empty for what cannot be active. */
  public String lastActivityInWords() {
    if (!isAccount()) {
      return "";
    }
    return lastActivity
        .map(
            last ->
                day(last.at()) + (last.what().isEmpty() ? "" : " " + last.what().replace('_', ' ')))
        .orElse("none known");
  }

  /** The day of {@link #since}; empty where it is not known. */
  public String sinceInWords() {
    return since.map(RightHolder::day).orElse("");
  }

  private static String day(Instant at) {
    return at.toString().substring(0, "2026-01-31".length());
  }
}
