package dev.rollcall.job.yaml;

import java.util.Map;
import java.util.Optional;

/**
 * The binding of one Java type to YAML: how its values are read, and what the schema says of them.
 */
public interface Binding<T> {

  /** The value; empty where it is wrong, which must have been said to the binder. */
  Optional<T> bind(Node node, Binder binder);

  /** Its JSON Schema. */
  default Map<String, Object> schema(SchemaWriter schemas) {
    return schemas.of(String.class);
  }
}
