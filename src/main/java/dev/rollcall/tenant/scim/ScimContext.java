package dev.rollcall.tenant.scim;

import dev.rollcall.model.Profile;
import dev.rollcall.model.Resource;
import dev.rollcall.tenant.Experience;
import dev.rollcall.tenant.http.Waiting;
import java.util.List;
import java.util.Optional;

/** What whatever reads or changes a service provider works with. */
record ScimContext(
    ScimSettings settings,
    ScimApi api,
    ScimAccess access,
    ServerTraits traits,
    VersionedChanges changes,
    ScimLookups lookups,
    ScimIndex index,
    Experience experience,
    Waiting waiting) {

  ScimProfile profile() {
    return settings.profile();
  }

  /** What a user is called, as far as this provider keeps it. */
  Profile profile(ScimUser user) {
    Profile own = user.profile();
    return profile().users().displayNames()
        ? own
        : new Profile(own.given(), own.family(), Optional.empty());
  }

  /** What groups stand for, by those that were there last. */
  GroupMeaning meaning() {
    return index.meaning();
  }

  /** The groups that are there now. */
  OfferedGroups groups() {
    List<ScimGroup> all = lookups.groups();
    return new OfferedGroups(all, index.listed(all));
  }

  /** Whatever is there now and stands for this. */
  List<ScimGroup> groups(Resource resource) {
    return groups().of(resource);
  }

  /** Whether who is in a group is asked for person by person. */
  boolean isAskedByPerson() {
    return traits.members() == ScimProfile.Members.FILTER_INVERSE;
  }

  /** Whether memberships that others need are given first. */
  boolean isOuterFirst() {
    return profile().groups().order() == ScimProfile.Order.OUTER_FIRST
        || !settings.names().isEmpty();
  }

  /** The group that whoever is to be in another one has to be in first, if there is one. */
  Optional<ScimGroup> outer(Resource resource) {
    return resource
        .container()
        .flatMap(index::group)
        .or(
            () ->
                index
                    .group(resource)
                    .flatMap(ScimGroup::outer)
                    .flatMap(index::called)
                    .flatMap(index::group));
  }
}
