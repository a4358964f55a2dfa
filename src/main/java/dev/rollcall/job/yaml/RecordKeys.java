package dev.rollcall.job.yaml;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Optional;

/** What the annotations of a record say of its keys. */
final class RecordKeys {

  private static final String DEFAULT = "the default of ";

  private RecordKeys() {}

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
    Position place = Position.whole(DEFAULT + name(component));
    return switch (text) {
      case Key.NONE -> Optional.empty();
      // What most of them are need not be parsed.
      case "[]" -> Optional.of(new Tree.Sequence(List.of(), place));
      case "{}" -> Optional.of(new Tree.Mapping(List.of(), place));
      default ->
          YamlText.parseValue(
              place,
              text,
              problem -> {
                throw new IllegalStateException(problem.toString());
              });
    };
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
