package dev.rollcall.tenant.workato;

import dev.rollcall.tenant.AccessRefused;
import dev.rollcall.tenant.Outcome;
import dev.rollcall.tenant.TenantUnavailable;
import dev.rollcall.tenant.careful.BatchItem;
import dev.rollcall.tenant.careful.Changeable;
import dev.rollcall.tenant.http.CallOutcome;
import dev.rollcall.tenant.http.FinishedCall;
import dev.rollcall.tenant.workato.payload.Id;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The revocation of one grant, by its id.
 *
 * @param known the id as last read; it is looked up where there is none or it is no longer right
 */
record GrantRevocation(WorkatoContext context, ProjectGrantList grants, Optional<Id> known)
    implements Changeable {

  /** The grant itself tells by one request; where it does not, the list does. */
  @Override
  public Map<String, String> read() {
    return known.flatMap(grants::held).map(GrantRevocation::byHolder).orElseGet(grants::read);
  }

  private static Map<String, String> byHolder(List<BatchItem> items) {
    Map<String, String> held = new HashMap<>();
    items.forEach(item -> item.wanted().ifPresent(role -> held.put(item.key(), role)));
    return held;
  }

  @Override
  public FinishedCall<String> write(List<BatchItem> items) {
    FinishedCall<String> finished = known.map(this::delete).orElseGet(GrantRevocation::noSuchGrant);
    if (!WorkatoErrors.notFound(finished.last())) {
      return finished;
    }
    Optional<Id> now = lookedUp(items.get(0));
    return now.isPresent() && !now.equals(known) ? delete(now.get()) : finished;
  }

  private FinishedCall<String> delete(Id grant) {
    return context.api().onProjects().deleteGrant(grants.environment(), grant);
  }

  private Optional<Id> lookedUp(BatchItem item) {
    try {
      grants.read();
      return grants.grant(item);
    } catch (TenantUnavailable | AccessRefused e) {
      // The 404 stands; whoever asks next meets the same trouble and says so.
      return Optional.empty();
    }
  }

  private static FinishedCall<String> noSuchGrant() {
    return new FinishedCall<>(
        new CallOutcome.Rejected<>(404, "{\"message\":\"no such grant\"}", Optional.empty()), 0);
  }

  @Override
  public Outcome turnedAway(FinishedCall<?> finished) {
    return context.access().turnedAway(Endpoint.DELETE_GRANT, grants.environment(), finished);
  }
}
