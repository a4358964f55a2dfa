package dev.rollcall.tenant.workato.payload;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The environment that a row says it is in, by its type ({@code dev}) or else by its name ({@code
 * Development}); empty where it says nothing. Documented as an object, taken as a text as well.
 */
public record EnvironmentRow(Optional<String> said) {

  /** Nothing is said. */
  public static final EnvironmentRow NONE = new EnvironmentRow(Optional.empty());

  /** From an object with a type or a name, or from a text. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static EnvironmentRow of(Object json) {
    Stream<?> texts =
        json instanceof Map<?, ?> fields
            ? Stream.of("type", "environment_type", "name").map(fields::get)
            : Stream.of(json);
    return first(texts);
  }

  /** The first of several texts that says something. */
  static EnvironmentRow first(Stream<?> texts) {
    return new EnvironmentRow(
        texts
            .filter(String.class::isInstance)
            .map(text -> ((String) text).strip())
            .filter(text -> !text.isEmpty())
            .findFirst());
  }
}
