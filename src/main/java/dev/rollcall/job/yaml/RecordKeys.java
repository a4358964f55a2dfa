package dev.rollcall.job.yaml;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The keys that a record has; the one place that reads the annotations. */
final class RecordKeys {

  private static final String DEFAULT = "the default of ";

  private RecordKeys() {}

  /** The keys of a record in its order, those of inlined records among them. */
  static List<String> of(Class<?> type) {
    List<String> keys = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      if (component.isAnnotationPresent(Inline.class)) {
        keys.addAll(of(component.getType()));
      } else {
        keys.add(name(component));
      }
    }
    return keys;
  }

  /** The key of a component. */
  static String name(RecordComponent component) {
    String given = key(component).name();
    return given.isEmpty() ? hyphenated(component.getName()) : given;
  }

  private static String hyphenated(String name) {
    StringBuilder key = new StringBuilder();
    for (char letter : name.toCharArray()) {
      if (Character.isUpperCase(letter)) {
        key.append('-');
      }
      key.append(Character.toLowerCase(letter));
    }
    return key.toString();
  }

  /** What is said of a component. */
  static Key key(RecordComponent component) {
    Key key = component.getAnnotation(Key.class);
    if (key == null) {
      throw new IllegalStateException(component + " says nothing of its key");
    }
    return key;
  }

  /** Whether this is a place within what holds where a key is left out. */
  static boolean isFallback(Position position) {
    return position.isWhole() && position.label().startsWith(DEFAULT);
  }

  /** What holds where the key is left out. */
  static Optional<Tree> fallback(RecordComponent component) {
    String text = key(component).fallback();
    return text.equals(Key.NONE)
        ? Optional.empty()
        : YamlText.parseValue(
            Position.whole(DEFAULT + name(component)),
            text,
            problem -> {
              throw new IllegalStateException(problem.toString());
            });
  }

  /** The key that can be written in the place of a whole record; empty where none can. */
  static Optional<String> word(Class<?> type) {
    return Optional.ofNullable(type.getAnnotation(InAWord.class)).map(InAWord::value);
  }

  /** The word that chooses a record of a sealed family. */
  static Variant variant(Class<?> type) {
    Variant variant = type.getAnnotation(Variant.class);
    if (variant == null) {
      throw new IllegalStateException(type + " has no word");
    }
    return variant;
  }
}
