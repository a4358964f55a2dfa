package dev.rollcall.tenant.scim;

import dev.rollcall.model.Email;
import dev.rollcall.tenant.TenantUnavailable;
import dev.rollcall.tenant.http.CallOutcome;
import dev.rollcall.tenant.http.FinishedCall;
import dev.rollcall.tenant.scim.ResourcePages.ListReading;
import dev.rollcall.tenant.scim.ScimApi.Resources;
import dev.rollcall.tenant.scim.ScimProfile.PagingStyle;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Whole lists, and single entries that are looked for. Thread-safe. */
final class ScimLookups {

  /** An id that nobody has. */
  private static final String NOBODY = "rollcall-nobody";

  private static final String WITHOUT_MEMBERS = "excludedAttributes=members";

  private final ScimApi api;
  private final ScimAccess access;
  private final ScimSettings settings;
  private volatile Optional<ListReading> reading = Optional.empty();
  private volatile Optional<Boolean> filters = Optional.empty();

  ScimLookups(ScimApi api, ScimAccess access, ScimSettings settings) {
    this.api = api;
    this.access = access;
    this.settings = settings;
  }

  /** All users. */
  List<ScimUser> users() {
    return pages().all(Resources.USERS, "", this::user);
  }

  private ScimUser user(ScimAttributes attributes) {
    return ScimUser.read(attributes, settings.roles());
  }

  /** All groups, without their members. */
  List<ScimGroup> groups() {
    try {
      return pages().all(Resources.GROUPS, WITHOUT_MEMBERS, ScimGroup::read);
    } catch (QueryRefused e) {
      return pages().all(Resources.GROUPS, "", ScimGroup::read);
    }
  }

  /** The user with this address; it is searched for, and what comes back is compared. */
  Optional<ScimUser> user(Email email) {
    FilterText filter = new FilterText("userName", email.address());
    return filtered(Resources.USERS, filter, "", this::user)
        .flatMap(users -> users.stream().filter(user -> user.is(email)).findFirst())
        .or(() -> users().stream().filter(user -> user.is(email)).findFirst());
  }

  /** One user, read again; empty where it is not there any more. */
  Optional<ScimUser> user(String id) {
    return one(Resources.USERS, id).map(this::user);
  }

  /** One group with its members, as far as they are shown; empty where it is not there. */
  Optional<ScimGroup> group(String id) {
    return one(Resources.GROUPS, id).map(ScimGroup::read);
  }

  private Optional<ScimAttributes> one(Resources resources, String id) {
    FinishedCall<ScimAttributes> finished = api.get(resources, id);
    return ScimErrors.notFound(finished.last())
        ? Optional.empty()
        : Optional.of(access.read("read " + resources.noun(), finished));
  }

  /** The groups that have somebody for a member. */
  Set<String> groupsWith(String user) {
    return filtered(
            Resources.GROUPS,
            new FilterText("members.value", user),
            WITHOUT_MEMBERS,
            ScimGroup::read)
        .orElseThrow(() -> new TenantUnavailable("groups cannot be filtered by their members"))
        .stream()
        .map(ScimGroup::id)
        .collect(Collectors.toSet());
  }

  /**
   * Whether groups can be asked for by a member: whoever ignores that shows somebody nobody is in.
   */
  synchronized boolean filtersByMember() {
    if (filters.isEmpty()) {
      filters =
          Optional.of(
              filtered(
                      Resources.GROUPS,
                      new FilterText("members.value", NOBODY),
                      WITHOUT_MEMBERS,
                      ScimGroup::read)
                  .filter(List::isEmpty)
                  .isPresent());
    }
    return filters.get();
  }

  /** What passes a filter; empty where it is refused. */
  private <T> Optional<List<T>> filtered(
      Resources resources, FilterText filter, String query, Function<ScimAttributes, T> row) {
    try {
      String whole = "filter=" + filter.encoded();
      return Optional.of(
          pages().all(resources, query.isEmpty() ? whole : whole + "&" + query, row));
    } catch (QueryRefused e) {
      return Optional.empty();
    }
  }

  private ResourcePages pages() {
    return new ResourcePages(api, access, reading());
  }

  /** How lists are read: as the profile says, else as the provider does, if it does. */
  private synchronized ListReading reading() {
    if (reading.isEmpty()) {
      reading = Optional.of(asSaid());
    }
    return reading.get();
  }

  private ListReading asSaid() {
    ScimProfile.ListManners manners = settings.profile().lists();
    FinishedCall<ScimAttributes> finished = api.config();
    if (ScimErrors.isTokenRefused(finished.last())) {
      access.read("read /ServiceProviderConfig", finished);
    }
    if (!(finished.last() instanceof CallOutcome.Accepted<ScimAttributes> accepted)) {
      return new ListReading(manners.pageSize(), manners.paging().orElse(PagingStyle.INDEX));
    }
    ScimAttributes config = accepted.value();
    int most = config.within("filter").number("maxResults").orElse(manners.pageSize());
    ScimAttributes pagination = config.within("pagination");
    boolean isByCursorAlone =
        pagination.flag("cursor").orElse(false) && !pagination.flag("index").orElse(true);
    return new ListReading(
        Math.max(1, Math.min(most, manners.pageSize())),
        manners.paging().orElse(isByCursorAlone ? PagingStyle.CURSOR : PagingStyle.INDEX));
  }
}
