package dev.rollcall.sandbox.workiva;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;

/** The ids of an organization, as opaque as those of the vendor. */
final class OrganizationIds {

  private final OrganizationState state;

  OrganizationIds(OrganizationState state) {
    this.state = state;
  }

  String user() {
    return encoded("WUser\u001f" + (7_000_000 + state.next("user")));
  }

  String workspace() {
    return encoded("Account\u001f" + (9_000_000 + state.next("workspace")));
  }

  String membership() {
    return encoded("Membership\u001f" + (5_000_000 + state.next("membership")));
  }

  String group() {
    long number = state.next("group");
    return encoded("WFGroup\u001eWFGroup:" + new UUID(0x6a09e667f3bc4908L, number));
  }

  String role() {
    return Long.toString(1 + state.next("role"));
  }

  String operation() {
    return "op-" + new UUID(0x3c6ef372fe944000L, state.next("operation"));
  }

  /** What a group's list calls a member where it does not use the ids of users. */
  static String inGroup(String user) {
    return encoded("WFUser\u001f" + Integer.toHexString(user.hashCode()));
  }

  private static String encoded(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
