package dev.rollcall.tenant;

/**
 * A kind of request of a vendor that carries many items, and whose behaviour has to be found out.
 *
 * @param name unique within a tenant, and what its behaviour is remembered by
 */
public record BatchKind(String name) implements Comparable<BatchKind> {

  @Override
  public int compareTo(BatchKind other) {
    return name.compareTo(other.name);
  }

  @Override
  public String toString() {
    return name;
  }
}
