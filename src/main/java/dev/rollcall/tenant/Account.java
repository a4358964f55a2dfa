package dev.rollcall.tenant;

import dev.rollcall.model.Email;
import dev.rollcall.model.Entitlement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An account of a tenant as it is, whoever's it is.
 *
 * @param id by which the vendor knows it; opaque
 * @param sort the vendor's word for what it is, where it is no ordinary account; empty for those
 * @param since when it was made, where the vendor tells
 * @param lastActivity empty where the vendor knows of none
 * @param rights what it holds directly, sorted
 */
public record Account(
    String id,
    Email email,
    String name,
    String sort,
    Optional<Instant> since,
    Optional<Activity> lastActivity,
    List<Entitlement> rights) {

  /** Sorts and copies. */
  public Account {
    rights = rights.stream().sorted().distinct().toList();
  }

  /** The same, used last so. */
  public Account usedLast(Activity activity) {
    return new Account(id, email, name, sort, since, Optional.of(activity), rights);
  }
}
