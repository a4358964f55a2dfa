package dev.rollcall.tenant.scim;

import dev.rollcall.model.Definition;
import dev.rollcall.model.Resource;
import dev.rollcall.tenant.Outcome;
import dev.rollcall.tenant.careful.DefinedThing;
import dev.rollcall.tenant.careful.KeptBelongings;
import dev.rollcall.tenant.http.CallOutcome;
import dev.rollcall.tenant.http.FinishedCall;
import dev.rollcall.tenant.scim.ScimApi.Resources;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A group that may get another name, and is never deleted: what hangs on it is nowhere to be read.
 *
 * @param was by the name that it has now
 * @param asked by the name that it is to have
 */
record DefinedScimGroup(ScimContext context, Resource was, Resource asked, String id)
    implements DefinedThing {

  private static final Definition UNDESCRIBED = new Definition("");

  @Override
  public String label() {
    return "group \"" + was + "\"";
  }

  /** By its id, which some change with its name: then whichever group has it is this one. */
  @Override
  public Optional<State> read() {
    Optional<ScimGroup> same = context.lookups().group(id);
    Optional<ScimGroup> found = same.isPresent() ? same : renewed();
    found.ifPresent(each -> context.index().group(ScimVocabulary.group(each.name()), each));
    return found.map(each -> new State(each.name(), UNDESCRIBED));
  }

  private Optional<ScimGroup> renewed() {
    OfferedGroups all = context.groups();
    return Stream.of(was, asked).flatMap(name -> all.of(name).stream()).findFirst();
  }

  @Override
  public Optional<String> uses() {
    return Optional.of("what hangs on it cannot be read");
  }

  @Override
  public FinishedCall<String> write(State asked) {
    Edit edit = MemberEdits.renamed(asked.name());
    return context.isAskedByPerson()
        ? context.changes().blindly(Resources.GROUPS, id, edit)
        : context.changes().change(Resources.GROUPS, id, read -> fitting(read, edit));
  }

  /** Where a group is changed as a whole, its members are told once more, which may be too many. */
  private Edit fitting(ScimAttributes read, Edit edit) {
    int members = ScimGroup.read(read).members().size();
    int most = context.settings().most();
    return context.traits().isChangedWhole(Resources.GROUPS) && members > most
        ? Edit.impossible(
            "not sent: a change tells all %d members of %s, and one request carries %d"
                .formatted(members, label(), most))
        : edit;
  }

  @Override
  public FinishedCall<String> delete() {
    return new FinishedCall<>(new CallOutcome.Barred<>("a group is never deleted here"), 0);
  }

  @Override
  public Kept kept() {
    return new KeptBelongings(label(), new ScimMembers(context, asked, id, true), Map.of());
  }

  @Override
  public void redefining() {
    // Groups are listed whenever they are read back.
  }

  @Override
  public void alsoKnownAs(String other) {
    context
        .index()
        .group(was)
        .ifPresent(known -> context.index().group(ScimVocabulary.group(other), known));
  }

  @Override
  public void renamed(String other) {
    // Whoever looks at it takes note of its name.
  }

  @Override
  public Outcome mayNotWrite(FinishedCall<?> finished) {
    return context.access().turnedAway("change groups", finished);
  }

  @Override
  public Outcome mayNotDelete(FinishedCall<?> finished) {
    return mayNotWrite(finished);
  }
}
