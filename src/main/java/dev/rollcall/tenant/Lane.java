package dev.rollcall.tenant;

import static java.util.Objects.requireNonNull;

/**
 * A quota category of a workspace: requests of one lane share a quota and go one after the other.
 *
 * @param name lower case words, e.g. {@code invitations}
 */
public record Lane(String name) implements Comparable<Lane> {

  /** Checks. */
  public Lane {
    requireNonNull(name, "name");
  }

  @Override
  public int compareTo(Lane other) {
    return name.compareTo(other.name);
  }

  @Override
  public String toString() {
    return name;
  }
}
