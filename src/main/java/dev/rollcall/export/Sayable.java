package dev.rollcall.export;

import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Resource;
import dev.rollcall.plan.Catalogue;
import dev.rollcall.plan.Snapshot;
import dev.rollcall.plan.SpellingVariants;
import java.util.Optional;

/** Tells which names of a snapshot a roster can say, and why not the others. */
final class Sayable {

  private final Snapshot snapshot;
  private final Catalogue catalogue;

  Sayable(Snapshot snapshot) {
    this.snapshot = snapshot;
    this.catalogue = snapshot.catalogue();
  }

  /** Why a resource cannot be named; empty where it can. */
  Optional<String> why(Resource resource) {
    if (resource.name().isEmpty()) {
      return Optional.of("has no name");
    }
    if (isAmbiguous(resource)) {
      return Optional.of("several are called so, and nobody can tell which is meant");
    }
    if (catalogue.isBuiltIn(resource)) {
      return Optional.of("is called as a built-in one is");
    }
    if (!catalogue.has(resource)) {
      return Optional.of("the " + snapshot.vocabulary().tenant() + " does not list it");
    }
    return snapshot.incomplete().contains(resource)
        ? Optional.of("who holds something there could not be read whole")
        : Optional.empty();
  }

  /** Whether several have the name. */
  boolean isAmbiguous(Resource resource) {
    return catalogue.of(resource.kind()).ambiguous().contains(resource)
        || catalogue
            .ambiguous(
                SpellingVariants.kind(resource.kind(), resource.container()), resource.name())
            .isPresent();
  }

  /** Why the level of a right cannot be named; empty where it can, or has none. */
  Optional<String> whyNotLevel(Entitlement right) {
    return right.level().flatMap(level -> whyNot(right, level));
  }

  private Optional<String> whyNot(Entitlement right, String level) {
    String word = right.kind().right().one();
    if (catalogue.ambiguous(word, level).isPresent()) {
      return Optional.of(
          "several %s are called \"%s\"".formatted(right.kind().right().many(), level));
    }
    return catalogue.of(right.kind()).levels().contains(level)
        ? Optional.empty()
        : Optional.of(
            "the %s lists no %s \"%s\"".formatted(snapshot.vocabulary().tenant(), word, level));
  }
}
