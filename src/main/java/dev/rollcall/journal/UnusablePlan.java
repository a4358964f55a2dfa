package dev.rollcall.journal;

/** A saved plan that must not be applied: stale, used, altered, or for something else. */
public final class UnusablePlan extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private static final int LONGEST = 500;

  /** With a message for people, in which words of the plan itself are made harmless. */
  public UnusablePlan(String message) {
    super(harmless(message));
  }

  private static String harmless(String message) {
    String plain = message.replaceAll("\\p{C}", "?");
    return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST) + "…";
  }
}
