package dev.rollcall.apply;

/**
 * Who stands in the place of somebody whose data was deleted, so that what is told of a run still
 * adds up. It is no address, and says nothing of who it was.
 */
public final class Purged {

  private static final String START = "(purged";

  private Purged() {}

  /**
   * Words in the place of an address.
   *
   * @param chance tells two people of one run apart
   */
  public static String person(int chance) {
    return String.format("%s-%04x)", START, chance & 0xffff);
  }

  /** Words in the place of what was said about somebody. */
  public static String words() {
    return START + ")";
  }

  /** Whether this is nobody any more. */
  public static boolean is(String subject) {
    return subject.startsWith(START);
  }
}
