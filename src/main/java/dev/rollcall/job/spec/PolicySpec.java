package dev.rollcall.job.spec;

import dev.rollcall.job.yaml.Key;
import dev.rollcall.plan.Policy;
import java.time.Duration;
import java.util.Optional;

/** What to do about people who join, leave, are absent, or hold more than the records say. */
public record PolicySpec(
    @Key(
            value = "Whether joiners are invited; false where people join by single sign-on.",
            fallback = "true")
        boolean invite,
    @Key(
            value =
                "Who has left: suspend, remove, report, or { suspend: now, remove-after: 14d }.",
            fallback = "suspend")
        LeftSpec left,
    @Key(
            value = "Who is in the workspace and in no roster: report, suspend or remove.",
            fallback = "report")
        Policy.Leaving absent,
    @Key(
            value =
                "What a person who is in a roster holds beyond it, within what is managed: revoke"
                    + " or keep.",
            fallback = "revoke")
        Policy.Extra extra,
    @Key(
            value = "How long an invitation is waited for before it is sent again, or never.",
            fallback = "never")
        DurationOrNever reinviteAfter,
    @Key(value = "How often an invitation is sent again at most.", fallback = "1")
        int reinviteLimit,
    @Key(value = "An older plan is not continued, it is made again.", fallback = "12h")
        Duration planAge,
    @Key(
            value =
                "Who may already be invited, when this repository has never seen the workspace:"
                    + " ask the audit-log, or none.",
            fallback = "audit-log")
        EarlierInvitations earlierInvitations) {

  /** Where a new repository learns who was invited before it. */
  public enum EarlierInvitations {
    /** From the workspace's audit log. */
    AUDIT_LOG,
    /** Nobody was. */
    NONE
  }

  /**
   * What becomes of those who have left.
   *
   * @param now what is done at once
   * @param removeAfter with {@code SUSPEND}: removed so long after
   */
  public record LeftSpec(Policy.Leaving now, Optional<Duration> removeAfter) {}

  /** The same for the planner. */
  public Policy toPolicy() {
    return new Policy(
        invite,
        left.now(),
        left.removeAfter(),
        absent,
        extra,
        reinviteAfter.duration(),
        reinviteLimit);
  }
}
