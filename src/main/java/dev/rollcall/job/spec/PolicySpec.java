package dev.rollcall.job.spec;

import dev.rollcall.job.yaml.Key;
import dev.rollcall.job.yaml.Keys;
import dev.rollcall.job.yaml.WrongValue;
import dev.rollcall.model.Vocabulary;
import dev.rollcall.plan.Policy;
import java.time.Duration;
import java.util.Optional;

/** What to do about people who join, leave, are absent, or hold more than the records say. */
public record PolicySpec(
    People people,
    boolean invite,
    Optional<LeftSpec> left,
    Policy.Leaving absent,
    Policy.Extra extra,
    DurationOrNever reinviteAfter,
    int reinviteLimit,
    Policy.Names profile,
    Duration planAge,
    EarlierInvitations earlierInvitations) {

  static final Keys KEYS =
      Keys.of(
          Key.of(
              "people",
              "Whether people themselves are managed: manage, or leave-alone where single sign-on"
                  + " brings them in and takes them out. Then only groups and roles on projects"
                  + " are given and taken.",
              "manage"),
          Key.of(
              "invite",
              "Whether joiners are invited; false where people join by single sign-on.",
              "true"),
          Key.of(
              "left",
              "Who has left: suspend, remove, report, memberships (taken out of groups and projects;"
                  + " for Workiva also written remove-from-workspaces), or { suspend: now,"
                  + " remove-after: 14d }. Left out: suspend, or memberships where nobody can be"
                  + " suspended."),
          Key.of(
              "absent",
              "Who is in the workspace and in no roster: report, suspend, remove or memberships.",
              "report"),
          Key.of(
              "extra",
              "What a person who is in a roster holds beyond it, within what is managed: revoke"
                  + " or keep.",
              "revoke"),
          Key.of(
              "reinvite-after",
              "How long an invitation is waited for before it is sent again, or never.",
              "never"),
          Key.of("reinvite-limit", "How often an invitation is sent again at most.", "1"),
          Key.of(
              "profile",
              "What people who are there are called: leave-alone, or keep-up, where given name,"
                  + " family name and display name follow the rosters; for Workiva and SCIM.",
              "leave-alone"),
          Key.of("plan-age", "An older plan is not continued, it is made again.", "12h"),
          Key.of(
              "earlier-invitations",
              "Who may have been invited by others, or before this repository was there: ask the"
                  + " audit-log, or none.",
              "audit-log"));

  /** Whether people themselves are managed. */
  public enum People {
    /** They are brought in and taken out. */
    MANAGE,
    /** Only what they hold beside their way in is managed. */
    LEAVE_ALONE
  }

  /** Checks that it removes nobody whom it leaves alone. */
  public PolicySpec {
    if (people == People.LEAVE_ALONE) {
      left.ifPresent(
          said ->
              keepsAccounts(
                  "left", said.removeAfter().isPresent() ? Policy.Leaving.REMOVE : said.now()));
      keepsAccounts("absent", absent);
      if (profile == Policy.Names.KEEP_UP) {
        throw new WrongValue(
            "profile",
            "changes names of people, whom \"people: leave-alone\" leaves to single sign-on",
            "write leave-alone");
      }
    }
  }

  private static void keepsAccounts(String key, Policy.Leaving leaving) {
    if (leaving == Policy.Leaving.REMOVE) {
      throw new WrongValue(
          key,
          "removes people, whom \"people: leave-alone\" leaves where they are",
          "write memberships or report");
    }
  }

  /** Where the repository learns of invitations that are not its own. */
  public enum EarlierInvitations {
    /** From the workspace's audit log. */
    AUDIT_LOG,
    /** There are none. */
    NONE
  }

  /**
   * What becomes of those who have left.
   *
   * @param now what is done at once
   * @param removeAfter with {@code SUSPEND}: removed so long after
   */
  public record LeftSpec(Policy.Leaving now, Optional<Duration> removeAfter) {}

  /** What becomes of those who have left, as the vendor has it where nothing is said. */
  public LeftSpec left(Vocabulary vocabulary) {
    return left.orElseGet(
        () ->
            new LeftSpec(
                switch (vocabulary.suspension()) {
                  case WITHOUT_RIGHTS, MARKED -> Policy.Leaving.SUSPEND;
                  case NONE -> Policy.Leaving.MEMBERSHIPS;
                },
                Optional.empty()));
  }

  /** The same for the planner. */
  public Policy toPolicy(Vocabulary vocabulary) {
    LeftSpec leaving = left(vocabulary);
    Policy policy =
        new Policy(
                invite,
                leaving.now(),
                leaving.removeAfter(),
                absent,
                extra,
                reinviteAfter.duration(),
                reinviteLimit)
            .with(profile);
    return people == People.LEAVE_ALONE ? policy.membershipsOnly() : policy;
  }
}
