package dev.rollcall.tenant.http;

import dev.rollcall.security.Secrets;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamReadException;

/**
 * The fields of a JSON object in an answer, one after the other as they come; what nobody asks for
 * is skipped and never kept.
 *
 * <pre>
 * while (fields.next()) {
 *   switch (fields.name()) {
 *     case "name" -> name = fields.text();
 *     case "roles" -> roles = fields.list(Role::read);
 *     default -> fields.skip();
 *   }
 * }
 * </pre>
 *
 * <p>Secrets are hidden in every text, before it is kept: whoever answers can call a group like the
 * token that it was sent. Hidden here, no name brings it into a plan, a report or the repository.
 *
 * <p>A field is read by one call, of which each throws {@link StreamReadException} where the value
 * is of another sort.
 */
public final class JsonFields {

  private final JsonParser parser;
  private final Secrets secrets;
  private Optional<RepeatedTexts> repeated = Optional.empty();

  /**
   * Those of the object at whose beginning a parser is.
   *
   * @param secrets what no text may tell
   */
  public JsonFields(JsonParser parser, Secrets secrets) {
    this.parser = parser;
    this.secrets = secrets;
  }

  /** Goes on to the next field; false at the end of the object. */
  public boolean next() {
    if (parser.nextToken() != JsonToken.PROPERTY_NAME) {
      return false;
    }
    parser.nextToken();
    return true;
  }

  /** The name of the field. */
  public String name() {
    return parser.currentName();
  }

  /** Leaves its value out, whatever it is. */
  public void skip() {
    parser.skipChildren();
  }

  /** Its text; that of a number or a truth value, too; empty for null. */
  public String text() {
    return switch (parser.currentToken()) {
      case VALUE_NULL -> "";
      case START_OBJECT, START_ARRAY -> throw unlike("text");
      default -> secrets.hideInName(parser.getString());
    };
  }

  /** The same of a field that says one of a few texts in thousands of rows. */
  public String repeatedText() {
    if (parser.currentToken() != JsonToken.VALUE_STRING) {
      return text();
    }
    if (repeated.isEmpty()) {
      repeated = Optional.of(new RepeatedTexts());
    }
    return repeated.get().at(parser, secrets);
  }

  /** The same where it is a text; anything else is skipped, and blank. */
  public String repeatedTextIfAny() {
    if (parser.currentToken() == JsonToken.VALUE_STRING) {
      return repeatedText();
    }
    skip();
    return "";
  }

  /** Its text, where it is one; anything else is skipped. */
  public Optional<String> textIfAny() {
    if (parser.currentToken() == JsonToken.VALUE_STRING) {
      return Optional.of(text());
    }
    skip();
    return Optional.empty();
  }

  /** Its texts: those of a list, or the only one; what is no text is left out. */
  public List<String> texts() {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      return textIfAny().stream().toList();
    }
    List<String> all = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      textIfAny().ifPresent(all::add);
    }
    return all;
  }

  /** Its whole numbers and texts, as texts: those of a list; what is neither is left out. */
  public List<String> ids() {
    List<String> all = new ArrayList<>();
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      skip();
      return all;
    }
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (isWhole() || parser.currentToken() == JsonToken.VALUE_STRING) {
        all.add(text());
      } else {
        skip();
      }
    }
    return all;
  }

  /** Whether its value is a whole number that {@link #number} can give. */
  public boolean isLong() {
    return isWhole() && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER;
  }

  /** Its whole number. */
  public long number() {
    return parser.getLongValue();
  }

  /** Whether its value is a whole number, whose digits {@link #text} gives. */
  public boolean isWhole() {
    return parser.currentToken() == JsonToken.VALUE_NUMBER_INT;
  }

  /** Whether its value is an object. */
  public boolean isObject() {
    return parser.currentToken() == JsonToken.START_OBJECT;
  }

  /** Its number, where it is one that counts something; anything else is skipped. */
  public OptionalInt countIfAny() {
    if (isLong() && number() == (int) number()) {
      return OptionalInt.of((int) number());
    }
    skip();
    return OptionalInt.empty();
  }

  /**
   * All of its value, whatever it is: maps, lists, texts, truth values, and numbers as {@link
   * BigDecimal}; nothing where it is null.
   */
  public Optional<Object> value() {
    return switch (parser.currentToken()) {
      case START_OBJECT -> {
        Map<String, Optional<Object>> values = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
          String name = secrets.hideInName(parser.currentName());
          parser.nextToken();
          values.put(name, value());
        }
        yield Optional.of(values);
      }
      case START_ARRAY -> {
        List<Optional<Object>> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          items.add(value());
        }
        yield Optional.of(items);
      }
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> {
        try {
          yield Optional.of(new BigDecimal(parser.getString()));
        } catch (NumberFormatException e) {
          throw unlike("number that makes sense");
        }
      }
      case VALUE_TRUE, VALUE_FALSE -> Optional.of(flag());
      case VALUE_NULL -> Optional.empty();
      default -> Optional.of(text());
    };
  }

  /** Its truth value, as a text too; false for null. */
  public boolean flag() {
    return switch (parser.currentToken()) {
      case VALUE_TRUE -> true;
      case VALUE_FALSE, VALUE_NULL -> false;
      case VALUE_STRING -> Boolean.parseBoolean(parser.getString());
      default -> throw unlike("truth value");
    };
  }

  /** Its object, read by its own fields; empty for null. */
  public <T> Optional<T> object(Function<JsonFields, T> reading) {
    if (parser.currentToken() == JsonToken.VALUE_NULL) {
      return Optional.empty();
    }
    if (!isObject()) {
      throw unlike("object");
    }
    return Optional.of(reading.apply(this));
  }

  /** Its list of objects; empty for null. */
  public <T> List<T> list(Function<JsonFields, T> reading) {
    if (parser.currentToken() == JsonToken.VALUE_NULL) {
      return List.of();
    }
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      throw unlike("list");
    }
    String list = name();
    List<T> all = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (!isObject()) {
        throw unlike(list, "list of objects");
      }
      all.add(reading.apply(this));
    }
    return all;
  }

  /** Its list, as far as it is one and holds objects; empty for anything else. */
  public <T> List<T> listIfAny(Function<JsonFields, T> reading) {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      skip();
      return List.of();
    }
    List<T> all = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (isObject()) {
        all.add(reading.apply(this));
      } else {
        skip();
      }
    }
    return all;
  }

  private StreamReadException unlike(String wanted) {
    return unlike(name(), wanted);
  }

  private StreamReadException unlike(String field, String wanted) {
    return new StreamReadException(parser, "\"" + secrets.hide(field) + "\" is no " + wanted);
  }
}
