package dev.rollcall.tenant.workiva;

import dev.rollcall.model.Resource;
import dev.rollcall.tenant.Outcome;
import dev.rollcall.tenant.careful.BatchItem;
import dev.rollcall.tenant.careful.Changeable;
import dev.rollcall.tenant.http.FinishedCall;
import dev.rollcall.tenant.workiva.payload.IdName;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The creation of a group in a workspace. */
record GroupMaking(WorkivaContext context, String workspace, Resource group) implements Changeable {

  BatchItem item(int sequence) {
    return new BatchItem(sequence, group.toString(), Optional.of(""));
  }

  @Override
  public Map<String, String> read() {
    Resource outer = group.container().orElseThrow();
    Optional<IdName> found =
        context.lists().groups(workspace).stream()
            .filter(row -> WorkivaVocabulary.group(outer, row.name()).equals(group))
            .findFirst();
    found.ifPresent(row -> context.index().made(group, row.id()));
    return found.isPresent() ? Map.of(group.toString(), "") : Map.of();
  }

  @Override
  public FinishedCall<String> write(List<BatchItem> items) {
    return WorkivaUserCreation.known(
        context.api().createGroup(workspace, group.name()),
        (IdName row) -> context.index().made(group, row.id()));
  }

  @Override
  public Outcome turnedAway(FinishedCall<?> finished) {
    return context.access().turnedAway(WorkivaCallKind.CREATE_GROUP, finished);
  }
}
