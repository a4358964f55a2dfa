package dev.rollcall.tenant.scim;

import dev.rollcall.model.Email;
import dev.rollcall.tenant.Outcome;
import dev.rollcall.tenant.careful.BatchItem;
import dev.rollcall.tenant.careful.Changeable;
import dev.rollcall.tenant.http.CallOutcome;
import dev.rollcall.tenant.http.FinishedCall;
import dev.rollcall.tenant.scim.ScimApi.Resources;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The deletion of a user, and whether there still is one. */
record UserDeletion(ScimContext context, Email email, String id) implements Changeable {

  private static final String KEY = "user";

  BatchItem item(int sequence) {
    return new BatchItem(sequence, KEY, Optional.empty());
  }

  @Override
  public Map<String, String> read() {
    return context.lookups().user(id).isPresent() ? Map.of(KEY, "") : Map.of();
  }

  @Override
  public FinishedCall<String> write(List<BatchItem> items) {
    FinishedCall<String> finished = context.api().delete(Resources.USERS, id);
    if (finished.last() instanceof CallOutcome.Accepted) {
      context.index().left(email);
    }
    return finished;
  }

  @Override
  public Outcome turnedAway(FinishedCall<?> finished) {
    return context.access().turnedAway("delete users", finished);
  }
}
