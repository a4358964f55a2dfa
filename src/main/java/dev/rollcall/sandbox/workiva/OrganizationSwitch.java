package dev.rollcall.sandbox.workiva;

import dev.rollcall.sandbox.BehaviourSwitch;
import java.util.List;

/**
 * What the vendor's documents leave open, one switch a question. The first value of each is the
 * assumed behaviour; the others let a test prove that a client survives being wrong about it.
 */
public enum OrganizationSwitch implements BehaviourSwitch {
  /** Which fields a new user must have. */
  NEW_USER_FIELDS("username-email", "all"),
  /** What is said of a user who is another organization's: their id in the error, or nothing. */
  NEW_USER_ELSEWHERE("409-with-id", "409-bare"),
  /** Status for a user name that is taken in this organization. */
  NEW_USER_TWICE("409", "400"),
  /** Whether a new user gets a mail. */
  NEW_USER_MAILS("no", "yes"),
  /** What is said where another organization's user is to be changed. */
  FOREIGN_USER("403", "409"),
  /** Whether a user can be suspended by a patch. */
  STATUS_PATCH("400", "accepted"),
  /** What assigning a role does that is held. */
  ASSIGN_HELD("nothing", "fails", "details", "409"),
  /** What revoking a role does that is not held. */
  REVOKE_ABSENT("nothing", "fails", "details", "404"),
  /** What a role does that cannot be given: refused at once, or by the operation. */
  UNFIT_ROLE("fails", "400"),
  /** How operations end. */
  OPERATIONS("complete", "fail", "cancelled", "never-end"),
  /** How often an operation is asked for before it has ended. */
  POLLS("0", "1", "3"),
  /** When an operation takes effect: when it is asked for, or when it has ended. */
  EFFECT("at-once", "at-end"),
  /** Whether answers about operations say when to ask again. */
  POLL_AFTER("0", "1", "20", "none"),
  /** What a filter does. */
  FILTER("ignored", "400"),
  /**
   * The ids of members in the list of a group: those of users, of memberships, others by which a
   * user can be asked for as well, or others that nothing tells of.
   */
  GROUP_MEMBER_IDS("users", "memberships", "aliases", "others"),
  /** By which ids a group is changed: by those that its list shows, or by those of users. */
  GROUP_CHANGE_IDS("listed", "users"),
  /** What adding somebody to a group does who is in it. */
  ADD_PRESENT("nothing", "409"),
  /** What taking somebody out of a group does who is not in it. */
  REMOVE_ABSENT("nothing", "404"),
  /** What adding somebody to a group does who is no member of the workspace. */
  ADD_STRANGER("400", "404", "joins"),
  /** Status for a second membership of somebody. */
  MEMBERSHIP_TWICE("409", "400", "201"),
  /** Whether memberships of suspended people are listed. */
  SUSPENDED_MEMBERS("listed", "hidden"),
  /** What changing the group of everybody does. */
  ALL_USERS("400", "403"),
  /** The order of lists. */
  PAGE_ORDER("stable", "turning"),
  /** How the next page is named. */
  NEXT_LINK("absolute", "rooted", "cursor"),
  /** What the last page says of the next. */
  LAST_LINK("absent", "null"),
  /** How many requests there may be in a second. */
  LIMIT("none", "2", "5", "20"),
  /** How an answer says when to come back. */
  RETRY_AFTER("seconds", "date", "none"),
  /** How long an access token lives, in seconds. */
  TOKEN_LIFE("600", "90", "2"),
  /** What revoking a permission does that is not held. */
  REVOKE_PERMISSION_ABSENT("404", "nothing"),
  /** What taking the last owner from a file does. */
  LAST_OWNER("taken", "400");

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<String> values;

  OrganizationSwitch(String... values) {
    this.values = List.of(values);
  }

  @Override
  public List<String> positions() {
    return values;
  }
}
