package dev.rollcall.model;

import java.util.List;
import java.util.Optional;

/**
 * A way in which a roster, a rule or a group of the job file states rights. Which kind of resource
 * each of them feeds, a vendor's {@link Vocabulary} says; a vendor may have ways of its own.
 *
 * @param key what it is called in a job file
 * @param headers what usually stands above such a column, of a way of a vendor's own
 * @param within the only resource about whose contents it speaks; empty where about all
 */
public record RightsColumn(String key, List<String> headers, Optional<Resource> within) {

  /** A level on each of a few resources, each with a column of its own: {@code role.dev}. */
  public static final RightsColumn ROLES = of("roles");

  /** A list of names: {@code groups}. */
  public static final RightsColumn GROUPS = of("groups");

  /** A list of names, each with a level: {@code projects}. */
  public static final RightsColumn PROJECTS = of("projects");

  /** Copies. */
  public RightsColumn {
    headers = List.copyOf(headers);
  }

  /**
   * A way of a vendor's own: a list of names, each with what it lies in and with its level, where
   * the kind that it feeds has these.
   *
   * @param headers at least one
   */
  public static RightsColumn own(String key, String... headers) {
    return new RightsColumn(key, List.of(headers), Optional.empty());
  }

  private static RightsColumn of(String key) {
    return new RightsColumn(key, List.of(), Optional.empty());
  }

  /** Whether it is a vendor's own. */
  public boolean isOwn() {
    return !headers.isEmpty();
  }

  /** The same of what lies in one resource, which has a column of its own. */
  public RightsColumn in(Resource container) {
    return new RightsColumn(key, headers, Optional.of(container));
  }

  /** The same of what lies anywhere. */
  public RightsColumn anywhere() {
    return new RightsColumn(key, headers, Optional.empty());
  }

  @Override
  public String toString() {
    return key;
  }
}
