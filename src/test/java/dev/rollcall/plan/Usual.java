package dev.rollcall.plan;

import dev.rollcall.model.MentionedNames;
import dev.rollcall.plan.Policy.Extra;
import dev.rollcall.plan.Policy.Leaving;
import java.util.Map;
import java.util.Optional;

/** What plans are made with where a test says nothing else. */
public final class Usual {

  private Usual() {}

  /** What a job file means that says nothing of its policy. */
  public static Policy policy() {
    return new Policy(
        true, Leaving.SUSPEND, Optional.empty(), Leaving.REPORT, Extra.REVOKE, Optional.empty(), 1);
  }

  /** A workspace that was seen before, with nothing to remember. */
  public static History later() {
    return new History(Map.of(), Optional.of(MentionedNames.NOTHING), Map.of(), false);
  }

  /** Nobody is invited. */
  public static Invitations nobodyInvited() {
    return Invitations.complete(Map.of());
  }

  /** Everything is ours. */
  public static Scope everything() {
    return new Scope(NamePatterns.ALL, Map.of(), Map.of(), NamePatterns.ALL);
  }
}
