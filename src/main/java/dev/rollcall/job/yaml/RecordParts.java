package dev.rollcall.job.yaml;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A record as a mapping is bound to it.
 *
 * @param all one a component, in their order
 * @param keys all that may stand in the mapping, those of inlined records among them
 * @param word can be written in the place of the mapping
 */
record RecordParts(
    Constructor<?> constructor, List<Part> all, List<String> keys, Optional<String> word) {

  /** Copies. */
  RecordParts {
    all = List.copyOf(all);
    keys = List.copyOf(keys);
  }

  static RecordParts of(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    Keys written = Keys.in(type);
    if (written.all().size() != components.length) {
      throw new IllegalStateException(type + " has other keys than components");
    }
    Class<?>[] types = new Class<?>[components.length];
    List<Part> parts = new ArrayList<>();
    List<String> keys = new ArrayList<>();
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      if (written.all().get(i) instanceof Key.Written key) {
        parts.add(Keyed.of(components[i], key));
        keys.add(key.name());
      } else {
        RecordParts inlined = of(types[i]);
        parts.add(new Inlined(components[i].getName(), inlined));
        keys.addAll(inlined.keys());
      }
    }
    return new RecordParts(constructor(type, types), parts, keys, written.word());
  }

  /** Whether all keys can be left out. */
  boolean mayBeEmpty() {
    return all.stream().allMatch(Part::mayBeLeftOut);
  }

  private static Constructor<?> constructor(Class<?> type, Class<?>... components) {
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(components);
      constructor.setAccessible(true);
      return constructor;
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(type + " is no record", e);
    }
  }

  /** What becomes a component. */
  sealed interface Part {

    /** What the component is called. */
    String name();

    /** Whether the record can be made without anything being written for it. */
    boolean mayBeLeftOut();
  }

  /** A record whose keys stand among those of the one it is part of. */
  record Inlined(String name, RecordParts parts) implements Part {

    @Override
    public boolean mayBeLeftOut() {
      return parts.mayBeEmpty();
    }
  }

  /**
   * The value of a key.
   *
   * @param isOptional whether nothing has to hold where the key is left out
   */
  record Keyed(String name, Type type, Key.Written key, Optional<Tree> fallback, boolean isOptional)
      implements Part {

    @Override
    public boolean mayBeLeftOut() {
      return isOptional || fallback.isPresent();
    }

    private static Keyed of(RecordComponent component, Key.Written key) {
      return new Keyed(
          component.getName(),
          component.getGenericType(),
          key,
          Fallback.of(key),
          component.getType() == Optional.class);
    }
  }
}
