package dev.rollcall.job.spec;

import dev.rollcall.job.yaml.Binder;
import dev.rollcall.job.yaml.Binding;
import dev.rollcall.job.yaml.Node;
import dev.rollcall.job.yaml.SchemaWriter;
import dev.rollcall.job.yaml.Tree.Scalar;
import dev.rollcall.job.yaml.Tree.Sequence;
import dev.rollcall.source.columns.ColumnSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A column is a header, a list of headers, or a template. */
final class ColumnBinding implements Binding<ColumnSpec> {

  private static final Pattern TEMPLATE =
      Pattern.compile("([^{}]*\\{[^{}]*[^{}\\s][^{}]*})+[^{}]*");

  @Override
  public Optional<ColumnSpec> bind(Node node, Binder binder) {
    if (node.tree() instanceof Sequence sequence) {
      return anyOf(node, sequence, binder);
    }
    if (!(node.tree() instanceof Scalar) || node.tree().isNull()) {
      binder.wrongKind(node, "a header, a list of headers or a template");
      return Optional.empty();
    }
    return binder.bindTo(String.class, node).flatMap(text -> single(text, node, binder));
  }

  private static Optional<ColumnSpec> single(String text, Node node, Binder binder) {
    if (text.indexOf('{') < 0 && text.indexOf('}') < 0) {
      return Optional.of(ColumnSpec.of(text));
    }
    if (TEMPLATE.matcher(text).matches()) {
      return Optional.of(new ColumnSpec.Template(text));
    }
    binder.problem(
        node.tree().position(),
        node.name() + " is no template: \"" + Binder.shown(node) + "\"",
        "put each header in braces, as in \"{First Name} {Last Name}\"");
    return Optional.empty();
  }

  private static Optional<ColumnSpec> anyOf(Node node, Sequence sequence, Binder binder) {
    if (sequence.items().isEmpty()) {
      binder.problem(sequence.position(), node.name() + " must not be empty", "name a header");
    }
    List<String> headers = new ArrayList<>();
    for (int i = 0; i < sequence.items().size(); i++) {
      binder.bindTo(String.class, node.item(i, sequence.items().get(i))).ifPresent(headers::add);
    }
    return headers.isEmpty() ? Optional.empty() : Optional.of(ColumnSpec.of(headers));
  }

  @Override
  public Map<String, Object> schema(SchemaWriter schemas) {
    Map<String, Object> text = schemas.of(String.class);
    return Map.of(
        "anyOf",
        List.of(text, SchemaWriter.ordered("type", "array", "items", text, "minItems", 1)));
  }
}
