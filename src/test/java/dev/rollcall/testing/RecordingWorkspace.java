package dev.rollcall.testing;

import dev.rollcall.model.Roster;
import dev.rollcall.model.Vocabulary;
import dev.rollcall.plan.Invitation;
import dev.rollcall.plan.PlannedOperation;
import dev.rollcall.plan.Scope;
import dev.rollcall.plan.Snapshot;
import dev.rollcall.plan.Stage;
import dev.rollcall.tenant.Batching;
import dev.rollcall.tenant.Identity;
import dev.rollcall.tenant.Lane;
import dev.rollcall.tenant.Outcome;
import dev.rollcall.tenant.Request;
import dev.rollcall.tenant.RequestForecast;
import dev.rollcall.tenant.RequestQuota;
import dev.rollcall.tenant.Settled;
import dev.rollcall.tenant.TenantUnavailable;
import dev.rollcall.tenant.WritableTenant;
import dev.rollcall.tenant.workato.WorkatoVocabulary;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A workspace whose answers are programmed, and that remembers what it was sent. */
public final class RecordingWorkspace implements WritableTenant {

  private final Map<Integer, Outcome> outcomes = new HashMap<>();
  private final Map<Integer, Settled> settled = new HashMap<>();
  private final List<Integer> sent = new ArrayList<>();
  private Roster actual = Roster.EMPTY;
  private boolean gone;

  /** Answers so for this operation; without, everything is applied. */
  public RecordingWorkspace answering(int sequence, Outcome outcome) {
    outcomes.put(sequence, outcome);
    return this;
  }

  /** Settles so for this operation; without, it did not happen. */
  public RecordingWorkspace settling(int sequence, Settled what) {
    settled.put(sequence, what);
    return this;
  }

  /** Is like this when read back. */
  public RecordingWorkspace holding(Roster roster) {
    actual = roster;
    return this;
  }

  /** Does not answer any more. */
  public RecordingWorkspace gone() {
    gone = true;
    return this;
  }

  /** The operations sent, in order. */
  public List<Integer> sent() {
    return sent;
  }

  @Override
  public Vocabulary vocabulary() {
    return WorkatoVocabulary.VOCABULARY;
  }

  @Override
  public Identity identify() {
    return new Identity("example.com/1", "Acme", Optional.empty());
  }

  @Override
  public Snapshot snapshot(Scope scope) {
    throw new AssertionError("not asked for in these tests");
  }

  @Override
  public Snapshot beyond(Scope scope, Snapshot seen) {
    throw new AssertionError("not asked for in these tests");
  }

  @Override
  public Roster readBack(Scope touched) {
    return actual;
  }

  @Override
  public Optional<List<Invitation>> rememberedInvitations(Instant since) {
    return Optional.empty();
  }

  /** One operation a request, all in one lane. */
  @Override
  public Batching batching() {
    return new Batching() {
      @Override
      public List<Request> requests(Stage stage, Collection<PlannedOperation> operations) {
        return operations.stream()
            .map(planned -> new Request(new Lane("all"), true, List.of(planned.sequence())))
            .toList();
      }

      @Override
      public RequestForecast course(Collection<PlannedOperation> operations) {
        return new RequestForecast(List.of(Map.of(new Lane("all"), operations.size())));
      }

      @Override
      public List<Duration> recent(Lane lane) {
        return List.of();
      }

      @Override
      public int readBefore() {
        return 0;
      }

      @Override
      public int fewestRequests(Collection<PlannedOperation> operations) {
        return operations.size();
      }

      @Override
      public RequestQuota quota(Lane lane) {
        return RequestQuota.perMinute(60);
      }
    };
  }

  @Override
  public Map<Integer, Outcome> send(Request request, List<PlannedOperation> operations) {
    if (gone) {
      throw new TenantUnavailable("the workspace is gone");
    }
    Map<Integer, Outcome> answer = new HashMap<>();
    for (PlannedOperation planned : operations) {
      sent.add(planned.sequence());
      answer.put(
          planned.sequence(), outcomes.getOrDefault(planned.sequence(), new Outcome.Applied()));
    }
    return answer;
  }

  @Override
  public Settled settle(PlannedOperation operation, Instant when) {
    return settled.getOrDefault(operation.sequence(), Settled.DID_NOT_HAPPEN);
  }

  @Override
  public void close() {}
}
