package dev.rollcall.job.yaml;

import dev.rollcall.job.yaml.Tree.Scalar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A value written as one word or text.
 *
 * @param expected what is right, for people: {@code a percentage such as 10%}
 * @param json its JSON Schema, references aside
 * @param parser takes the text with its references followed; throws {@link
 *     IllegalArgumentException} with what would be right, or no message, where it is wrong
 */
public record ScalarBinding<T>(String expected, Map<String, Object> json, Parser<T> parser)
    implements Binding<T> {

  private static final Map<String, Object> REFERENCE =
      SchemaWriter.ordered("type", "string", "pattern", "\\$\\{(env|file):[^}]+\\}");

  /** Reads a text. */
  @FunctionalInterface
  public interface Parser<T> {
    /** The value. */
    T parse(String text);
  }

  /** Copies. */
  public ScalarBinding {
    json = new LinkedHashMap<>(json);
  }

  @Override
  public Optional<T> bind(Node node, Binder binder) {
    if (!(node.tree() instanceof Scalar scalar) || scalar.isNull()) {
      binder.wrongKind(node, expected);
      return Optional.empty();
    }
    if (!scalar.plain() && !isText() && !References.in(scalar.text())) {
      binder.problem(
          node.tree().position(),
          node.name() + " must be " + expected + ", not a text",
          "write it without quotes");
      return Optional.empty();
    }
    return binder.follow(node, scalar).flatMap(text -> parsed(text, node, binder));
  }

  private Optional<T> parsed(String text, Node node, Binder binder) {
    try {
      return Optional.of(parser.parse(text));
    } catch (IllegalArgumentException e) {
      binder.problem(
          node.tree().position(),
          node.name() + " must be " + expected + ", not \"" + Binder.shown(node) + "\"",
          Objects.toString(e.getMessage(), ""));
      return Optional.empty();
    }
  }

  private boolean isText() {
    return !"integer".equals(json.get("type")) && !"boolean".equals(json.get("type"));
  }

  @Override
  public Map<String, Object> schema(SchemaWriter schemas) {
    boolean anyText = isText() && !json.containsKey("pattern") && !json.containsKey("enum");
    return anyText ? json : Map.of("anyOf", List.of(json, REFERENCE));
  }
}
