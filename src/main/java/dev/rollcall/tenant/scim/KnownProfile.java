package dev.rollcall.tenant.scim;

import static dev.rollcall.tenant.scim.ScimProfile.Changing.PATCH;
import static dev.rollcall.tenant.scim.ScimProfile.Changing.PATCH_WITHOUT_PATH;
import static dev.rollcall.tenant.scim.ScimProfile.Members.FILTER_INVERSE;
import static dev.rollcall.tenant.scim.ScimProfile.Members.GET;
import static dev.rollcall.tenant.scim.ScimProfile.Removal.FILTER_PATH;
import static dev.rollcall.tenant.scim.ScimProfile.Removal.VALUE_ARRAY;

import dev.rollcall.tenant.scim.ScimProfile.GroupManners;
import dev.rollcall.tenant.scim.ScimProfile.ListManners;
import dev.rollcall.tenant.scim.ScimProfile.Order;
import dev.rollcall.tenant.scim.ScimProfile.UserManners;
import dev.rollcall.tenant.scim.ScimProfile.WireManners;
import java.time.Duration;
import java.util.Optional;

/** Service providers whose manners are known. */
public enum KnownProfile {
  /** What RFC 7643 and 7644 say. */
  RFC(usual()),
  /** Made for what Entra ID sends: members are removed by values, {@code active} is a text. */
  ENTRA_LIKE(
      usual()
          .with(new GroupManners(VALUE_ARRAY, true, 100, GET, Order.ANY))
          .with(new UserManners(PATCH, true, 1, true))),
  /** AWS IAM Identity Center: members are not shown, and never replaced. */
  AWS(
      usual()
          .with(new GroupManners(VALUE_ARRAY, false, 100, FILTER_INVERSE, Order.ANY))
          .with(new UserManners(PATCH, false, 1, true))
          .with(new ListManners(50, Optional.empty()))),
  /** Made for what Okta sends: PATCH without a path. */
  OKTA(usual().with(new UserManners(PATCH_WITHOUT_PATH, false, 1, true))),
  /** Slack: 180 changes of users a minute. */
  SLACK(usual().with(wire(150))),
  /** GitHub with managed users: a thousand users an hour. */
  GITHUB(usual().with(wire(16))),
  /** Workiva: what lies in a workspace waits half a minute for the membership of it. */
  WORKIVA(
      usual()
          .with(new GroupManners(FILTER_PATH, true, 100, GET, Order.OUTER_FIRST))
          .with(new UserManners(PATCH, false, 1, false)));

  @SuppressWarnings("ImmutableEnumChecker") // records of what does not change
  private final ScimProfile profile;

  KnownProfile(ScimProfile profile) {
    this.profile = profile;
  }

  /** Its manners. */
  public ScimProfile profile() {
    return profile;
  }

  private static ScimProfile usual() {
    return new ScimProfile(
        new GroupManners(FILTER_PATH, true, 100, GET, Order.ANY),
        new UserManners(PATCH, false, 1, true),
        new ListManners(100, Optional.empty()),
        wire(120));
  }

  private static WireManners wire(int perMinute) {
    return new WireManners("Rollcall", "application/scim+json", perMinute, Duration.ofSeconds(50));
  }
}
