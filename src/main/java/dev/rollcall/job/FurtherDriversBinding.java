package dev.rollcall.job;

import dev.rollcall.job.yaml.Binder;
import dev.rollcall.job.yaml.Binding;
import dev.rollcall.job.yaml.Node;
import dev.rollcall.job.yaml.SchemaWriter;
import dev.rollcall.job.yaml.Tree.Scalar;
import dev.rollcall.source.jdbc.FurtherDrivers;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** A folder of drivers: one that is written down counts for more than one of the environment. */
final class FurtherDriversBinding implements Binding<FurtherDrivers> {

  private final Path folder;

  FurtherDriversBinding(Path folder) {
    this.folder = folder;
  }

  @Override
  public Optional<FurtherDrivers> bind(Node spot, Binder binder) {
    if (!(spot.tree() instanceof Scalar scalar) || scalar.isNull()) {
      binder.wrongKind(spot, "a path");
      return Optional.empty();
    }
    return binder.follow(spot, scalar).flatMap(text -> parsed(text, spot, binder));
  }

  private Optional<FurtherDrivers> parsed(String text, Node spot, Binder binder) {
    boolean leftOut = Binder.isLeftOut(spot);
    if (text.isBlank() && leftOut) {
      return Optional.of(FurtherDrivers.NONE);
    }
    try {
      Path path = ResolvedPath.of(text, folder).path();
      return Optional.of(leftOut ? FurtherDrivers.spare(path) : FurtherDrivers.named(path));
    } catch (InvalidPathException e) {
      return refused(spot, binder);
    } catch (IllegalArgumentException e) {
      return refused(spot, binder);
    }
  }

  private static Optional<FurtherDrivers> refused(Node spot, Binder binder) {
    binder.problem(
        spot.tree().mark(),
        spot.name() + " must be a path, not \"" + Binder.shown(spot) + "\"",
        "write the folder that holds the jars");
    return Optional.empty();
  }

  @Override
  public Map<String, Object> schema(SchemaWriter schemas) {
    return Map.of("type", "string");
  }
}
