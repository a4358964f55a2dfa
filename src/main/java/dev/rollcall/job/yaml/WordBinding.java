package dev.rollcall.job.yaml;

import dev.rollcall.model.Nearest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One of a few words. */
public final class WordBinding implements Binding<Enum<?>> {

  private final ScalarBinding<Enum<?>> binding;

  private WordBinding(Map<String, Enum<?>> words) {
    binding =
        new ScalarBinding<>(
            oneOf(List.copyOf(words.keySet())),
            Map.of("enum", List.copyOf(words.keySet())),
            text ->
                Optional.<Enum<?>>ofNullable(words.get(text))
                    .orElseThrow(() -> unknown(text, words)));
  }

  /** The words of all constants of an enumeration. */
  static WordBinding ofAll(Class<?> type) {
    return of((Enum<?>[]) type.getEnumConstants());
  }

  /** The words of constants that can be written, where not all of them can. */
  public static WordBinding of(Enum<?>... constants) {
    Map<String, Enum<?>> byWord = new LinkedHashMap<>();
    for (Enum<?> constant : constants) {
      byWord.put(Bindings.word(constant), constant);
    }
    return new WordBinding(byWord);
  }

  @Override
  public Optional<Enum<?>> bind(Node node, Binder binder) {
    return binding.bind(node, binder);
  }

  @Override
  public Map<String, Object> schema(SchemaWriter schemas) {
    return binding.schema(schemas);
  }

  private static IllegalArgumentException unknown(String text, Map<String, Enum<?>> words) {
    return new IllegalArgumentException(
        Nearest.to(text, words.keySet()).map(word -> "did you mean \"" + word + "\"?").orElse(""));
  }

  private static String oneOf(List<String> words) {
    return words.size() == 1
        ? words.get(0)
        : String.join(", ", words.subList(0, words.size() - 1))
            + " or "
            + words.get(words.size() - 1);
  }
}
