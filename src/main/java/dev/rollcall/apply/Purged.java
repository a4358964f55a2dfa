package dev.rollcall.apply;

import java.util.regex.Pattern;

/**
 * Who stands in the place of somebody whose data was deleted, so that what is told of a run still
 * adds up. It is nobody's address, and says nothing of who it was.
 */
public final class Purged {

  /** A name that may stand wherever a pattern of addresses may, and that nobody has. */
  private static final Pattern PERSON = Pattern.compile("purged-[0-9a-f]{4}@invalid");

  private Purged() {}

  /**
   * Words in the place of an address.
   *
   * @param chance tells two people of one run apart
   */
  public static String person(int chance) {
    return String.format("purged-%04x@invalid", chance & 0xffff);
  }

  /** Words in the place of what was said about somebody. */
  public static String words() {
    return "(purged)";
  }

  /** Whether this is nobody any more. */
  public static boolean is(String subject) {
    return PERSON.matcher(subject).matches();
  }
}
