package dev.rollcall.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.model.Kind;
import dev.rollcall.model.Resource;
import dev.rollcall.model.Roster;
import dev.rollcall.plan.Catalogue;
import dev.rollcall.plan.NamePatterns;
import dev.rollcall.plan.Operation;
import dev.rollcall.plan.PlannedOperation;
import dev.rollcall.plan.Reason;
import dev.rollcall.plan.Scope;
import dev.rollcall.plan.Snapshot;
import dev.rollcall.plan.Stage;
import dev.rollcall.plan.Usual;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What every tenant must do, whoever its vendor is. It starts as {@link #company} says; everything
 * is in scope.
 */
public abstract class TenantContract {

  /** The tenant under test, at its start. */
  protected abstract WritableTenant workspace();

  /** What a clock in the tenant says. */
  protected abstract Instant now();

  /** Who is there at the start, and all groups. */
  protected abstract Roster company();

  /** What is there by name at the start. */
  protected abstract Map<Kind, Set<String>> offered();

  /** One operation of each kind and each kind of right, none of which is so at the start. */
  protected abstract List<Operation> operations();

  /** What cannot be done, for want of somebody or something that it names. */
  protected abstract List<Operation> impossible();

  /** What takes from somebody or something that is not there. */
  protected abstract List<Operation> needless();

  @Test
  void aSnapshotShowsWhoHoldsWhat() {
    Snapshot snapshot = workspace().snapshot(Usual.everything());

    assertThat(snapshot.actual()).isEqualTo(company());
    assertThat(snapshot.incomplete()).isEmpty();
    assertThat(snapshot.vocabulary()).isSameAs(workspace().vocabulary());
  }

  @Test
  void whatIsBeyondTheScopeMakesASnapshotTheSameAsOneOfEverything() {
    List<Scope> scopes = new ArrayList<>(List.of(scope(Set.of()), Usual.everything()));
    offered().values().stream()
        .flatMap(Set::stream)
        .map(label -> label.replaceAll("@.*", ""))
        .distinct()
        .forEach(name -> scopes.add(scope(Set.of(name))));

    for (Scope scope : scopes) {
      begin();
      Snapshot everything = workspace().snapshot(Usual.everything());
      begin();
      Snapshot seen = workspace().snapshot(scope);
      assertThat(workspace().beyond(scope, seen)).usingRecursiveComparison().isEqualTo(everything);
    }
  }

  /** All people, but of what a scope may limit no more than these. */
  private Scope scope(Set<String> names) {
    Map<Kind, NamePatterns> ours = new TreeMap<>();
    workspace().vocabulary().kinds().stream()
        .filter(kind -> kind.is(Kind.Trait.SCOPED))
        .forEach(kind -> ours.put(kind, NamePatterns.exactly(names)));
    return new Scope(NamePatterns.ALL, ours, Map.of(), NamePatterns.ALL);
  }

  @Test
  void aSnapshotNamesWhatIsOffered() {
    Catalogue catalogue = workspace().snapshot(Usual.everything()).catalogue();

    offered()
        .forEach(
            (kind, names) ->
                assertThat(catalogue.of(kind).resources())
                    .extracting(Resource::toString)
                    .containsExactlyInAnyOrderElementsOf(names));
    assertThat(offered().keySet())
        .containsExactlyInAnyOrderElementsOf(workspace().vocabulary().kinds());
  }

  @Test
  void everyKindIsKnownByItsId() {
    assertThat(workspace().vocabulary().kinds())
        .allSatisfy(kind -> assertThat(Vendors.kind(kind.id())).containsSame(kind));
    assertThat(Vendors.all()).contains(workspace().vocabulary());
  }

  @TestFactory
  Stream<DynamicTest> everyOperationDoesWhatItSaysAndNothingMoreWhenDoneTwice() {
    return operations().stream()
        .map(
            operation ->
                DynamicTest.dynamicTest(operation.toString(), () -> doesWhatItSays(operation)));
  }

  private void doesWhatItSays(Operation operation) {
    begin();
    WritableTenant workspace = workspace();
    Roster before = workspace.snapshot(Usual.everything()).actual();
    PlannedOperation planned = planned(1, operation);
    assertThat(workspace.settle(planned, now())).isEqualTo(Settled.DID_NOT_HAPPEN);

    assertThat(apply(workspace, List.of(operation))).containsExactly(new Outcome.Applied());
    Roster once = workspace.readBack(Usual.everything());
    Outcome again = apply(workspace, List.of(operation)).get(0);
    Roster twice = workspace.readBack(Usual.everything());

    assertThat(once).isNotEqualTo(before);
    assertThat(twice).isEqualTo(once);
    assertThat(again).isInstanceOfAny(Outcome.Applied.class, Outcome.AlreadySo.class);
    assertThat(workspace.settle(planned, now())).isEqualTo(Settled.HAPPENED);
  }

  /** Begins anew. */
  protected abstract void begin();

  @Test
  void everyKindOfOperationThatTheVendorKnowsIsTried() {
    assertThat(operations().stream().flatMap(each -> each.changes().stream()))
        .flatMap(change -> change.on().stream().map(Resource::kind).toList())
        .containsAll(workspace().snapshot(Usual.everything()).vocabulary().kinds());
  }

  @Test
  void everyOperationIsInExactlyOneRequest() {
    WritableTenant workspace = workspace();
    workspace.snapshot(Usual.everything());
    List<PlannedOperation> planned = planned(operations());

    List<Request> requests = workspace.batching().requests(Stage.ADDITIONS, planned);

    assertThat(requests.stream().flatMap(request -> request.sequences().stream()))
        .containsExactlyInAnyOrderElementsOf(
            planned.stream().map(PlannedOperation::sequence).toList());
    assertThat(workspace.batching().requests(Stage.ADDITIONS, planned)).isEqualTo(requests);
  }

  @Test
  void whatDoesNotExistIsRefusedOrSoAlready() {
    WritableTenant workspace = workspace();
    workspace.snapshot(Usual.everything());

    assertThat(apply(workspace, impossible())).hasOnlyElementsOfType(Outcome.Refused.class);
    assertThat(apply(workspace, needless())).hasOnlyElementsOfType(Outcome.AlreadySo.class);
  }

  protected static PlannedOperation planned(int sequence, Operation operation) {
    return new PlannedOperation(sequence, Stage.ADDITIONS, operation, Reason.MOVER, "", "");
  }

  protected static List<PlannedOperation> planned(List<? extends Operation> operations) {
    List<PlannedOperation> planned = new ArrayList<>();
    operations.forEach(operation -> planned.add(planned(planned.size() + 1, operation)));
    return planned;
  }

  /** Applies all in the requests that the workspace's own batching makes; outcomes in order. */
  protected static List<Outcome> apply(
      WritableTenant workspace, List<? extends Operation> operations) {
    List<PlannedOperation> planned = planned(operations);
    Map<Integer, Outcome> outcomes = new TreeMap<>();
    for (Request request : workspace.batching().requests(Stage.ADDITIONS, planned)) {
      Map<Integer, Outcome> sent =
          workspace.send(
              request,
              request.sequences().stream().map(sequence -> planned.get(sequence - 1)).toList());
      assertThat(sent.keySet()).containsExactlyInAnyOrderElementsOf(request.sequences());
      outcomes.putAll(sent);
    }
    return List.copyOf(outcomes.values());
  }
}
