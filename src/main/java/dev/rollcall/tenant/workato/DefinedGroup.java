package dev.rollcall.tenant.workato;

import dev.rollcall.model.Definition;
import dev.rollcall.tenant.Outcome;
import dev.rollcall.tenant.careful.DefinedThing;
import dev.rollcall.tenant.careful.KeptBelongings;
import dev.rollcall.tenant.http.FinishedCall;
import dev.rollcall.tenant.workato.payload.GrantRow;
import dev.rollcall.tenant.workato.payload.GroupRow;
import dev.rollcall.tenant.workato.payload.Id;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A collaborator group that is not the vendor's own. */
record DefinedGroup(WorkatoContext context, String name, Id id) implements DefinedThing {

  @Override
  public String label() {
    return "group \"" + name + "\"";
  }

  @Override
  public Optional<State> read() {
    FinishedCall<GroupRow> finished = context.api().group(id);
    if (WorkatoErrors.notFound(finished.last())) {
      return Optional.empty();
    }
    GroupRow row = context.access().read(Endpoint.GROUP, context.main(), finished);
    return Optional.of(new State(row.name(), new Definition(row.description())));
  }

  /** Its members, those who are only invited included, and its roles on projects. */
  @Override
  public Optional<String> uses() {
    List<String> uses = new ArrayList<>();
    int members = context.lists().groupMembers(id).rows().size();
    if (members > 0) {
      uses.add(members == 1 ? "it has a member" : "it has " + members + " members");
    }
    for (Environment environment : context.environments().keys()) {
      for (GrantRow grant : context.lists().groupGrants(environment, id)) {
        uses.add("it has a role on " + grant.project().name() + "@" + environment);
      }
    }
    return uses.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", uses));
  }

  @Override
  public FinishedCall<String> write(State asked) {
    return context.api().updateGroup(id, asked.name(), asked.definition().description());
  }

  @Override
  public FinishedCall<String> delete() {
    return context.api().deleteGroup(id);
  }

  @Override
  public Kept kept() {
    return new KeptBelongings(
        label(),
        new GroupMemberList(context, name, id, true),
        new GroupGrants(context, name, id).held());
  }

  @Override
  public void redefining() {
    context.index().redefining();
  }

  @Override
  public void alsoKnownAs(String other) {
    context.index().alias(name, other, id);
  }

  @Override
  public void renamed(String other) {
    context.index().group(other, id);
  }

  @Override
  public Outcome mayNotWrite(FinishedCall<?> finished) {
    return context.access().turnedAway(Endpoint.UPDATE_GROUP, context.main(), finished);
  }

  @Override
  public Outcome mayNotDelete(FinishedCall<?> finished) {
    return context.access().turnedAway(Endpoint.DELETE_GROUP, context.main(), finished);
  }
}
