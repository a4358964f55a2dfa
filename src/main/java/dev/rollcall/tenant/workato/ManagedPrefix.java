package dev.rollcall.tenant.workato;

import java.util.regex.Pattern;

/**
 * What stands before the id of a customer's workspace: the vendor's pages write it in two ways.
 *
 * @param usual before most endpoints, below {@code /api}
 * @param newest before those that the newest pages write otherwise
 */
public record ManagedPrefix(String usual, String newest) {

  /** What is expected of the text of one. */
  public static final String EXPECTED =
      "/api/managed_users, /api/v2/managed_users, or split: v2 for environment roles and project"
          + " grants alone";

  private static final String PLAIN = "/managed_users";
  private static final String V2 = "/v2/managed_users";
  private static final String SPLIT = "split";
  private static final Pattern PATH = Pattern.compile("(/api)((?:/[A-Za-z0-9_.-]+)+)/*");

  /** The same before all endpoints, as most pages write it. */
  public static final ManagedPrefix USUAL = new ManagedPrefix(PLAIN, PLAIN);

  /**
   * Reads one.
   *
   * @throws IllegalArgumentException with what would be right
   */
  public static ManagedPrefix parse(String text) {
    if (text.equals(SPLIT)) {
      return new ManagedPrefix(PLAIN, V2);
    }
    var path = PATH.matcher(text);
    if (!path.matches()) {
      throw new IllegalArgumentException("most pages of the vendor write /api/managed_users");
    }
    return new ManagedPrefix(path.group(2), path.group(2));
  }

  /** The one before an endpoint. */
  String of(Endpoint endpoint) {
    return switch (endpoint) {
      case ENVIRONMENT_ROLES, GRANTS, SET_GRANTS, DELETE_GRANT -> newest;
      default -> usual;
    };
  }

  /** The other one of the two that are known. */
  ManagedPrefix otherWay() {
    String other = usual.equals(V2) ? PLAIN : V2;
    return new ManagedPrefix(other, other);
  }

  /** The same where the newest pages are right, or not. */
  ManagedPrefix split() {
    return new ManagedPrefix(usual, newest.equals(V2) ? PLAIN : V2);
  }

  /** As it stands in a job file. */
  @Override
  public String toString() {
    return usual.equals(newest) ? "/api" + usual : SPLIT;
  }
}
