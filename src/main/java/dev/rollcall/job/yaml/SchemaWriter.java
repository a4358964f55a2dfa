package dev.rollcall.job.yaml;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Writes the JSON Schema of what {@link Binder} binds, from the same records and bindings. */
public final class SchemaWriter {

  private final Bindings bindings;
  private final Map<String, Object> definitions = new TreeMap<>();

  /** With the forms that bind. */
  public SchemaWriter(Bindings bindings) {
    this.bindings = bindings;
  }

  /** The whole schema of a file, ready to be written as JSON. */
  public Map<String, Object> document(Class<? extends Record> type, String id, String title) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    document.put("$id", id);
    document.put("title", title);
    document.putAll(record(type));
    document.put("$defs", definitions);
    return document;
  }

  /** The schema of a type. */
  public Map<String, Object> of(Type type) {
    if (type instanceof ParameterizedType generic) {
      return ofGeneric(generic);
    }
    Class<?> plain = (Class<?>) type;
    Optional<Binding<?>> binding = bindings.of(plain);
    if (binding.isPresent()) {
      return binding.get().schema(this);
    }
    return plain.isSealed() ? defined(plain, family(plain)) : defined(plain, recordOrWord(plain));
  }

  private Map<String, Object> ofGeneric(ParameterizedType generic) {
    Class<?> raw = (Class<?>) generic.getRawType();
    Type[] of = generic.getActualTypeArguments();
    if (raw == List.class) {
      return ordered("type", "array", "items", of(of[0]));
    }
    if (raw == Map.class) {
      return ordered("type", "object", "additionalProperties", of(of[1]));
    }
    return of(of[0]);
  }

  private Map<String, Object> defined(Class<?> type, Map<String, Object> schema) {
    definitions.put(type.getSimpleName(), schema);
    return ordered("$ref", "#/$defs/" + type.getSimpleName());
  }

  private Map<String, Object> family(Class<?> family) {
    List<Object> variants = new ArrayList<>();
    List<String> words = new ArrayList<>();
    for (Class<?> variant : family.getPermittedSubclasses()) {
      String word = RecordKeys.variant(variant).value();
      words.add(word);
      variants.add(
          ordered(
              "if",
              ordered("properties", ordered("type", ordered("const", word))),
              "then",
              of(variant)));
    }
    return ordered(
        "type",
        "object",
        "properties",
        ordered("type", ordered("enum", words)),
        "required",
        List.of("type"),
        "allOf",
        variants);
  }

  private Map<String, Object> recordOrWord(Class<?> type) {
    return RecordKeys.word(type)
        .map(word -> ordered("anyOf", List.of(record(type), ordered("const", word))))
        .orElseGet(() -> record(type));
  }

  private Map<String, Object> record(Class<?> type) {
    Map<String, Object> properties = new LinkedHashMap<>();
    List<String> required = new ArrayList<>();
    Map<String, Object> schema = ordered("type", "object");
    if (type.isAnnotationPresent(Variant.class)) {
      Variant variant = RecordKeys.variant(type);
      schema.put("description", variant.description());
      properties.put("type", ordered("const", variant.value()));
      required.add("type");
    }
    collect(type, properties, required);
    schema.put("properties", properties);
    if (!required.isEmpty()) {
      schema.put("required", required);
    }
    schema.put("additionalProperties", false);
    return schema;
  }

  private void collect(Class<?> type, Map<String, Object> properties, List<String> required) {
    for (RecordComponent component : type.getRecordComponents()) {
      if (component.isAnnotationPresent(Inline.class)) {
        collect(component.getType(), properties, required);
        continue;
      }
      String name = RecordKeys.name(component);
      Optional<Tree> fallback = RecordKeys.fallback(component);
      properties.put(name, property(component, fallback));
      if (fallback.isEmpty() && component.getType() != Optional.class) {
        required.add(name);
      }
    }
  }

  private Map<String, Object> property(RecordComponent component, Optional<Tree> fallback) {
    Map<String, Object> schema = ordered("description", RecordKeys.key(component).value());
    fallback.ifPresent(tree -> schema.put("default", PlainTree.of(tree)));
    schema.putAll(of(component.getGenericType()));
    boolean mayBeEmpty = List.of("[]", "{}").contains(RecordKeys.key(component).fallback());
    if ("array".equals(schema.get("type")) && !mayBeEmpty) {
      schema.put("minItems", 1);
    }
    if (component.getType() == Map.class && !mayBeEmpty) {
      schema.put("minProperties", 1);
    }
    return schema;
  }

  /** A map that keeps the order given: keys and values in turn. */
  public static Map<String, Object> ordered(Object... keysAndValues) {
    Map<String, Object> map = new LinkedHashMap<>();
    List<Object> all = Arrays.asList(keysAndValues);
    for (int i = 0; i < all.size(); i += 2) {
      map.put((String) all.get(i), all.get(i + 1));
    }
    return map;
  }
}
