package dev.rollcall.tenant.workiva;

import dev.rollcall.model.Definition;
import dev.rollcall.model.Resource;
import dev.rollcall.tenant.Outcome;
import dev.rollcall.tenant.careful.DefinedThing;
import dev.rollcall.tenant.careful.KeptBelongings;
import dev.rollcall.tenant.http.FinishedCall;
import dev.rollcall.tenant.workiva.payload.IdName;
import dev.rollcall.tenant.workiva.payload.PermissionRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A group of a workspace, which has a name and nothing else of its own.
 *
 * @param names those that are spoken of: the one it has now first
 */
record DefinedWorkspaceGroup(WorkivaContext context, List<Resource> names, GroupId id)
    implements DefinedThing {

  private static final Definition UNDESCRIBED = new Definition("");

  private Resource group() {
    return names.get(0);
  }

  private Resource workspace() {
    return group().container().orElseThrow();
  }

  @Override
  public String label() {
    return "workspace group \"" + group() + "\"";
  }

  @Override
  public Optional<State> read() {
    FinishedCall<IdName> finished = context.api().group(id);
    if (WorkivaErrors.is(finished.last(), 404)) {
      return Optional.empty();
    }
    String name = context.access().read(WorkivaCallKind.GROUP, finished).name();
    return Optional.of(new State(spoken(name), UNDESCRIBED));
  }

  /** A name in the case in which it is spoken of: others would be taken for another one. */
  private String spoken(String name) {
    Resource called = WorkivaVocabulary.group(workspace(), name);
    return names.stream().filter(called::equals).findFirst().orElse(called).name();
  }

  /** Its members, and its permissions on the files that the job names. */
  @Override
  public Optional<String> uses() {
    List<String> uses = new ArrayList<>();
    int members = context.lists().groupMembers(id).size();
    if (members > 0) {
      uses.add(members == 1 ? "it has a member" : "it has " + members + " members");
    }
    context
        .files()
        .all()
        .forEach(
            (name, file) -> {
              for (PermissionRow row : context.lists().filePermissions(file)) {
                if (row.principal().equals(id.group())
                    && !context
                        .files()
                        .name(row.permission())
                        .filter(WorkivaFiles::isNone)
                        .isPresent()) {
                  uses.add("it has a permission on " + name);
                }
              }
            });
    return uses.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", uses));
  }

  @Override
  public FinishedCall<String> write(State asked) {
    return context.api().renameGroup(id, asked.name());
  }

  @Override
  public FinishedCall<String> delete() {
    return context.api().deleteGroup(id);
  }

  /** Permissions are held by its id, which it keeps. */
  @Override
  public Kept kept() {
    return new KeptBelongings(
        label(), new GroupPeople(context, group().toString(), id, true), Map.of());
  }

  @Override
  public void redefining() {
    context.index().redefining(workspace());
  }

  @Override
  public void alsoKnownAs(String other) {
    renamed(other);
  }

  @Override
  public void renamed(String other) {
    context.index().made(WorkivaVocabulary.group(workspace(), other), id.group());
  }

  @Override
  public Outcome mayNotWrite(FinishedCall<?> finished) {
    return context.access().turnedAway(WorkivaCallKind.RENAME_GROUP, finished);
  }

  @Override
  public Outcome mayNotDelete(FinishedCall<?> finished) {
    return context.access().turnedAway(WorkivaCallKind.DELETE_GROUP, finished);
  }
}
