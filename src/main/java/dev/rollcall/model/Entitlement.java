package dev.rollcall.model;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;

/**
 * A right that can be held. The order is by kind, then target, so that sorted lists are stable.
 *
 * <p>A role named {@link #NO_ACCESS} is the explicit statement that the target must not be held; it
 * occurs on the desired side only.
 */
public sealed interface Entitlement extends Comparable<Entitlement> {

  /** The pseudo role that takes access away. */
  String NO_ACCESS = "No access";

  /** By kind, then target, then role. */
  Comparator<Entitlement> ORDER =
      Comparator.comparingInt(Entitlement::rank)
          .thenComparing(Entitlement::target)
          .thenComparing(Entitlement::role);

  /**
   * What the right is on: entitlements of one person with equal kind and target exclude each other.
   */
  String target();

  /** The role on the target; empty for a membership. */
  String role();

  /** The kind's place in the order. */
  int rank();

  /** Whether this is the statement that nothing must be held on the target. */
  default boolean isNoAccess() {
    return meansNoAccess(role());
  }

  /** Whether a role name is one of the spellings of "no access". */
  static boolean meansNoAccess(String role) {
    // Asked of every role of everybody, so it looks at the letters and copies nothing.
    String letters = "noaccess";
    int found = 0;
    for (int i = 0; i < role.length(); i++) {
      char c = role.charAt(i);
      if (" \t\n\u000B\f\r_-\u00A0\u202F\u2007\u200B\uFEFF".indexOf(c) >= 0) {
        continue;
      }
      if (found == letters.length() || Character.toLowerCase(c) != letters.charAt(found)) {
        return false;
      }
      found++;
    }
    return found == letters.length();
  }

  /** Whether both are about the same thing, whatever the role. */
  default boolean sameTarget(Entitlement other) {
    return rank() == other.rank() && target().equals(other.target());
  }

  @Override
  default int compareTo(Entitlement other) {
    return ORDER.compare(this, other);
  }

  /** One role in one environment; a person holds at most one per environment. */
  record EnvironmentRole(Environment environment, String role) implements Entitlement {
    /** Checks; every spelling of "no access" becomes {@link #NO_ACCESS}. */
    public EnvironmentRole {
      requireNonNull(environment, "environment");
      role = meansNoAccess(role) ? NO_ACCESS : Naming.tidy(role);
    }

    @Override
    public String target() {
      return environment.name();
    }

    @Override
    public int rank() {
      return 0;
    }

    @Override
    public String toString() {
      return environment + " " + role;
    }
  }

  /** Membership of a group, by the group's name. */
  record GroupMembership(String group) implements Entitlement {
    /** Takes the name as it is matched. */
    public GroupMembership {
      group = Naming.tidy(group);
    }

    @Override
    public String target() {
      return group;
    }

    @Override
    public String role() {
      return "";
    }

    @Override
    public int rank() {
      return 1;
    }

    @Override
    public String toString() {
      return "group " + group;
    }
  }

  /** One role on one project in one environment; at most one per project and environment. */
  record ProjectRole(String project, Environment environment, String role) implements Entitlement {
    /** Checks; every spelling of "no access" becomes {@link #NO_ACCESS}. */
    public ProjectRole {
      project = Naming.tidy(project);
      requireNonNull(environment, "environment");
      role = meansNoAccess(role) ? NO_ACCESS : Naming.tidy(role);
    }

    @Override
    public String target() {
      return project + "@" + environment;
    }

    @Override
    public int rank() {
      return 2;
    }

    @Override
    public String toString() {
      return target() + " " + role;
    }
  }
}
