package dev.rollcall.report.review;

/**
 * Whether the records say that somebody is to hold something.
 *
 * @param vouched whether they do
 * @param reason the cell or rule that says so; or that nobody does, and what there is to know
 *     beside
 */
public record Vouching(boolean vouched, String reason) {

  /** What is said where nobody does. */
  public static final String NOBODY = "nobody vouches for this";

  /** This says so. */
  public static Vouching by(String reason) {
    return new Vouching(true, reason);
  }

  /**
   * Nobody says so.
   *
   * @param beside what there is to know beside; empty where there is nothing
   */
  public static Vouching nobody(String beside) {
    return new Vouching(false, beside.isEmpty() ? NOBODY : NOBODY + ": " + beside);
  }

  /** The same with more to know. */
  public Vouching and(String more) {
    return new Vouching(vouched, reason + "; " + more);
  }
}
