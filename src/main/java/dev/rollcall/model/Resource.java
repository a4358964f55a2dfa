package dev.rollcall.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a right is on: the environment {@code prod}, the group {@code Finance}, the project {@code
 * Billing@prod}. Ordered by kind, then label.
 */
public final class Resource implements Comparable<Resource> {

  private final Kind kind;
  private final Optional<Resource> container;
  private final String name;
  private final String label;

  private Resource(Kind kind, Optional<Resource> container, String name) {
    this.kind = kind;
    this.container = container;
    this.name = kind.canonical(name);
    this.label = label();
  }

  /**
   * One that lies in nothing.
   *
   * @throws IllegalArgumentException where the kind lies in another
   */
  public static Resource of(Kind kind, String name) {
    return checked(new Resource(kind, Optional.empty(), name));
  }

  /**
   * One that lies in another.
   *
   * @throws IllegalArgumentException where the kind does not lie in that one
   */
  public static Resource of(Kind kind, Resource container, String name) {
    return checked(new Resource(kind, Optional.of(container), name));
  }

  /**
   * One by its {@link #path}.
   *
   * @throws IllegalArgumentException where the path is none of this kind
   */
  public static Resource of(Kind kind, List<String> path) {
    if (path.isEmpty()) {
      throw new IllegalArgumentException("no " + kind.noun() + " is without a name");
    }
    String name = path.get(path.size() - 1);
    List<String> outer = path.subList(0, path.size() - 1);
    return kind.container()
        .map(container -> of(kind, of(container.kind(), outer), name))
        .orElseGet(() -> checked(new Resource(kind, outermost(kind, outer), name)));
  }

  private static Optional<Resource> outermost(Kind kind, List<String> outer) {
    if (!outer.isEmpty()) {
      throw new IllegalArgumentException("no " + kind.noun() + " lies in anything");
    }
    return Optional.empty();
  }

  private static Resource checked(Resource resource) {
    boolean fits =
        resource
            .kind
            .container()
            .map(Kind.Container::kind)
            .equals(resource.container.map(Resource::kind));
    if (!fits) {
      throw new IllegalArgumentException(
          "\"" + resource.label + "\" is no name of a " + resource.kind.noun());
    }
    return resource;
  }

  private String label() {
    if (container.isEmpty()) {
      return name;
    }
    Kind.Container lying = kind.container().orElseThrow();
    String outer = container.get().label;
    return lying.containerFirst() ? outer + lying.between() + name : name + lying.between() + outer;
  }

  /** What it is. */
  public Kind kind() {
    return kind;
  }

  /** What it lies in. */
  public Optional<Resource> container() {
    return container;
  }

  /** Its own name, as it is matched: {@code Billing}. */
  public String name() {
    return name;
  }

  /** The names of what it lies in, outermost first, and its own: {@code [prod, Billing]}. */
  public List<String> path() {
    return container
        .map(Resource::path)
        .map(outer -> Stream.concat(outer.stream(), Stream.of(name)).toList())
        .orElseGet(() -> List.of(name));
  }

  /**
   * Being in it.
   *
   * @throws IllegalArgumentException where the kind has levels
   */
  public Entitlement membership() {
    return new Entitlement(this, Optional.empty());
  }

  /**
   * A level on it.
   *
   * @throws IllegalArgumentException where the kind has none
   */
  public Entitlement at(String level) {
    return new Entitlement(this, Optional.of(level));
  }

  /** The whole name, for people; unique within the kind. */
  @Override
  public String toString() {
    return label;
  }

  @Override
  public int compareTo(Resource other) {
    int byKind = kind.compareTo(other.kind);
    return byKind != 0 ? byKind : label.compareTo(other.label);
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || other instanceof Resource resource
            && kind == resource.kind
            && name.equals(resource.name)
            && container.equals(resource.container);
  }

  @Override
  public int hashCode() {
    return label.hashCode();
  }
}
