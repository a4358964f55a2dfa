package dev.rollcall.tenant;

/**
 * A quota category of a workspace: requests of one lane share a quota and go one after the other.
 *
 * @param name lower case words, e.g. {@code invitations}
 */
public record Lane(String name) implements Comparable<Lane> {

  @Override
  public int compareTo(Lane other) {
    return name.compareTo(other.name);
  }

  @Override
  public String toString() {
    return name;
  }
}
