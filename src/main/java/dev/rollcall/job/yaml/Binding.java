package dev.rollcall.job.yaml;

import java.util.Map;
import java.util.Optional;

/** How values of one Java type are written: how they are read, and what the schema says of them. */
public interface Binding<T> {

  /** The value; empty where it is wrong, which must have been said to the binder. */
  Optional<T> bind(Node spot, Binder binder);

  /** Its JSON Schema. */
  Map<String, Object> schema(SchemaWriter schemas);
}
