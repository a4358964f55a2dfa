package dev.rollcall.job.yaml;

import java.lang.reflect.Field;
import java.util.List;
import java.util.Optional;

/**
 * The keys of a mapping that becomes a record: the constant {@code KEYS} of that record, with one a
 * component, in their order. Annotations would stand nearer to the components, and take Java longer
 * to read than all else in a job file.
 *
 * @param variant what chooses the record, where it is one of a sealed family
 * @param word the name of a key, true or false, that can be written in the place of the whole
 *     mapping: {@code Old group: absent} for {@code Old group: { absent: true }}
 */
public record Keys(List<Key> all, Optional<Variant> variant, Optional<String> word) {

  private static final String CONSTANT = "KEYS";

  /** Copies. */
  public Keys {
    all = List.copyOf(all);
  }

  /**
   * One of a sealed family.
   *
   * @param word stands after {@code type:}
   * @param description one sentence for people who write the file
   */
  public record Variant(String word, String description) {}

  /** Those of a record. */
  public static Keys of(Key... keys) {
    return new Keys(List.of(keys), Optional.empty(), Optional.empty());
  }

  /** Those of a record of a sealed family. */
  public static Keys ofVariant(String word, String description, Key... keys) {
    return new Keys(List.of(keys), Optional.of(new Variant(word, description)), Optional.empty());
  }

  /** Those of a record for which the name of one of its keys can be written. */
  public static Keys orInAWord(String word, Key... keys) {
    return new Keys(List.of(keys), Optional.empty(), Optional.of(word));
  }

  /** Those that a record has. */
  static Keys in(Class<?> type) {
    try {
      Field keys = type.getDeclaredField(CONSTANT);
      keys.setAccessible(true);
      return (Keys) keys.get(type);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type + " says nothing of its keys", e);
    }
  }

  /** The word that chooses a record of a sealed family. */
  static Variant variant(Class<?> type) {
    return in(type).variant().orElseThrow(() -> new IllegalStateException(type + " has no word"));
  }
}
