package dev.rollcall.sandbox;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * A piece of a seed file, with its place: whoever wants something of it that it is not complains in
 * the seed's own terms. What is null is as if it were not there.
 *
 * @param path into the file, e.g. {@code members[3].roles}
 * @param kind what it begins with
 * @param held a text, a number, a list or an object of further pieces
 */
record SeedNode(String path, int line, JsonToken kind, @Nullable Object held) {

  /** What the parser stands on, whole. */
  static SeedNode read(JsonParser json, String path) {
    int line = json.currentTokenLocation().getLineNr();
    JsonToken token = json.currentToken();
    Object held =
        switch (token) {
          case START_OBJECT -> object(json, path);
          case START_ARRAY -> list(json, path);
          case VALUE_NULL -> null;
          default -> json.getString();
        };
    return new SeedNode(path, line, token, held);
  }

  /** The pieces of a list that the parser stands on, one after the other. */
  static void each(JsonParser json, String path, Consumer<SeedNode> taking) {
    if (json.currentToken() != JsonToken.START_ARRAY) {
      read(json, path).list(each -> each).forEach(taking);
      return;
    }
    for (int at = 0; json.nextToken() != JsonToken.END_ARRAY; at++) {
      taking.accept(read(json, path + "[" + at + "]"));
    }
  }

  private static Map<String, SeedNode> object(JsonParser json, String path) {
    Map<String, SeedNode> object = new LinkedHashMap<>();
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      json.nextToken();
      object.put(name, read(json, path.isEmpty() ? name : path + "." + name));
    }
    return object;
  }

  private static List<SeedNode> list(JsonParser json, String path) {
    List<SeedNode> list = new ArrayList<>();
    each(json, path, list::add);
    return list;
  }

  /** Its pieces by name, of which there may be no others than these. */
  Map<String, SeedNode> fields(String... known) {
    List<String> names = List.of(known);
    Map<String, SeedNode> fields = new LinkedHashMap<>();
    eachField(
        (name, field) -> {
          field.mustBeAmong(name, names);
          if (field.held() != null) {
            fields.put(name, field);
          }
        });
    return fields;
  }

  /** Complains of a name that is not known. */
  void mustBeAmong(String name, List<String> known) {
    if (!known.contains(name)) {
      throw wrong("unknown name" + NearestName.hint(name, known.stream().sorted().toList()));
    }
  }

  private void eachField(BiConsumer<String, SeedNode> taking) {
    if (!(held instanceof Map<?, ?> object)) {
      throw wrong("this should be an object: { … }");
    }
    object.forEach((name, field) -> taking.accept((String) name, (SeedNode) field));
  }

  /** Its pieces in order, each understood. */
  <T> List<T> list(Function<SeedNode, T> understanding) {
    if (!(held instanceof List<?> list)) {
      throw wrong("this should be a list");
    }
    List<T> understood = new ArrayList<>(list.size());
    for (Object each : list) {
      understood.add(understanding.apply((SeedNode) each));
    }
    return Collections.unmodifiableList(understood);
  }

  List<String> texts() {
    return list(SeedNode::text);
  }

  /** An object of which nothing is known, as it stands there. */
  Map<String, Object> config() {
    Map<String, Object> values = new LinkedHashMap<>();
    eachField((name, field) -> values.put(name, field.plain()));
    return values;
  }

  private @Nullable Object plain() {
    return switch (kind) {
      case START_OBJECT -> config();
      case START_ARRAY -> list(SeedNode::plain);
      case VALUE_NUMBER_INT -> new BigInteger(text());
      case VALUE_NUMBER_FLOAT -> new BigDecimal(text());
      case VALUE_TRUE, VALUE_FALSE -> Boolean.valueOf(text());
      case VALUE_NULL -> null;
      default -> text();
    };
  }

  /** An object whose pieces are texts. */
  Map<String, String> textByName() {
    Map<String, String> texts = new LinkedHashMap<>();
    eachField((name, field) -> texts.put(name, field.text()));
    return Collections.unmodifiableMap(texts);
  }

  /** An object whose pieces are lists of texts. */
  Map<String, List<String>> textsByName() {
    Map<String, List<String>> texts = new LinkedHashMap<>();
    eachField((name, field) -> texts.put(name, field.texts()));
    return Collections.unmodifiableMap(texts);
  }

  /** A text of which there are no others than these. */
  String oneOf(List<String> known) {
    String text = text();
    if (!known.contains(text)) {
      throw wrong("cannot be '" + text + "'" + NearestName.hint(text, known));
    }
    return text;
  }

  String text() {
    if (!(held instanceof String text)) {
      throw wrong("this should be a text");
    }
    return text;
  }

  long number() {
    try {
      return Long.parseLong(text());
    } catch (NumberFormatException e) {
      throw wrong("this should be a number");
    }
  }

  int count() {
    try {
      return Math.toIntExact(number());
    } catch (ArithmeticException e) {
      throw wrong("this number is too large");
    }
  }

  Instant time() {
    try {
      return Instant.parse(text());
    } catch (DateTimeException e) {
      throw wrong("this should be a time such as 2025-05-01T10:00:00Z");
    }
  }

  Complaint wrong(String what) {
    return new Complaint((path.isEmpty() ? "" : path + " ") + "(line " + line + "): " + what);
  }

  /** What is wrong in a seed, and where. */
  static final class Complaint extends RuntimeException {

    Complaint(String what) {
      super(what);
    }
  }
}
