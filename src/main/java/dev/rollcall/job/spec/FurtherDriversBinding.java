package dev.rollcall.job.spec;

import dev.rollcall.job.yaml.Binder;
import dev.rollcall.job.yaml.Binding;
import dev.rollcall.job.yaml.Node;
import dev.rollcall.job.yaml.SchemaWriter;
import dev.rollcall.source.jdbc.FurtherDrivers;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** A folder of drivers: one that is written down counts for more than one of the environment. */
final class FurtherDriversBinding implements Binding<FurtherDrivers> {

  private final JobFolder folder;

  FurtherDriversBinding(JobFolder folder) {
    this.folder = folder;
  }

  @Override
  public Optional<FurtherDrivers> bind(Node node, Binder binder) {
    return binder
        .scalar(node, "a path")
        .flatMap(scalar -> binder.follow(node, scalar))
        .flatMap(text -> parsed(text, node, binder));
  }

  private Optional<FurtherDrivers> parsed(String text, Node node, Binder binder) {
    boolean leftOut = Binder.isLeftOut(node);
    if (text.isBlank() && leftOut) {
      return Optional.of(FurtherDrivers.NONE);
    }
    try {
      Path path = folder.resolve(text).path();
      return Optional.of(leftOut ? FurtherDrivers.spare(path) : FurtherDrivers.named(path));
    } catch (IllegalArgumentException e) {
      binder.problem(
          node.tree().position(),
          node.name() + " must be a path, not \"" + Binder.shown(node) + "\"",
          "write the folder that holds the jars");
      return Optional.empty();
    }
  }

  @Override
  public Map<String, Object> schema(SchemaWriter schemas) {
    return Map.of("type", "string");
  }
}
