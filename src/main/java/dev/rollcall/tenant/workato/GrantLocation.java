package dev.rollcall.tenant.workato;

import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Naming;
import dev.rollcall.model.Resource;
import dev.rollcall.tenant.workato.payload.GrantRow;
import dev.rollcall.tenant.workato.payload.Id;
import dev.rollcall.tenant.workato.payload.NamedRow;
import dev.rollcall.tenant.workato.payload.PersonRow;
import dev.rollcall.tenant.workato.payload.ProjectRow;
import java.util.Optional;

/**
 * The project in an environment whose grants were asked about: what comes back is believed only
 * where every field that names a place or a holder names this one. Roles are not told by their ids,
 * of which each list may have its own kind.
 */
record GrantLocation(String project, Environment environment, Id id) {

  /** The project as a resource. */
  Resource resource() {
    return WorkatoVocabulary.project(project, environment);
  }

  /** A role on it. */
  Entitlement role(String name) {
    return WorkatoVocabulary.projectRole(project, environment, name);
  }

  /** What a row names instead of what was asked about; empty where it is all the same. */
  Optional<String> astray(GrantRow row, WorkatoIndex index) {
    ProjectRow named = row.project();
    if (!TokenEnvironments.fits(named, environment)) {
      return Optional.of("environment \"" + named.environment().said().orElseThrow() + "\"");
    }
    boolean isOther = named.id().exists() && !named.id().equals(id);
    if (isOther || !named.name().isEmpty() && !Naming.same(named.name(), project)) {
      return Optional.of("project \"" + named.name() + "\" (id " + named.id() + ")");
    }
    Optional<String> other =
        row.userGroup().isPresent() ? group(row.userGroup().get(), index) : Optional.empty();
    return other.isPresent() || row.user().isEmpty() ? other : person(row.user().get(), index);
  }

  private static Optional<String> group(NamedRow row, WorkatoIndex index) {
    return index
        .groupName(row.id())
        .filter(name -> !row.name().isEmpty() && !Naming.same(row.name(), name))
        .map(name -> "group \"" + row.name() + "\" with the id of group \"" + name + "\"");
  }

  private static Optional<String> person(PersonRow row, WorkatoIndex index) {
    if (!row.id().exists() || index.isWhoItSays(row)) {
      return Optional.empty();
    }
    return CompleteLists.email(row.email())
        .flatMap(index::member)
        .filter(id -> !row.id().equals(id))
        .map(id -> row.email() + " with the id of somebody else (" + row.id() + ")");
  }

  @Override
  public String toString() {
    return "project \"" + project + "\" in \"" + environment + "\"";
  }
}
