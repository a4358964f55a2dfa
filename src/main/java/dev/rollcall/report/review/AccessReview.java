package dev.rollcall.report.review;

import dev.rollcall.model.Noun;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Who can do what in a tenant, in effect, and why: everybody and everything.
 *
 * @param lines by holder, people before groups; of each the account before its rights
 * @param notes sentences about the review as a whole
 * @param gone what is not held any more since an earlier run, and why; empty where nobody asked
 */
public record AccessReview(
    Head head, List<ReviewLine> lines, List<String> notes, List<String> gone) {

  /**
   * What it is a review of.
   *
   * @param workspace the tenant's name, for people
   * @param key what the tenant is known by
   * @param tenant what a tenant of this vendor is called
   * @param invites whether people are invited to it
   * @param dormantAfter how long an account is not used that counts as dormant
   * @param since the run since which changes are told; empty where nobody asked
   */
  public record Head(
      String job,
      String workspace,
      String key,
      Noun tenant,
      boolean invites,
      Instant at,
      Duration dormantAfter,
      String since) {}

  /** Copies. */
  public AccessReview {
    lines = List.copyOf(lines);
    notes = List.copyOf(notes);
    gone = List.copyOf(gone);
  }

  /** The numbers. */
  public ReviewCounts counts() {
    return ReviewCounts.of(lines);
  }

  /** Whether any line tells what may be done by it. */
  public boolean tellsPrivileges() {
    return lines.stream().anyMatch(line -> !line.privileges().isEmpty());
  }
}
