package dev.rollcall.journal;

import dev.rollcall.apply.RunId;

/** A saved or kept plan that must not be applied: stale, used, altered, or for something else. */
public final class UnusablePlan extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private static final int LONGEST = 500;

  /** With a message for people, in which words of the plan itself are made harmless. */
  public UnusablePlan(String message) {
    super(harmless(message));
  }

  /** That of a run which another version planned. */
  public static UnusablePlan ofAnotherVersion(RunId run) {
    return new UnusablePlan(
        "run %s was planned by another version of Rollcall, whose plans this one does not carry out; start a new run: rollcall sync JOB"
            .formatted(run));
  }

  private static String harmless(String message) {
    String plain = message.replaceAll("\\p{C}", "?");
    return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST) + "…";
  }
}
