package dev.rollcall.tenant.workato.payload;

import dev.rollcall.tenant.http.JsonFields;
import java.util.Optional;

/**
 * The environment that a row says it is in, by its type ({@code dev}) or else by its name ({@code
 * Development}); empty where it says nothing. Documented as an object, taken as a text as well.
 */
public record EnvironmentRow(Optional<String> said) {

  /** Nothing is said. */
  public static final EnvironmentRow NONE = new EnvironmentRow(Optional.empty());

  /** Reads a field that is an object with a type or a name, or a text; anything else is none. */
  public static EnvironmentRow read(JsonFields field) {
    return field.isObject() ? ofObject(field) : of(field);
  }

  private static EnvironmentRow ofObject(JsonFields fields) {
    EnvironmentRow type = NONE;
    EnvironmentRow environmentType = NONE;
    EnvironmentRow name = NONE;
    while (fields.next()) {
      switch (fields.name()) {
        case "type" -> type = of(fields);
        case "environment_type" -> environmentType = of(fields);
        case "name" -> name = of(fields);
        default -> fields.skip();
      }
    }
    return type.or(environmentType).or(name);
  }

  private static EnvironmentRow of(JsonFields field) {
    Optional<String> said = field.textIfAny().map(String::strip).filter(text -> !text.isEmpty());
    return said.isEmpty() ? NONE : new EnvironmentRow(said);
  }

  /** This, or the other where this says nothing. */
  EnvironmentRow or(EnvironmentRow other) {
    return said.isPresent() ? this : other;
  }
}
