package dev.rollcall.tenant.workato;

import dev.rollcall.tenant.Outcome;
import dev.rollcall.tenant.careful.BatchItem;
import dev.rollcall.tenant.careful.Changeable;
import dev.rollcall.tenant.http.FinishedCall;
import dev.rollcall.tenant.workato.payload.Id;
import dev.rollcall.tenant.workato.payload.MemberRow;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The deletion of a member, and whether they still are one. */
record MemberRemoval(WorkatoContext context, Id member) implements Changeable {

  private static final String KEY = "member";

  BatchItem item(int sequence) {
    return new BatchItem(sequence, KEY, Optional.empty());
  }

  @Override
  public Map<String, String> read() {
    FinishedCall<MemberRow> finished = context.api().member(context.main(), member);
    if (WorkatoErrors.notFound(finished.last())) {
      return Map.of();
    }
    context.access().read(Endpoint.MEMBER, context.main(), finished);
    return Map.of(KEY, "");
  }

  @Override
  public FinishedCall<String> write(List<BatchItem> items) {
    context.traffic().removing(member);
    return context.api().deleteMember(member);
  }

  @Override
  public Outcome turnedAway(FinishedCall<?> finished) {
    return context.access().turnedAway(Endpoint.DELETE_MEMBER, context.main(), finished);
  }
}
