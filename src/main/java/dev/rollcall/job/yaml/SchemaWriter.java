package dev.rollcall.job.yaml;

import dev.rollcall.job.yaml.RecordParts.Keyed;
import java.lang.reflect.ParameterizedType;
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
      String word = Keys.variant(variant).word();
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
    return Keys.in(type)
        .word()
        .map(word -> ordered("anyOf", List.of(record(type), ordered("const", word))))
        .orElseGet(() -> record(type));
  }

  private Map<String, Object> record(Class<?> type) {
    Map<String, Object> properties = new LinkedHashMap<>();
    List<String> required = new ArrayList<>();
    Map<String, Object> schema = ordered("type", "object");
    Keys.in(type)
        .variant()
        .ifPresent(
            variant -> {
              schema.put("description", variant.description());
              properties.put("type", ordered("const", variant.word()));
              required.add("type");
            });
    collect(RecordParts.of(type), properties, required);
    schema.put("properties", properties);
    if (!required.isEmpty()) {
      schema.put("required", required);
    }
    schema.put("additionalProperties", false);
    return schema;
  }

  private void collect(RecordParts parts, Map<String, Object> properties, List<String> required) {
    for (RecordParts.Part part : parts.all()) {
      if (part instanceof RecordParts.Inlined inlined) {
        collect(inlined.parts(), properties, required);
        continue;
      }
      Keyed keyed = (Keyed) part;
      properties.put(keyed.key().name(), property(keyed));
      if (keyed.fallback().isEmpty() && !keyed.isOptional()) {
        required.add(keyed.key().name());
      }
    }
  }

  private Map<String, Object> property(Keyed part) {
    Map<String, Object> schema = ordered("description", part.key().says());
    part.fallback().ifPresent(tree -> schema.put("default", PlainTree.of(tree)));
    schema.putAll(of(part.type()));
    if ("array".equals(schema.get("type")) && !part.key().mayBeEmpty()) {
      schema.put("minItems", 1);
    }
    if (isMap(part.type()) && !part.key().mayBeEmpty()) {
      schema.put("minProperties", 1);
    }
    return schema;
  }

  private static boolean isMap(Type type) {
    return type instanceof ParameterizedType generic && generic.getRawType() == Map.class;
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
