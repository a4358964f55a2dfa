package dev.rollcall.tenant.scim;

import dev.rollcall.security.Secrets;
import dev.rollcall.tenant.http.AnswerTooLarge;
import dev.rollcall.tenant.http.BodyReader;
import dev.rollcall.tenant.http.BoundedBody;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The JSON of SCIM: reads answers within bounds, and writes bodies. */
final class ScimDocuments {

  /** A page of a list, or a group with all its members. */
  private static final long LARGEST = 64L * 1024 * 1024;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxStringLength(100_000)
                  .maxNameLength(1_000)
                  .maxNumberLength(100)
                  .maxNestingDepth(50)
                  .build())
          .build();

  /** Made when first needed: it takes long. */
  private static final class Trees {
    static final JsonMapper MAPPER = JsonMapper.builder(FACTORY).build();
  }

  private final Secrets secrets;

  /** Reads answers in which none of these is left. */
  ScimDocuments(Secrets secrets) {
    this.secrets = secrets;
  }

  /** Reads an object. */
  <T> BodyReader<T> one(Function<ScimAttributes, T> reading) {
    return body -> {
      try {
        JsonNode node = Trees.MAPPER.readTree(noPage(new BoundedBody(body, LARGEST)));
        if (node == null || !node.isObject()) {
          throw new IOException("no JSON object");
        }
        return reading.apply(new ScimAttributes(node, secrets));
      } catch (StreamConstraintsException e) {
        throw new AnswerTooLarge(
            "the answer holds a text, a number or a nesting that is larger than any that makes"
                + " sense");
      }
    };
  }

  /** Where a sign-in or an error page stands at an address, that is what it looks like. */
  private static InputStream noPage(InputStream body) throws IOException {
    PushbackInputStream pushable = new PushbackInputStream(body);
    int first = pushable.read();
    while (first == ' ' || first == '\n' || first == '\r' || first == '\t') {
      first = pushable.read();
    }
    if (first == '<') {
      throw new IOException("a web page, and no JSON: is target.url right?");
    }
    if (first >= 0) {
      pushable.unread(first);
    }
    return pushable;
  }

  /** The same; whatever else the body is, it is an object without anything in it. */
  BodyReader<ScimAttributes> oneIfAny() {
    return body -> {
      byte[] bytes = new BoundedBody(body, LARGEST).readAllBytes();
      try {
        JsonNode node = Trees.MAPPER.readTree(bytes);
        return new ScimAttributes(node != null && node.isObject() ? node : object(), secrets);
      } catch (JacksonException e) {
        // The status said that it worked; the body would only have told more.
        return new ScimAttributes(object(), secrets);
      }
    };
  }

  /** Takes any body, for answers that say nothing beyond their status. */
  static BodyReader<String> ignored() {
    return body -> {
      new BoundedBody(body, LARGEST).transferTo(OutputStream.nullOutputStream());
      return "";
    };
  }

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static ArrayNode array() {
    return JsonNodeFactory.instance.arrayNode();
  }

  /** As a body. */
  static String write(ObjectNode body) {
    return Trees.MAPPER.writeValueAsString(body);
  }

  /** A body of which nothing is known. */
  static JsonNode tree(String body) {
    return Trees.MAPPER.readTree(body);
  }
}
