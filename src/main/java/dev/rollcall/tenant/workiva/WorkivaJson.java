package dev.rollcall.tenant.workiva;

import dev.rollcall.security.Secrets;
import dev.rollcall.tenant.http.AnswerTooLarge;
import dev.rollcall.tenant.http.BodyReader;
import dev.rollcall.tenant.http.BoundedBody;
import dev.rollcall.tenant.http.JsonFields;
import dev.rollcall.tenant.workiva.payload.AdminPage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The JSON of the API: reads answers and writes bodies. */
final class WorkivaJson {

  private static final long LARGEST_OBJECT = 1024 * 1024;
  private static final int LONGEST_TEXT = 10_000;
  private static final int DEEPEST = 50;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxStringLength(LONGEST_TEXT)
                  .maxNestingDepth(DEEPEST)
                  .build())
          .build();

  /** Bodies and refusals need one. */
  private static final class Trees {
    static final JsonMapper MAPPER = JsonMapper.builder(FACTORY).build();
  }

  private final Secrets secrets;

  /** Reads answers in which none of these is left. */
  WorkivaJson(Secrets secrets) {
    this.secrets = secrets;
  }

  /** Reads a page of a list. */
  <T> BodyReader<AdminPage<T>> page(Function<JsonFields, T> row) {
    return bounded(
        body -> {
          try (JsonParser parser = object(FACTORY.createParser(ObjectReadContext.empty(), body))) {
            return page(new JsonFields(parser, secrets), row);
          }
        });
  }

  private static <T> AdminPage<T> page(JsonFields fields, Function<JsonFields, T> row)
      throws IOException {
    Optional<List<T>> rows = Optional.empty();
    Optional<String> next = Optional.empty();
    while (fields.next()) {
      switch (fields.name()) {
        case "data" -> rows = Optional.of(fields.list(row));
        case "@nextLink" -> next = Optional.of(fields.text()).filter(link -> !link.isBlank());
        default -> fields.skip();
      }
    }
    return new AdminPage<>(rows.orElseThrow(() -> new IOException("no list of rows")), next);
  }

  /** Reads one object. */
  <T> BodyReader<T> one(Function<JsonFields, T> reading) {
    return bounded(
        body -> {
          BoundedBody bounded = new BoundedBody(body, LARGEST_OBJECT);
          try (JsonParser parser =
              object(FACTORY.createParser(ObjectReadContext.empty(), bounded))) {
            return reading.apply(new JsonFields(parser, secrets));
          }
        });
  }

  private static JsonParser object(JsonParser parser) throws IOException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw new IOException("no JSON object");
    }
    return parser;
  }

  /** What breaks a bound is told apart from what is broken: asking again would bring the same. */
  private static <T> BodyReader<T> bounded(BodyReader<T> reading) {
    return body -> {
      try {
        return reading.read(body);
      } catch (StreamConstraintsException e) {
        throw new AnswerTooLarge("the answer holds a text or a nesting that makes no sense");
      }
    };
  }

  /** Takes any body, for answers that say nothing beyond their status. */
  static BodyReader<String> ignored() {
    return body -> {
      new BoundedBody(body, LARGEST_OBJECT).transferTo(OutputStream.nullOutputStream());
      return "";
    };
  }

  /** As a body. */
  static String write(Object value) {
    return Trees.MAPPER.writeValueAsString(value);
  }

  /** A body that nothing is known of, as a tree. */
  static JsonNode tree(String body) {
    return Trees.MAPPER.readTree(body);
  }
}
