package dev.rollcall.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Counts the accepted requests of each category in a sliding window, for the whole workspace. */
final class Quotas {
  private static final int USUAL = 60;

  /** Categories with a documented quota of their own, and the rest without one. */
  enum Category {
    INVITATIONS,
    MEMBERS,
    GROUPS(RoleModel.RBAC),
    ENVIRONMENT_ROLES(RoleModel.RBAC),
    PROJECT_ROLES(RoleModel.RBAC),
    PROJECT_GRANTS(RoleModel.RBAC),
    /** Counted in the customers' workspaces of a partner alone. */
    PROJECTS,
    LEGACY_ROLES(RoleModel.LEGACY),
    ROLES_MIGRATION(RoleModel.LEGACY),
    UNLIMITED;

    @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
    private final Set<RoleModel> models;

    Category(RoleModel... models) {
      this.models = Set.of(models.length == 0 ? RoleModel.values() : models);
    }

    /** Whether a workspace with this permission model has such endpoints. */
    boolean isOf(RoleModel model) {
      return models.contains(model);
    }
  }

  private final Map<Category, Deque<Instant>> accepted = new EnumMap<>(Category.class);

  /** Takes one request out of the quota, or tells how long to wait. A quota of 0 has no end. */
  Optional<Duration> take(Category category, int quota, Duration window, Instant now) {
    return category == Category.UNLIMITED || category == Category.PROJECTS || quota == 0
        ? Optional.empty()
        : counted(category, quota, window, now);
  }

  /**
   * The same in customers' workspaces, where some categories have more.
   *
   * @param quotaPerMinute that of most; those of others are in proportion
   */
  Optional<Duration> takeOfCustomers(Route route, int quotaPerMinute, Instant now) {
    if (quotaPerMinute == 0) {
      return Optional.empty();
    }
    Duration minute = Duration.ofMinutes(1);
    return switch (route.category()) {
      case UNLIMITED -> Optional.empty();
      case GROUPS, ENVIRONMENT_ROLES, PROJECT_ROLES ->
          counted(
              route.category(),
              Math.max(1, 10 * quotaPerMinute / USUAL),
              Duration.ofSeconds(1),
              now);
      case PROJECTS ->
          counted(route.category(), Math.max(1, 1000 * quotaPerMinute / USUAL), minute, now);
      default -> counted(route.category(), quotaPerMinute, minute, now);
    };
  }

  private Optional<Duration> counted(Category category, int quota, Duration window, Instant now) {
    Deque<Instant> times = accepted.computeIfAbsent(category, c -> new ArrayDeque<>());
    while (!times.isEmpty() && !times.getFirst().plus(window).isAfter(now)) {
      times.removeFirst();
    }
    if (times.size() >= quota) {
      return Optional.of(Duration.between(now, times.getFirst().plus(window)));
    }
    times.addLast(now);
    return Optional.empty();
  }
}
