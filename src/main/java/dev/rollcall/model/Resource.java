package dev.rollcall.model;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a right is on: the environment {@code prod}, the group {@code Finance}, the project {@code
 * Billing@prod}. Ordered by kind, then label.
 */
public final class Resource implements Comparable<Resource> {

  private final Kind kind;
  private final Optional<Resource> container;
  private final String name;
  private final String compared;
  private final String label;
  private final String comparedLabel;

  private Resource(Kind kind, Optional<Resource> container, String name) {
    this.kind = kind;
    this.container = container;
    this.name = kind.canonical(name);
    this.compared = kind.compared(this.name);
    this.label = label(this.name, Resource::toString);
    this.comparedLabel =
        compared.equals(this.name) && container.filter(Resource::isComparedOtherwise).isEmpty()
            ? label
            : label(compared, outer -> outer.comparedLabel);
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

  private boolean isComparedOtherwise() {
    return !comparedLabel.equals(label);
  }

  private String label(String inner, Function<Resource, String> labels) {
    if (container.isEmpty()) {
      return inner;
    }
    Kind.Container lying = kind.container().orElseThrow();
    String outer = labels.apply(container.get());
    return lying.containerFirst()
        ? outer + lying.between() + inner
        : inner + lying.between() + outer;
  }

  /** What it is. */
  public Kind kind() {
    return kind;
  }

  /** What it lies in. */
  public Optional<Resource> container() {
    return container;
  }

  /** Its own name: {@code Billing}. */
  public String name() {
    return name;
  }

  /** Its own name as it is compared with others of its kind. */
  public String compared() {
    return compared;
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
    return byKind != 0 ? byKind : comparedLabel.compareTo(other.comparedLabel);
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || other instanceof Resource resource
            && kind == resource.kind
            && compared.equals(resource.compared)
            && container.equals(resource.container);
  }

  @Override
  public int hashCode() {
    return comparedLabel.hashCode();
  }
}
