package dev.rollcall.job.yaml;

import dev.rollcall.job.yaml.Tree.Scalar;
import java.util.Map;
import java.util.Optional;

/** How a passage is written: as any text. */
public final class PassageBinding implements Binding<Passage> {

  @Override
  public Optional<Passage> bind(Node node, Binder binder) {
    if (!(node.tree() instanceof Scalar scalar) || scalar.isNull()) {
      binder.wrongKind(node, "a text");
      return Optional.empty();
    }
    return binder
        .follow(node, scalar)
        .map(
            text ->
                new Passage(
                    text, text.equals(scalar.text()) ? scalar.written() : "", scalar.position()));
  }

  @Override
  public Map<String, Object> schema(SchemaWriter schemas) {
    return schemas.of(String.class);
  }
}
