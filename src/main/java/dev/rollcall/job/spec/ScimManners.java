package dev.rollcall.job.spec;

import dev.rollcall.job.yaml.Key;
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
    @Key(
            "How members are taken out: filter-path, by members[value eq \"…\"]; value-array, which"
                + " a provider that follows the RFC takes for all members; or put-group, by the"
                + " whole group.")
        Optional<ScimProfile.Removal> removal,
    @Key("Whether the members of a group may be replaced as a whole.")
        Optional<Boolean> replaceMembers,
    @Key("How many members one request may name.") Optional<Integer> mostMembers,
    @Key("How members are read: get, with the group; filter-inverse, person by person; or not.")
        Optional<ScimProfile.Members> members,
    @Key("any; or outer-first: memberships that others need are given first.")
        Optional<ScimProfile.Order> order,
    @Key("How users are changed: patch, patch-without-path or put.")
        Optional<ScimProfile.Changing> change,
    @Key("Whether active is written as a text.") Optional<Boolean> activeAsText,
    @Key("How many e-mail addresses a user is given: 1 or 0.") Optional<Integer> emails,
    @Key("Whether a user is given a display name.") Optional<Boolean> displayNames,
    @Key("How many entries of a list are asked for at a time.") Optional<Integer> pageSize,
    @Key("How lists are gone through: index or cursor; what the provider says where left out.")
        Optional<ScimProfile.PagingStyle> paging,
    @Key("Who we say we are.") Optional<String> userAgent,
    @Key("The media type of bodies.") Optional<String> contentType,
    @Key("How long one request may take.") Optional<Duration> timeout) {

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
