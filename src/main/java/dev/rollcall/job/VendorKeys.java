package dev.rollcall.job;

import dev.rollcall.job.spec.TargetSpec;
import dev.rollcall.job.yaml.Binder;
import dev.rollcall.job.yaml.Position;
import dev.rollcall.job.yaml.Tree;
import dev.rollcall.job.yaml.Tree.Mapping;
import dev.rollcall.model.Kind;
import dev.rollcall.model.RightsColumn;
import dev.rollcall.model.Vocabulary;
import java.util.Optional;

/** The keys about things that not every vendor has: nothing would come of them, in silence. */
final class VendorKeys {

  private final Tree tree;
  private final Binder binder;
  private final Vocabulary vocabulary;

  VendorKeys(Tree tree, Binder binder, TargetSpec target) {
    this.tree = tree;
    this.binder = binder;
    this.vocabulary = target.vocabulary();
  }

  /** Tells of those that are there all the same. */
  void check() {
    scope("groups", vocabulary.fedBy(RightsColumn.GROUPS).isPresent());
    scope("projects", vocabulary.fedBy(RightsColumn.PROJECTS).isPresent());
    scope("workspaces", hasOwnScope());
    key(tree, "scope")
        .flatMap(scope -> key(scope, "managed-by-idp"))
        .flatMap(managed -> key(managed, "roles"))
        .filter(roles -> vocabulary.fedBy(RightsColumn.ROLES).isEmpty())
        .ifPresent(roles -> complain(roles.position(), "scope.managed-by-idp.roles"));
  }

  private boolean hasOwnScope() {
    return vocabulary.kinds().stream()
        .filter(kind -> kind.is(Kind.Trait.SCOPED))
        .anyMatch(kind -> kind.column().filter(RightsColumn::isOwn).isPresent());
  }

  private void scope(String name, boolean isThere) {
    if (!isThere) {
      key(tree, "scope")
          .flatMap(scope -> key(scope, name))
          .ifPresent(found -> complain(found.position(), "scope." + name));
    }
  }

  private static Optional<Tree> key(Tree part, String name) {
    return part instanceof Mapping keys ? keys.get(name) : Optional.empty();
  }

  private void complain(Position position, String key) {
    binder.problem(
        position,
        "%s is about what there is not in this sort of target, %s of %s"
            .formatted(key, vocabulary.tenant().indefinite(), vocabulary.vendor()),
        "leave it out");
  }
}
