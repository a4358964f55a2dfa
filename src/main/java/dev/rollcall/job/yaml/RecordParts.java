package dev.rollcall.job.yaml;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A record as a mapping is bound to it. What its annotations say is read once: that takes longer
 * than to bind a value.
 *
 * @param all one a component, in their order
 * @param keys all that may stand in the mapping, those of inlined records among them
 */
record RecordParts(Constructor<?> constructor, List<Part> all, List<String> keys) {

  /** Copies. */
  RecordParts {
    all = List.copyOf(all);
    keys = List.copyOf(keys);
  }

  static RecordParts of(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    List<Part> parts = new ArrayList<>();
    List<String> keys = new ArrayList<>();
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      if (components[i].isAnnotationPresent(Inline.class)) {
        RecordParts inlined = of(types[i]);
        parts.add(new Inlined(components[i].getName(), inlined));
        keys.addAll(inlined.keys());
      } else {
        Keyed part = Keyed.of(components[i]);
        parts.add(part);
        keys.add(part.key());
      }
    }
    return new RecordParts(constructor(type, types), parts, keys);
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
  }

  /** A record whose keys stand among those of the one it is part of. */
  record Inlined(String name, RecordParts parts) implements Part {}

  /**
   * The value of a key.
   *
   * @param says one sentence for people who write the file
   * @param fallback what holds where the key is left out
   * @param isOptional whether nothing has to
   * @param mayBeEmpty whether a list or mapping may be
   */
  record Keyed(
      String name,
      Type type,
      String key,
      String says,
      Optional<Tree> fallback,
      boolean isOptional,
      boolean mayBeEmpty)
      implements Part {

    private static Keyed of(RecordComponent component) {
      Key key = RecordKeys.key(component);
      String fallback = key.fallback();
      return new Keyed(
          component.getName(),
          component.getGenericType(),
          RecordKeys.name(component),
          key.value(),
          RecordKeys.fallback(component),
          component.getType() == Optional.class,
          fallback.equals("[]") || fallback.equals("{}"));
    }

    /** What it is, within a sentence. */
    String meaning() {
      return Character.toLowerCase(says.charAt(0)) + says.substring(1).replaceAll("\\.$", "");
    }
  }
}
