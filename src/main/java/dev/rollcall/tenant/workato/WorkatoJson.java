package dev.rollcall.tenant.workato;

import dev.rollcall.model.Config;
import dev.rollcall.security.Secrets;
import dev.rollcall.tenant.http.AnswerTooLarge;
import dev.rollcall.tenant.http.BodyReader;
import dev.rollcall.tenant.http.BoundedBody;
import dev.rollcall.tenant.http.JsonFields;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.util.RawValue;

/** The JSON of the API: reads answers and writes bodies; long lists are never in memory as JSON. */
final class WorkatoJson {

  /** No description or name is as long; what is not kept may be. */
  private static final int LONGEST_TEXT = 10_000;

  private static final int LONGEST_NAME = 1_000;
  private static final int LONGEST_NUMBER = 100;
  private static final int DEEPEST = 50;

  /** An answer that tells of one thing, or of nothing. */
  private static final long LARGEST_OBJECT = 1024 * 1024;

  /** An answer that tells of everybody and every project at once. */
  private static final long LARGEST_WHOLE = 64L * 1024 * 1024;

  private static final int MOST_ROWS = 1_000_000;

  /** What a list costs beside its rows has to fit as well. */
  private static final int HEAP_A_ROW = 512;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxStringLength(LONGEST_TEXT)
                  .maxNameLength(LONGEST_NAME)
                  .maxNumberLength(LONGEST_NUMBER)
                  .maxNestingDepth(DEEPEST)
                  .build())
          .build();

  /** Bodies and refusals need one; what is only read does not, and it takes long to make. */
  private static final class Trees {
    static final JsonMapper MAPPER =
        JsonMapper.builder(FACTORY)
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();
  }

  private final Secrets secrets;

  /** Reads answers in which none of these is left. */
  WorkatoJson(Secrets secrets) {
    this.secrets = secrets;
  }

  /**
   * Reads a list, in an envelope or bare, keeping of each row what the function makes of it.
   *
   * @param row reads one row
   */
  <R, T> BodyReader<ListPage<T>> list(Function<JsonFields, R> row, Function<R, T> keep) {
    return measured(
        body -> {
          try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), body)) {
            JsonFields fields = new JsonFields(parser, secrets);
            return list(parser, () -> keep.apply(row.apply(fields)));
          }
        });
  }

  /** What breaks a bound is told apart from what is broken: asking again would bring the same. */
  private static <T> BodyReader<T> measured(BodyReader<T> reading) {
    return body -> {
      try {
        return reading.read(body);
      } catch (StreamConstraintsException e) {
        throw new AnswerTooLarge(
            "the answer holds a text, a number or a nesting that is larger than any that makes"
                + " sense");
      }
    };
  }

  private static <T> ListPage<T> list(JsonParser parser, Supplier<T> one) throws IOException {
    JsonToken first = parser.nextToken();
    if (first == JsonToken.START_ARRAY) {
      return new ListPage<>(true, rows(parser, one), OptionalInt.empty());
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
    return new ListPage<>(present, rows, total);
  }

  private static <T> List<T> rows(JsonParser parser, Supplier<T> one) throws IOException {
    List<T> rows = new ArrayList<>();
    long most = Math.min(MOST_ROWS, Runtime.getRuntime().maxMemory() / HEAP_A_ROW);
    for (JsonToken next = parser.nextToken();
        next != JsonToken.END_ARRAY;
        next = parser.nextToken()) {
      if (next != JsonToken.START_OBJECT) {
        throw new IOException("a row is no JSON object");
      }
      if (rows.size() >= most) {
        throw new AnswerTooLarge("the answer is a list of more than " + most + " rows");
      }
      rows.add(one.get());
    }
    return rows;
  }

  /** Reads one object, in a {@code data} envelope or bare. */
  <T> BodyReader<T> one(Function<JsonFields, T> reading) {
    return one(reading, LARGEST_OBJECT);
  }

  /** The same of one that tells of everybody. */
  <T> BodyReader<T> large(Function<JsonFields, T> reading) {
    return one(reading, LARGEST_WHOLE);
  }

  private <T> BodyReader<T> one(Function<JsonFields, T> reading, long most) {
    return measured(
        body -> {
          byte[] json = new BoundedBody(body, most).readAllBytes();
          Optional<T> enveloped = inEnvelope(json, Set.of("data"), reading);
          return enveloped.isPresent() ? enveloped.get() : bare(json, reading);
        });
  }

  private <T> Optional<T> inEnvelope(
      byte[] json, Set<String> envelopes, Function<JsonFields, T> reading) throws IOException {
    try (JsonParser parser = object(json)) {
      JsonFields fields = new JsonFields(parser, secrets);
      while (fields.next()) {
        if (envelopes.contains(fields.name()) && fields.isObject()) {
          return Optional.of(reading.apply(fields));
        }
        fields.skip();
      }
      return Optional.empty();
    }
  }

  private <T> T bare(byte[] json, Function<JsonFields, T> reading) throws IOException {
    try (JsonParser parser = object(json)) {
      return reading.apply(new JsonFields(parser, secrets));
    }
  }

  private static JsonParser object(byte[] json) throws IOException {
    JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), json);
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw new IOException("no JSON object");
    }
    return parser;
  }

  /** The same, with something else where the body is no such object. */
  <T> BodyReader<T> oneIfAny(Function<JsonFields, T> reading, T otherwise) {
    return body -> {
      byte[] bytes = new BoundedBody(body, LARGEST_OBJECT).readAllBytes();
      try {
        return one(reading).read(new ByteArrayInputStream(bytes));
      } catch (IOException | JacksonException e) {
        // The status said that it worked; the body would only have told more.
        return otherwise;
      }
    };
  }

  /** The same in a {@code result} envelope, too. */
  <T> BodyReader<T> added(Function<JsonFields, T> reading, T otherwise) {
    return body -> {
      byte[] json = new BoundedBody(body, LARGEST_OBJECT).readAllBytes();
      try {
        Optional<T> enveloped = inEnvelope(json, Set.of("data", "result"), reading);
        return enveloped.isPresent() ? enveloped.get() : bare(json, reading);
      } catch (IOException | JacksonException e) {
        return otherwise;
      }
    };
  }

  /** The same of one that tells of everybody. */
  static BodyReader<String> largeIgnored() {
    return (InputStream body) -> {
      new BoundedBody(body, LARGEST_WHOLE).transferTo(OutputStream.nullOutputStream());
      return "";
    };
  }

  /** Takes any body, for answers that say nothing beyond their status. */
  static BodyReader<String> ignored() {
    return (InputStream body) -> {
      new BoundedBody(body, LARGEST_OBJECT).transferTo(OutputStream.nullOutputStream());
      return "";
    };
  }

  /** As a body. */
  static String write(Object value) {
    return Trees.MAPPER.writeValueAsString(value);
  }

  /** Part of a body, every value as it is written. */
  static Object raw(Config config) {
    return new RawValue(config.json());
  }

  /** A body that nothing is known of, as a tree. */
  static JsonNode tree(String body) {
    return Trees.MAPPER.readTree(body);
  }
}
