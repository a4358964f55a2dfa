package dev.rollcall.target.workato;

import dev.rollcall.security.Secrets;
import dev.rollcall.target.http.Reading;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Reads answers and writes bodies; long lists are never in memory as JSON. */
final class Json {

  static final JsonMapper MAPPER =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final JsonMapper mapper;

  /** Reads answers in which none of these is left. */
  Json(Secrets secrets) {
    this.mapper = MAPPER.rebuild().addModule(new HiddenSecrets(secrets).module()).build();
  }

  /**
   * Reads a list, in an envelope or bare, keeping of each row what the function makes of it.
   *
   * @param row the record of one row
   */
  <R, T> Reading<Listing<T>> list(Class<R> row, Function<R, T> keep) {
    ObjectReader reader = mapper.readerFor(row);
    return body -> {
      try (JsonParser parser = MAPPER.createParser(body)) {
        return list(parser, () -> keep.apply(reader.<R>readValue(parser)));
      }
    };
  }

  private static <T> Listing<T> list(JsonParser parser, Supplier<T> one) throws IOException {
    JsonToken first = parser.nextToken();
    if (first == JsonToken.START_ARRAY) {
      return new Listing<>(true, rows(parser, one), OptionalInt.empty());
    }
    if (first != JsonToken.START_OBJECT) {
      throw new IOException("no JSON list");
    }
    boolean present = false;
    List<T> rows = List.of();
    OptionalInt total = OptionalInt.empty();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      if (name.equals("data") && value == JsonToken.START_ARRAY) {
        present = true;
        rows = rows(parser, one);
      } else if (name.equals("total") && value == JsonToken.VALUE_NUMBER_INT) {
        total = OptionalInt.of(parser.getIntValue());
      } else {
        parser.skipChildren();
      }
    }
    return new Listing<>(present, rows, total);
  }

  private static <T> List<T> rows(JsonParser parser, Supplier<T> one) throws IOException {
    List<T> rows = new ArrayList<>();
    for (JsonToken next = parser.nextToken();
        next != JsonToken.END_ARRAY;
        next = parser.nextToken()) {
      if (next != JsonToken.START_OBJECT) {
        throw new IOException("a row is no JSON object");
      }
      rows.add(one.get());
    }
    return rows;
  }

  /** Reads one object, in a {@code data} envelope or bare. */
  <T> Reading<T> one(Class<T> type) {
    return body -> {
      JsonNode tree = MAPPER.readTree(body);
      JsonNode data = tree.path("data");
      JsonNode object = data.isObject() ? data : tree;
      if (!object.isObject()) {
        throw new IOException("no JSON object");
      }
      return mapper.treeToValue(object, type);
    };
  }

  /** The same, with something else where the body is no such object. */
  <T> Reading<T> oneIfAny(Class<T> type, T otherwise) {
    return body -> {
      byte[] bytes = body.readAllBytes();
      try {
        return one(type).read(new ByteArrayInputStream(bytes));
      } catch (IOException | JacksonException e) {
        // The status said that it worked; the body would only have told more.
        return otherwise;
      }
    };
  }

  /** Takes any body, for answers that say nothing beyond their status. */
  static Reading<String> ignored() {
    return (InputStream body) -> {
      body.transferTo(OutputStream.nullOutputStream());
      return "";
    };
  }

  /** As a body. */
  static String write(Object value) {
    return MAPPER.writeValueAsString(value);
  }
}
