package dev.rollcall.job.spec;

import dev.rollcall.job.spec.SafetySpec.Limit;
import dev.rollcall.job.spec.SafetySpec.Tolerance;
import dev.rollcall.job.yaml.Binder;
import dev.rollcall.job.yaml.Binding;
import dev.rollcall.job.yaml.Node;
import dev.rollcall.job.yaml.ScalarBinding;
import dev.rollcall.job.yaml.SchemaWriter;
import dev.rollcall.job.yaml.Tree.Mapping;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A number, a share, or {@code { count: 3, share: 1% }}. */
final class ToleranceBinding implements Binding<Tolerance> {

  private static final String EXPECTED = "a number, a percentage, or { count, share }";

  /** Editors take what stands without quotes for a number. */
  private static final ScalarBinding<Limit> WORD =
      new ScalarBinding<>(
          EXPECTED,
          Map.of(
              "anyOf",
              List.of(
                  SchemaWriter.ordered("type", "integer", "minimum", 0),
                  SchemaWriter.ordered("type", "string", "pattern", Percentage.PATTERN))),
          ToleranceBinding::limit);

  private static Limit limit(String text) {
    return text.matches("\\d{1,9}")
        ? new Limit(Optional.empty(), Optional.of(Integer.valueOf(text)))
        : new Limit(Optional.of(share(text)), Optional.empty());
  }

  private static Percentage share(String text) {
    if (!text.endsWith("%")) {
      throw new IllegalArgumentException("write 3 or 1%");
    }
    return Percentage.parse(text);
  }

  @Override
  public Optional<Tolerance> bind(Node node, Binder binder) {
    Optional<Limit> limit =
        node.tree() instanceof Mapping ? binder.bindTo(Limit.class, node) : WORD.bind(node, binder);
    return limit.map(Tolerance::new);
  }

  @Override
  public Map<String, Object> schema(SchemaWriter schemas) {
    return Map.of("anyOf", List.of(WORD.schema(schemas), schemas.of(Limit.class)));
  }
}
