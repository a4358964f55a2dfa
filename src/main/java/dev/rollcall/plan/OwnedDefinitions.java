package dev.rollcall.plan;

import dev.rollcall.model.Declaration;
import dev.rollcall.model.Definition;
import dev.rollcall.model.Kind;
import dev.rollcall.model.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What groups and roles are themselves: makes roles that are missing, changes and renames what is
 * there, and deletes what is to be gone and nobody has to do with.
 */
final class OwnedDefinitions {

  private final ReconciliationTerms comparison;
  private final PlanBuilder draft;
  private final PlannedNames names;

  OwnedDefinitions(ReconciliationTerms comparison, PlanBuilder draft) {
    this.comparison = comparison;
    this.draft = draft;
    this.names = comparison.situation().names();
  }

  /** Plans for all that the job file declares. */
  void plan() {
    List<Declaration> declared = comparison.desired().declarations();
    declared.stream().filter(each -> !each.isAbsent()).forEach(this::define);
    List<Declaration> going =
        declared.stream()
            .filter(Declaration::isAbsent)
            .filter(each -> comparison.catalogue().has(each.resource()))
            .toList();
    // Where people are brought in, nothing goes, and there is nothing to say of it.
    if (!going.isEmpty() && !comparison.policy().onlyAdds()) {
      DefinitionUses uses = new DefinitionUses(comparison);
      going.forEach(each -> undefine(each, uses));
    }
  }

  private void define(Declaration declared) {
    Resource name = declared.resource();
    Optional<Definition> actual = comparison.actual().definition(name);
    if (names.made().contains(name)) {
      add(declared, Optional.empty(), Optional.empty(), declared.made());
    } else if (actual.isPresent() && mayChange(name)) {
      Definition after = keepsDescription(name) ? declared.over(actual.get()) : actual.get();
      Optional<Resource> was = formerly(name);
      if (was.isPresent() || !after.equals(actual.get())) {
        add(declared, was, actual, after);
      }
    }
    PlannedNames.present(declared.was(), comparison.catalogue()).stream()
        .filter(old -> names.kept().contains(old))
        .forEach(old -> staysBeside(declared, old));
  }

  private boolean mayChange(Resource name) {
    return !comparison.policy().onlyAdds()
        && !comparison.catalogue().isBuiltIn(name)
        && comparison.catalogue().isUsable(name)
        && PlannedNames.isManaged(name, comparison.scope());
  }

  /** Not every vendor's groups have one: what is said of it is for whoever reads the job file. */
  private static boolean keepsDescription(Resource name) {
    return !isGroup(name) || name.kind().is(Kind.Trait.DESCRIBED);
  }

  private Optional<Resource> formerly(Resource name) {
    return names.renamed().entrySet().stream()
        .filter(each -> each.getValue().equals(name))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private void add(
      Declaration declared, Optional<Resource> was, Optional<Definition> before, Definition after) {
    draft.add(
        isGroup(declared.resource()) ? Stage.GROUPS : Stage.ROLES,
        new Operation.Define(declared.resource(), was, before, after),
        Reason.DRIFT,
        cause(declared));
  }

  private static boolean isGroup(Resource resource) {
    return resource.kind().is(Kind.Trait.HOLDS_RIGHTS);
  }

  private static Cause cause(Declaration declared) {
    return new Cause(declared.origin().toString(), "");
  }

  private void staysBeside(Declaration declared, Resource old) {
    boolean areBoth = comparison.catalogue().has(declared.resource());
    String why =
        areBoth
            ? "\"%s\" and \"%s\" are both there: neither gets another name, and nothing is changed"
                + " on \"%s\"; delete one of them, or take it out of was:"
            : comparison.switches().changes() && !comparison.policy().onlyAdds()
                ? "\"%s\" is to be \"%s\", and may not get another name: its members could not be"
                    + " read, the scope leaves one of the two out, or an identity provider manages"
                    + " it; nothing is changed on \"%s\""
                : "\"%s\" is to be \"%s\", which a run that changes nothing leaves to the next; until"
                    + " then nothing is changed on \"%s\"";
    draft.find(
        Finding.Kind.NAME_KEPT,
        old.toString(),
        why.formatted(old, declared.resource(), old),
        cause(declared));
  }

  private void undefine(Declaration declared, DefinitionUses uses) {
    Resource name = declared.resource();
    List<String> against = new ArrayList<>();
    if (isGroup(name) && !comparison.situation().history().made().contains(name)) {
      against.add("no run that this repository remembers has made it");
    }
    if (!PlannedNames.isManaged(name, comparison.scope())) {
      against.add("scope: leaves it out, or says that an identity provider manages it");
    }
    if (comparison.scope().isLimited()) {
      against.add("this run is limited to some people");
    }
    if (comparison.snapshot().incomplete().contains(name)) {
      against.add("who holds it could not be read whole");
    }
    against.addAll(uses.of(name));
    Optional<Definition> before = comparison.actual().definition(name);
    if (against.isEmpty() && before.isPresent()) {
      draft.add(
          Stage.REMOVALS,
          new Operation.Undefine(name, before.get()),
          Reason.DRIFT,
          cause(declared));
    } else {
      draft.find(
          Finding.Kind.NOT_DELETED,
          name.toString(),
          "this "
              + name.kind().noun()
              + " is to be absent, and is not deleted: "
              + String.join("; ", against),
          cause(declared));
    }
  }
}
