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
  /** Categories with a documented quota of their own, and the rest without one. */
  enum Category {
    INVITATIONS,
    MEMBERS,
    GROUPS(RoleModel.RBAC),
    ENVIRONMENT_ROLES(RoleModel.RBAC),
    PROJECT_ROLES(RoleModel.RBAC),
    PROJECT_GRANTS(RoleModel.RBAC),
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
    if (category == Category.UNLIMITED || quota == 0) {
      return Optional.empty();
    }
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
