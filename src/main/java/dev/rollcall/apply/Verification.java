package dev.rollcall.apply;

/** What reading back showed of an operation. */
public enum Verification {
  /** Not looked at. */
  UNREAD,
  /** Its effect was seen. */
  VERIFIED,
  /** Sent, and cannot be seen before somebody else acts: an invitation. */
  NOT_YET_VISIBLE,
  /** The workspace is otherwise. */
  DIFFERS
}
