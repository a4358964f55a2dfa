package dev.rollcall.plan;

import dev.rollcall.model.Email;
import dev.rollcall.model.Member;

/**
 * Somebody to whose employee-id the rosters give another address than the one it had.
 *
 * @param old the address it had
 * @param now the person who has the id now
 * @param employeeId the id, as the roster writes it
 * @param doubt why it may be another person's; empty where nothing speaks against a rename
 */
record AddressChange(Email old, Member now, String employeeId, String doubt) {

  boolean isDoubtful() {
    return !doubt.isEmpty();
  }

  /** What is said of the new address. */
  String from() {
    return "renamed from " + old + identified();
  }

  /** What is said of the old one. */
  String to() {
    return "renamed to " + now.email() + identified();
  }

  private String identified() {
    return " (employee-id " + employeeId + ")";
  }
}
