package dev.rollcall.job.spec;

import dev.rollcall.job.yaml.Binder;
import dev.rollcall.job.yaml.Binding;
import dev.rollcall.job.yaml.Node;
import dev.rollcall.job.yaml.SchemaWriter;
import dev.rollcall.job.yaml.Tree.Scalar;
import dev.rollcall.job.yaml.Tree.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code listed}, {@code all}, or a list of patterns. */
final class NameScopeBinding implements Binding<NameScope> {

  private enum Word {
    LISTED,
    ALL
  }

  @Override
  public Optional<NameScope> bind(Node node, Binder binder) {
    if (node.tree() instanceof Sequence sequence) {
      return patterns(node, sequence, binder);
    }
    if (!(node.tree() instanceof Scalar) || node.tree().isNull()) {
      binder.wrongKind(node, "listed, all or a list of patterns");
      return Optional.empty();
    }
    return binder
        .bindTo(Word.class, node)
        .map(word -> word == Word.ALL ? new NameScope.All() : new NameScope.Listed());
  }

  private static Optional<NameScope> patterns(Node node, Sequence sequence, Binder binder) {
    if (sequence.items().isEmpty()) {
      binder.problem(
          sequence.position(),
          node.name() + " must not be empty",
          "write listed, all or at least one pattern");
      return Optional.empty();
    }
    List<NameGlob> globs = new ArrayList<>();
    for (int i = 0; i < sequence.items().size(); i++) {
      binder.bindTo(NameGlob.class, node.item(i, sequence.items().get(i))).ifPresent(globs::add);
    }
    return globs.isEmpty() ? Optional.empty() : Optional.of(new NameScope.Patterns(globs));
  }

  @Override
  public Map<String, Object> schema(SchemaWriter schemas) {
    return Map.of(
        "anyOf",
        List.of(
            schemas.of(Word.class),
            SchemaWriter.ordered(
                "type", "array", "items", schemas.of(NameGlob.class), "minItems", 1)));
  }
}
