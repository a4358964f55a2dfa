package dev.rollcall.job;

import dev.rollcall.job.spec.SourceSpec;
import dev.rollcall.job.yaml.Binder;
import dev.rollcall.job.yaml.Passage;
import dev.rollcall.job.yaml.Position;
import dev.rollcall.job.yaml.References;
import dev.rollcall.job.yaml.Tree;
import dev.rollcall.job.yaml.Tree.Entry;
import dev.rollcall.job.yaml.Tree.Mapping;
import dev.rollcall.job.yaml.Tree.Scalar;
import dev.rollcall.job.yaml.Tree.Sequence;
import dev.rollcall.journal.RepositorySettings;
import dev.rollcall.model.Nearest;
import dev.rollcall.security.JdbcAddress;
import dev.rollcall.security.JdbcUse;
import dev.rollcall.security.RefusedSetting;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What the addresses of databases, and the properties beside them, must not say. */
final class DatabaseChecks {

  private final Map<String, Object> parts;
  private final Tree tree;
  private final Binder binder;

  DatabaseChecks(Map<String, Object> parts, Tree tree, Binder binder) {
    this.parts = parts;
    this.tree = tree;
    this.binder = binder;
  }

  void run() {
    if (parts.get("repository") instanceof JdbcAddress address) {
      address("repository", below(tree, "repository"), address, RepositorySettings::refused);
    }
    Optional<Tree> written = below(tree, "sources");
    if (parts.get("sources") instanceof List<?> sources
        && written.orElse(tree) instanceof Sequence all
        && all.items().size() == sources.size()) {
      for (int i = 0; i < sources.size(); i++) {
        if (sources.get(i) instanceof SourceSpec.JdbcSpec source) {
          source("sources[" + i + "]", all.items().get(i), source);
        }
      }
    }
  }

  private void source(String name, Tree written, SourceSpec.JdbcSpec source) {
    JdbcUse use = source.drivers().first() ? JdbcUse.SOURCE_BY_OWN_DRIVER : JdbcUse.SOURCE;
    address(name + ".url", below(written, "url"), source.url(), url -> url.refused(use));
    if (below(written, "properties").orElse(written) instanceof Mapping properties) {
      properties.entries().forEach(each -> property(name + ".properties", each, source, use));
    }
  }

  private void property(String name, Entry entry, SourceSpec.JdbcSpec source, JdbcUse use) {
    String key = entry.key().text();
    Optional.ofNullable(source.properties().get(key))
        .flatMap(value -> source.url().refusal(use, key, value.reveal()))
        .ifPresent(refused -> complain(entry.key().position(), name, refused));
  }

  private void address(
      String name,
      Optional<Tree> written,
      JdbcAddress address,
      Function<JdbcAddress, List<RefusedSetting>> refusing) {
    Optional<Scalar> plain =
        written
            .filter(Scalar.class::isInstance)
            .map(Scalar.class::cast)
            .filter(scalar -> !References.in(scalar.text()));
    Position whole = written.map(Tree::position).orElse(Position.whole(name));
    // Only as it is written does it tell the place within it.
    List<RefusedSetting> refused =
        plain.map(scalar -> refusing.apply(JdbcAddress.of(scalar.text()))).orElse(List.of());
    for (RefusedSetting each : refused) {
      complain(at(plain.get(), each.at()), name, each);
    }
    if (refused.isEmpty()) {
      // What references bring in, or the folder that a path is relative to.
      refusing.apply(address).forEach(each -> complain(whole, name, each));
    }
  }

  private static Position at(Scalar scalar, int index) {
    int column = scalar.text().codePointCount(0, Math.max(0, index));
    return new Passage(scalar.text(), scalar.written(), scalar.position()).at(1, column);
  }

  private void complain(Position position, String name, RefusedSetting refused) {
    binder.problem(position, name + ": " + refused.what(), refused.remedy(Nearest::to));
  }

  private static Optional<Tree> below(Tree tree, String key) {
    return tree instanceof Mapping mapping ? mapping.get(key) : Optional.empty();
  }
}
