package dev.rollcall.tenant.scim;

import dev.rollcall.model.Email;
import dev.rollcall.model.Profile;
import dev.rollcall.tenant.AccessRefused;
import dev.rollcall.tenant.Outcome;
import dev.rollcall.tenant.TenantUnavailable;
import dev.rollcall.tenant.careful.BatchItem;
import dev.rollcall.tenant.careful.Changeable;
import dev.rollcall.tenant.http.FinishedCall;
import dev.rollcall.tenant.scim.ScimApi.Resources;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether somebody is suspended, which roles the attributes of theirs tell, and what they are
 * called.
 *
 * @param wanted what they are to be called, where that is asked for
 */
record UserStanding(ScimContext context, Email email, Optional<Profile> wanted)
    implements Changeable {

  private static final String NAMES = "names";

  private static final String ACTIVE = "active";

  /** Of whom nothing is asked by name. */
  UserStanding(ScimContext context, Email email) {
    this(context, email, Optional.empty());
  }

  /** To be there, or suspended. */
  static BatchItem active(int sequence, boolean isActive) {
    return new BatchItem(sequence, ACTIVE, Optional.of(Boolean.toString(isActive)));
  }

  /** To have a role, or none. */
  static BatchItem role(int sequence, String environment, Optional<String> role) {
    return new BatchItem(sequence, "role " + environment, role);
  }

  @Override
  public Map<String, String> read() {
    return found().map(this::held).orElse(Map.of());
  }

  /** To be called so. */
  static BatchItem called(int sequence, Profile profile) {
    return new BatchItem(sequence, NAMES, Optional.of(profile.toString()));
  }

  private Map<String, String> held(ScimUser user) {
    Map<String, String> held = new HashMap<>();
    wanted
        .filter(profile -> profile.equals(context.profile(user)))
        .ifPresent(profile -> held.put(NAMES, profile.toString()));
    held.put(ACTIVE, Boolean.toString(user.isActive()));
    user.roles()
        .forEach(right -> right.level().ifPresent(role -> held.put("role " + right.on(), role)));
    return held;
  }

  private Optional<ScimUser> found() {
    Optional<ScimUser> known =
        context.index().user(email).flatMap(user -> context.lookups().user(user.id()));
    if (known.isPresent()) {
      return known;
    }
    Optional<ScimUser> other = context.lookups().user(email);
    other.ifPresent(user -> context.index().found(email, user));
    return other;
  }

  @Override
  public FinishedCall<String> write(List<BatchItem> items) {
    FinishedCall<String> finished = sent(items);
    return ScimErrors.notFound(finished.last()) && isElsewhere() ? sent(items) : finished;
  }

  /** Whether the same person has another id by now. */
  private boolean isElsewhere() {
    String before = id();
    try {
      return found().filter(user -> !user.id().equals(before)).isPresent();
    } catch (TenantUnavailable | AccessRefused e) {
      return false;
    }
  }

  private String id() {
    return context.index().user(email).map(ScimUser::id).orElse("");
  }

  private FinishedCall<String> sent(List<BatchItem> items) {
    return context
        .changes()
        .change(
            Resources.USERS,
            id(),
            read -> edit(ScimUser.read(read, context.settings().roles()), items));
  }

  /** What is so already is not sent. */
  private Edit edit(ScimUser user, List<BatchItem> items) {
    UserEdits edits = new UserEdits(context.profile().users());
    if (wanted.isPresent()) {
      return edits.called(context.profile(user), wanted.get());
    }
    Map<String, String> held = held(user);
    Map<RoleAttribute, Optional<String>> roles = new HashMap<>();
    Optional<Boolean> active = Optional.empty();
    for (BatchItem item : items) {
      boolean isSo = Optional.ofNullable(held.get(item.key())).equals(item.wanted());
      if (!isSo && item.key().equals(ACTIVE)) {
        active = item.wanted().map(Boolean::parseBoolean);
      } else if (!isSo) {
        roles.put(attribute(item.key()), item.wanted());
      }
    }
    if (active.isPresent()) {
      return edits.active(active.get());
    }
    return roles.isEmpty() ? Edit.NONE : edits.roles(roles);
  }

  private RoleAttribute attribute(String key) {
    return Optional.ofNullable(context.settings().roles().get(key.substring("role ".length())))
        .orElseThrow();
  }

  @Override
  public Outcome turnedAway(FinishedCall<?> finished) {
    return context.access().turnedAway("change users", finished);
  }
}
