package dev.rollcall.job.spec;

import dev.rollcall.job.yaml.Key;
import dev.rollcall.job.yaml.Keys;
import dev.rollcall.job.yaml.WrongValue;
import dev.rollcall.tenant.scim.ScimProfile;
import dev.rollcall.tenant.scim.ScimProfile.GroupManners;
import dev.rollcall.tenant.scim.ScimProfile.ListManners;
import dev.rollcall.tenant.scim.ScimProfile.UserManners;
import dev.rollcall.tenant.scim.ScimProfile.WireManners;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** In what a SCIM service provider differs from its profile. */
public record ScimManners(
    Optional<ScimProfile.Removal> removal,
    Optional<Boolean> replaceMembers,
    Optional<Integer> mostMembers,
    Optional<ScimProfile.Members> members,
    Optional<ScimProfile.Order> order,
    Optional<ScimProfile.Changing> change,
    Optional<Boolean> activeAsText,
    Optional<Integer> emails,
    Optional<Boolean> displayNames,
    Optional<Integer> pageSize,
    Optional<ScimProfile.PagingStyle> paging,
    Optional<String> userAgent,
    Optional<String> contentType,
    Optional<Duration> timeout) {

  static final Keys KEYS =
      Keys.of(
          Key.of(
              "removal",
              "How members are taken out: filter-path, by members[value eq \"…\"]; value-array, which"
                  + " a provider that follows the RFC takes for all members; or put-group, by the"
                  + " whole group."),
          Key.of("replace-members", "Whether the members of a group may be replaced as a whole."),
          Key.of("most-members", "How many members one request may name."),
          Key.of(
              "members",
              "How members are read: get, with the group; filter-inverse, person by person; or not."),
          Key.of("order", "any; or outer-first: memberships that others need are given first."),
          Key.of("change", "How users are changed: patch, patch-without-path or put."),
          Key.of("active-as-text", "Whether active is written as a text."),
          Key.of("emails", "How many e-mail addresses a user is given: 1 or 0."),
          Key.of("display-names", "Whether a user is given a display name."),
          Key.of("page-size", "How many entries of a list are asked for at a time."),
          Key.of(
              "paging",
              "How lists are gone through: index or cursor; what the provider says where left out."),
          Key.of("user-agent", "Who we say we are."),
          Key.of("content-type", "The media type of bodies."),
          Key.of("timeout", "How long one request may take."));

  /** Checks numbers. */
  public ScimManners {
    for (Map.Entry<String, Optional<Integer>> each :
        Map.of("most-members", mostMembers, "page-size", pageSize).entrySet()) {
      if (each.getValue().filter(number -> number < 1).isPresent()) {
        throw new WrongValue(each.getKey(), "must be at least 1", "100 is usual");
      }
    }
    if (emails.filter(number -> number < 0 || number > 1).isPresent()) {
      throw new WrongValue("emails", "must be 0 or 1", "1 is usual");
    }
  }

  /** A profile with what is said here in place of what it says. */
  ScimProfile over(ScimProfile profile) {
    GroupManners groups = profile.groups();
    UserManners users = profile.users();
    ListManners lists = profile.lists();
    WireManners wire = profile.wire();
    return new ScimProfile(
        new GroupManners(
            removal.orElse(groups.removal()),
            replaceMembers.orElse(groups.replacesMembers()),
            mostMembers.orElse(groups.mostMembers()),
            members.orElse(groups.members()),
            order.orElse(groups.order())),
        new UserManners(
            change.orElse(users.changing()),
            activeAsText.orElse(users.activeAsText()),
            emails.orElse(users.mostEmails()),
            displayNames.orElse(users.displayNames())),
        new ListManners(pageSize.orElse(lists.pageSize()), paging.or(lists::paging)),
        new WireManners(
            userAgent.orElse(wire.userAgent()),
            contentType.orElse(wire.contentType()),
            wire.perMinute(),
            timeout.orElse(wire.patience())));
  }
}
