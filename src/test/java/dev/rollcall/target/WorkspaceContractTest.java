package dev.rollcall.target;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.model.Assignee;
import dev.rollcall.model.Email;
import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Entitlement.EnvironmentRole;
import dev.rollcall.model.Entitlement.GroupMembership;
import dev.rollcall.model.Entitlement.ProjectRole;
import dev.rollcall.model.Environment;
import dev.rollcall.model.Member;
import dev.rollcall.model.Roster;
import dev.rollcall.model.Status;
import dev.rollcall.plan.Operation;
import dev.rollcall.plan.PlannedOperation;
import dev.rollcall.plan.Reason;
import dev.rollcall.plan.Scope;
import dev.rollcall.plan.Snapshot;
import dev.rollcall.plan.Stage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every workspace must do. It starts as this company, in the environments dev and prod, with
 * the roles Member and Environment admin, the project Billing in both, and its role Builder:
 *
 * <pre>
 * ana   dev:Environment admin  prod:Member   Finance builders        Billing@dev:Builder
 * bob   dev:Member             prod:Member   Finance builders; Ops   Billing@dev:Builder
 * cy    dev:Member                           Ops
 * dee
 * </pre>
 */
public abstract class WorkspaceContractTest {

  protected static final Environment DEV = new Environment("dev");
  protected static final Environment PROD = new Environment("prod");
  protected static final Email ANA = new Email("ana@example.com");
  protected static final Email BOB = new Email("bob@example.com");
  protected static final Email CY = new Email("cy@example.com");
  protected static final Email DEE = new Email("dee@example.com");
  protected static final Email NEW = new Email("new@example.com");

  /** The workspace under test, in the state described above. */
  protected abstract WritableWorkspace workspace();

  /** What a clock in the workspace says. */
  protected abstract Instant now();

  @Test
  void aSnapshotShowsWhoHoldsWhat() {
    Roster actual = workspace().snapshot(Scope.everything()).actual();

    assertThat(actual.people())
        .containsExactly(
            member(
                ANA,
                "Ana Silva",
                new EnvironmentRole(DEV, "Environment admin"),
                new EnvironmentRole(PROD, "Member"),
                new GroupMembership("Finance builders"),
                new ProjectRole("Billing", DEV, "Builder")),
            member(
                BOB,
                "Bob Roy",
                new EnvironmentRole(DEV, "Member"),
                new EnvironmentRole(PROD, "Member"),
                new GroupMembership("Finance builders"),
                new GroupMembership("Ops"),
                new ProjectRole("Billing", DEV, "Builder")),
            member(CY, "Cy Moe", new EnvironmentRole(DEV, "Member"), new GroupMembership("Ops")),
            Member.of(DEE, "Dee Poe", Status.SUSPENDED, List.of()));
    assertThat(actual.groups()).extracting("name").containsExactly("Finance builders", "Ops");
  }

  @Test
  void aSnapshotNamesWhatIsOffered() {
    Snapshot snapshot = workspace().snapshot(Scope.everything());

    assertThat(snapshot.catalogue().environments()).containsExactlyInAnyOrder(DEV, PROD);
    assertThat(snapshot.catalogue().reachable()).containsExactlyInAnyOrder(DEV, PROD);
    assertThat(snapshot.catalogue().environmentRoles()).contains("Member", "Environment admin");
    assertThat(snapshot.catalogue().projectRoles()).contains("Builder");
    assertThat(snapshot.catalogue().groups()).containsExactlyInAnyOrder("Finance builders", "Ops");
    assertThat(snapshot.catalogue().projects()).containsEntry(DEV, java.util.Set.of("Billing"));
    assertThat(snapshot.incompleteGroups()).isEmpty();
    assertThat(snapshot.incompleteProjects()).isEmpty();
  }

  static Stream<Operation> operations() {
    Assignee cy = new Assignee.Person(CY);
    Assignee ana = new Assignee.Person(ANA);
    Assignee ops = new Assignee.GroupNamed("Ops");
    Optional<String> builder = Optional.of("Builder");
    return Stream.of(
        new Operation.CreateGroup("Auditors", "Look only"),
        new Operation.SetEnvironmentRole(CY, PROD, Optional.empty(), Optional.of("Member")),
        new Operation.SetEnvironmentRole(BOB, PROD, Optional.of("Member"), Optional.empty()),
        new Operation.AddToGroup(CY, "Finance builders"),
        new Operation.RemoveFromGroup(BOB, "Finance builders"),
        new Operation.SetProjectRole(cy, "Billing", DEV, Optional.empty(), builder),
        new Operation.SetProjectRole(ana, "Billing", DEV, builder, Optional.of("Project admin")),
        new Operation.SetProjectRole(ana, "Billing", DEV, builder, Optional.empty()),
        new Operation.SetProjectRole(ops, "Billing", PROD, Optional.empty(), builder),
        new Operation.Suspend(BOB, new TreeMap<>(Map.of(DEV, "Member", PROD, "Member"))),
        new Operation.Reinstate(DEE, new TreeMap<>(Map.of(DEV, "Member", PROD, "Member"))),
        new Operation.Remove(CY, List.of()));
  }

  @ParameterizedTest
  @MethodSource("operations")
  void everyOperationDoesWhatItSaysAndNothingMoreWhenDoneTwice(Operation operation) {
    WritableWorkspace workspace = workspace();
    Roster before = workspace.snapshot(Scope.everything()).actual();
    PlannedOperation planned = planned(1, operation);
    assertThat(workspace.settle(planned, now())).isEqualTo(Settled.DID_NOT_HAPPEN);

    assertThat(apply(workspace, List.of(operation))).containsExactly(new Outcome.Applied());
    Roster once = workspace.readBack(Scope.everything());
    Outcome again = apply(workspace, List.of(operation)).get(0);
    Roster twice = workspace.readBack(Scope.everything());

    assertThat(once).isNotEqualTo(before);
    assertThat(twice).isEqualTo(once);
    assertThat(again).isInstanceOfAny(Outcome.Applied.class, Outcome.AlreadySo.class);
    assertThat(workspace.settle(planned, now())).isEqualTo(Settled.HAPPENED);
  }

  @Test
  void anInvitationIsNotRepeatedButAnswered() {
    WritableWorkspace workspace = workspace();
    workspace.snapshot(Scope.everything());

    assertThat(apply(workspace, List.of(invitation()))).containsExactly(new Outcome.Applied());
    assertThat(apply(workspace, List.of(invitation())).get(0)).isInstanceOf(Outcome.Deferred.class);
    assertThat(workspace.settle(planned(1, invitation()), now())).isEqualTo(Settled.HAPPENED);
  }

  @Test
  void everyOperationIsInExactlyOneRequest() {
    WritableWorkspace workspace = workspace();
    workspace.snapshot(Scope.everything());
    List<PlannedOperation> planned = planned(operations().toList());

    List<Request> requests = workspace.batching().requests(Stage.ADDITIONS, planned);

    assertThat(requests.stream().flatMap(request -> request.sequences().stream()))
        .containsExactlyInAnyOrderElementsOf(
            planned.stream().map(PlannedOperation::sequence).toList());
    assertThat(workspace.batching().requests(Stage.ADDITIONS, planned)).isEqualTo(requests);
  }

  @Test
  void whatDoesNotExistIsRefusedOrSoAlready() {
    WritableWorkspace workspace = workspace();
    workspace.snapshot(Scope.everything());

    List<Outcome> outcomes =
        apply(
            workspace,
            List.of(
                new Operation.AddToGroup(NEW, "Ops"),
                new Operation.AddToGroup(ANA, "No such group"),
                new Operation.Remove(NEW, List.of()),
                new Operation.RemoveFromGroup(NEW, "Ops")));

    assertThat(outcomes.get(0)).isInstanceOf(Outcome.Refused.class);
    assertThat(outcomes.get(1)).isInstanceOf(Outcome.Refused.class);
    assertThat(outcomes.get(2)).isInstanceOf(Outcome.AlreadySo.class);
    assertThat(outcomes.get(3)).isInstanceOf(Outcome.AlreadySo.class);
  }

  protected static Operation.Invite invitation() {
    return new Operation.Invite(
        NEW,
        "New Face",
        new TreeMap<>(Map.of(DEV, "Member")),
        new TreeSet<>(List.of("Finance builders")));
  }

  protected static Member member(Email email, String name, Entitlement... held) {
    return Member.of(email, name, Status.ACTIVE, List.of(held));
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
      WritableWorkspace workspace, List<? extends Operation> operations) {
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
