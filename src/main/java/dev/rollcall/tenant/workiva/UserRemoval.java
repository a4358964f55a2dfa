package dev.rollcall.tenant.workiva;

import dev.rollcall.tenant.Outcome;
import dev.rollcall.tenant.careful.BatchItem;
import dev.rollcall.tenant.careful.Changeable;
import dev.rollcall.tenant.http.FinishedCall;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The deletion of a user from the organization. */
record UserRemoval(WorkivaContext context, String user) implements Changeable {

  private static final String KEY = "user";

  BatchItem item(int sequence) {
    return new BatchItem(sequence, KEY, Optional.empty());
  }

  @Override
  public Map<String, String> read() {
    var finished = context.api().user(user);
    if (WorkivaErrors.is(finished.last(), 404)) {
      context.index().remove(user);
      return Map.of();
    }
    context.access().read(WorkivaCallKind.USERS, finished);
    return Map.of(KEY, "");
  }

  @Override
  public FinishedCall<String> write(List<BatchItem> items) {
    context.holdings().changing(user);
    return context.api().deleteUser(user);
  }

  @Override
  public Outcome turnedAway(FinishedCall<?> finished) {
    return context.access().turnedAway(WorkivaCallKind.DELETE_USER, finished);
  }
}
