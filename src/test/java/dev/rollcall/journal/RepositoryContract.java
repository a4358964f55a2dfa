package dev.rollcall.journal;

import static dev.rollcall.testing.Plans.at;
import static dev.rollcall.testing.TestingRepository.NOW;
import static dev.rollcall.testing.TestingRepository.id;
import static dev.rollcall.testing.TestingRepository.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.rollcall.apply.Lease;
import dev.rollcall.apply.LeaseLost;
import dev.rollcall.apply.OperationRecord;
import dev.rollcall.apply.OperationState;
import dev.rollcall.apply.RunRecord;
import dev.rollcall.apply.TenantBusy;
import dev.rollcall.apply.Verification;
import dev.rollcall.model.MentionedNames;
import dev.rollcall.plan.Invitation;
import dev.rollcall.plan.Operation;
import dev.rollcall.plan.Plan;
import dev.rollcall.plan.PlanDigest;
import dev.rollcall.plan.Stage;
import dev.rollcall.tenant.Experience.Trust;
import dev.rollcall.tenant.Lane;
import dev.rollcall.tenant.LaneThreads;
import dev.rollcall.tenant.Outcome;
import dev.rollcall.tenant.Request;
import dev.rollcall.tenant.http.Sleeper;
import dev.rollcall.tenant.workato.Environment;
import dev.rollcall.tenant.workato.WorkatoBatchKinds;
import dev.rollcall.testing.Plans;
import dev.rollcall.testing.TestingRepository;
import dev.rollcall.testing.WorkatoTerms;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the journal, the ledger and the leases must do on every database. */
abstract class RepositoryContract extends RenamesContract {

  private static final String WORKSPACE = "example.com/1";
  private static final Lane INVITATIONS = new Lane("invitations");
  private static final Outcome APPLIED = new Outcome.Applied();
  private static final Outcome REFUSED = new Outcome.Refused(422, "no seat left");
  private static final Outcome IN_DOUBT = new Outcome.Failed(1, true, "connection reset");

  private TestingRepository repository;

  /** A repository without any run in it. */
  abstract TestingRepository empty();

  @Override
  TestingRepository repository() {
    return repository;
  }

  @BeforeEach
  void open() {
    repository = empty();
  }

  @AfterEach
  void close() {
    repository.close();
  }

  private static Request request(int... sequences) {
    return new Request(INVITATIONS, false, IntStream.of(sequences).boxed().toList());
  }

  private static Instant later(int minutes) {
    return NOW.plus(Duration.ofMinutes(minutes));
  }

  private static Operation.Join invite(String name) {
    return WorkatoTerms.invite(
        at(name),
        name,
        new TreeMap<>(Map.of(new Environment("dev"), "Member")),
        new TreeSet<>(List.of("Finance", "Ops")));
  }

  private static Operation.Suspend suspend(String name) {
    return WorkatoTerms.suspend(at(name), new TreeMap<>(Map.of(new Environment("dev"), "Member")));
  }

  private static Plan only(Operation operation) {
    return Plans.plan().with(Stage.ADDITIONS, operation).build();
  }

  private OperationRecord operation(int run, int sequence) {
    return repository.journal().operations(id(run)).get(sequence - 1);
  }

  /** A run of one operation that was sent and came to this. */
  private void ran(int run, Operation operation, Outcome outcome, Instant at) {
    try (Lease lease = repository.begin(run, only(operation))) {
      assertThat(lease).isNotNull();
      repository.journal().sent(id(run), request(1), at);
      repository.journal().record(id(run), request(1), Map.of(1, outcome), at);
    }
    repository.journal().end(id(run), RunRecord.State.FINISHED, 0, at);
  }

  private Optional<Invitation> remembered(String name) {
    return repository.ledger().invitations(WORKSPACE).stream()
        .filter(invitation -> invitation.email().equals(at(name)))
        .findFirst();
  }

  @Test
  void keepsARunFromItsBeginToItsEnd() {
    RunRecord begun = record(1, "nightly", WORKSPACE);

    repository.journal().begin(begun);

    assertThat(repository.journal().run(id(1))).contains(begun);
    repository.journal().end(id(1), RunRecord.State.FINISHED, 3, later(5));
    RunRecord ended = repository.journal().run(id(1)).orElseThrow();
    assertThat(ended.state()).isEqualTo(RunRecord.State.FINISHED);
    assertThat(ended.exitCode()).contains(3);
    assertThat(ended.ended()).contains(later(5));
    assertThat(repository.journal().run(id(2))).isEmpty();
  }

  @Test
  void lanesWriteSideBySide() {
    int each = 12;
    List<Lane> lanes = IntStream.range(0, 6).mapToObj(i -> new Lane("lane " + i)).toList();
    Plans plan = Plans.plan();
    IntStream.range(0, each * lanes.size())
        .forEach(i -> plan.with(Stage.ADDITIONS, i % 2 == 0 ? invite("j" + i) : suspend("s" + i)));
    Queue<Throwable> failures = new ConcurrentLinkedQueue<>();

    try (Lease lease = repository.begin(1, plan.build());
        LaneThreads threads = new LaneThreads(Sleeper.REAL::beside)) {
      assertThat(lease).isNotNull();
      for (Lane lane : lanes) {
        int first = 1 + each * lanes.indexOf(lane);
        threads
            .of(lane)
            .execute(
                () -> IntStream.range(first, first + each).forEach(i -> send(lane, i, failures)));
      }
    }

    assertThat(failures).isEmpty();
    assertThat(repository.journal().results(id(1)))
        .hasSize(each * lanes.size())
        .allMatch(result -> result.state() == OperationState.APPLIED);
    assertThat(repository.journal().requestCount(id(1))).isEqualTo(each * lanes.size());
    assertThat(repository.ledger().invitations(WORKSPACE)).hasSize(each * lanes.size() / 2);
  }

  private void send(Lane lane, int sequence, Queue<Throwable> failures) {
    Request request = new Request(lane, false, List.of(sequence));
    try {
      repository.journal().sent(id(1), request, NOW);
      repository.journal().record(id(1), request, Map.of(sequence, APPLIED), NOW);
    } catch (RuntimeException e) {
      failures.add(e);
    }
  }

  @Test
  void namesRunsNewestFirst() {
    repository.journal().begin(record(2, "nightly", WORKSPACE));
    repository.journal().begin(record(9, "weekly", WORKSPACE));
    repository.journal().begin(record(5, "nightly", WORKSPACE));

    assertThat(repository.journal().runs())
        .extracting(RunRecord::id)
        .containsExactly(id(9), id(5), id(2));
  }

  @Test
  void keepsThePlanAsItIs() {
    Plan plan =
        Plans.plan()
            .with(Stage.ADDITIONS, invite("ana"))
            .with(Stage.REVOCATIONS, WorkatoTerms.removeFromGroup(at("bo"), "Größe \"🦊\"\n;"))
            .with(Stage.REMOVALS, suspend("cy"))
            .build();
    repository.journal().begin(record(1, "nightly", WORKSPACE));

    repository
        .journal()
        .plan(id(1), plan, Map.of(3, "removals"), Map.of(1, "no seat is free"), "{\"a\":1}");

    assertThat(repository.journal().planOf(id(1))).contains(plan);
    assertThat(repository.journal().reportOf(id(1))).isEqualTo("{\"a\":1}");
    assertThat(repository.journal().run(id(1)).orElseThrow().planned()).isTrue();
    assertThat(repository.journal().operations(id(1)))
        .extracting(OperationRecord::state)
        .containsExactly(OperationState.DEFERRED, OperationState.PENDING, OperationState.HELD);
    assertThat(operation(1, 3).message()).isEqualTo("removals");
    assertThat(repository.journal().planOf(id(2))).isEmpty();
    assertThat(repository.journal().reportOf(id(2))).isEmpty();
  }

  @Test
  void holdsFiftyThousandOperations() {
    Plans plans = Plans.plan();
    IntStream.range(0, 50_000)
        .forEach(i -> plans.with(Stage.ADDITIONS, WorkatoTerms.addToGroup(at("p" + i), "All")));
    Plan plan = plans.build();
    repository.journal().begin(record(1, "nightly", WORKSPACE));

    repository.journal().plan(id(1), plan, Map.of(), Map.of(), "");

    assertThat(repository.journal().operations(id(1))).hasSize(50_000);
    assertThat(operation(1, 50_000).planned()).isEqualTo(plan.operation(50_000));
  }

  @Test
  void tellsWhatBecameOfARequest() {
    Plan plan =
        Plans.plan()
            .with(Stage.ADDITIONS, WorkatoTerms.addToGroup(at("ana"), "Ops"))
            .with(Stage.ADDITIONS, WorkatoTerms.addToGroup(at("bo"), "Ops"))
            .build();
    Request both = request(1, 2);

    repository.begin(1, plan);
    repository.journal().sent(id(1), both, later(1));
    assertThat(operation(1, 1).state()).isEqualTo(OperationState.SENT);
    assertThat(operation(1, 1).sentAt()).contains(later(1));
    assertThat(repository.journal().runsInDoubt(WORKSPACE)).containsExactly(id(1));
    repository
        .journal()
        .record(id(1), both, Map.of(1, APPLIED, 2, new Outcome.Failed(3, false, "503")), later(2));

    assertThat(operation(1, 1).state()).isEqualTo(OperationState.APPLIED);
    assertThat(operation(1, 1).attempts()).isEqualTo(1);
    assertThat(operation(1, 1).changedAt()).isEqualTo(later(2));
    assertThat(operation(1, 2).state()).isEqualTo(OperationState.FAILED);
    assertThat(operation(1, 2).attempts()).isEqualTo(3);
    assertThat(operation(1, 2).message()).isEqualTo("503");
    assertThat(repository.journal().requestCount(id(1))).isEqualTo(1);
    assertThat(repository.journal().runsInDoubt(WORKSPACE)).isEmpty();
  }

  @Test
  void sendsNothingUnrepeatableTwice() {
    repository.begin(1, only(invite("ana")));
    repository.journal().sent(id(1), request(1), later(1));

    assertThatIllegalStateException()
        .isThrownBy(() -> repository.journal().sent(id(1), request(1), later(2)))
        .withMessage("operation 1 must not be sent twice, and is SENT");
    assertThat(repository.journal().requestCount(id(1))).isEqualTo(1);
    assertThat(remembered("ana").orElseThrow().times()).isEqualTo(1);
  }

  @Test
  void sendsWhatMayBeRepeatedAgain() {
    repository.begin(1, only(WorkatoTerms.addToGroup(at("ana"), "Ops")));
    Request repeatable = new Request(INVITATIONS, true, List.of(1));
    repository.journal().sent(id(1), repeatable, later(1));

    repository.journal().sent(id(1), repeatable, later(2));

    assertThat(operation(1, 1).sentAt()).contains(later(2));
    assertThat(repository.journal().requestCount(id(1))).isEqualTo(2);
  }

  @Test
  void leavesNothingOfARequestThatCouldNotBeMarkedWhole() {
    repository.begin(1, Plans.plan().with(Stage.ADDITIONS, invite("ana")).build());

    assertThatIllegalStateException()
        .isThrownBy(() -> repository.journal().sent(id(1), request(1, 7), later(1)));

    assertThat(operation(1, 1).state()).isEqualTo(OperationState.PENDING);
    assertThat(remembered("ana")).isEmpty();
    assertThat(repository.journal().requestCount(id(1))).isZero();
  }

  @Test
  void recordsWhatWasReadBackWithoutTouchingTheStatesTime() {
    ran(1, WorkatoTerms.addToGroup(at("ana"), "Ops"), APPLIED, later(1));

    repository.journal().verified(id(1), Map.of(1, Verification.DIFFERS), later(9));

    assertThat(operation(1, 1).verification()).isEqualTo(Verification.DIFFERS);
    assertThat(operation(1, 1).changedAt()).isEqualTo(later(1));
  }

  @Test
  void remembersWhenALaneWasUsedByAnyRun() {
    ran(1, WorkatoTerms.addToGroup(at("ana"), "Ops"), APPLIED, later(1));
    ran(2, WorkatoTerms.addToGroup(at("bo"), "Ops"), APPLIED, later(3));

    assertThat(repository.journal().requestTimes(WORKSPACE, INVITATIONS, NOW))
        .containsExactly(later(1), later(3));
    assertThat(repository.journal().requestTimes(WORKSPACE, INVITATIONS, later(2)))
        .containsExactly(later(3));
    assertThat(repository.journal().requestTimes(WORKSPACE, new Lane("groups"), NOW)).isEmpty();
    assertThat(repository.journal().requestTimes("example.com/2", INVITATIONS, NOW)).isEmpty();
  }

  @Test
  void knowsTheRequestsOfAllWhoShareQuotas() {
    ran(1, WorkatoTerms.addToGroup(at("ana"), "Ops"), APPLIED, later(1));
    String host = WORKSPACE.substring(0, WORKSPACE.indexOf('/'));

    assertThat(repository.journal().requestTimes(host, INVITATIONS, NOW)).containsExactly(later(1));
    assertThat(repository.journal().requestTimes(WORKSPACE.substring(0, 4), INVITATIONS, NOW))
        .isEmpty();
    assertThat(repository.journal().requestTimes(WORKSPACE + "/1", INVITATIONS, NOW)).isEmpty();
  }

  @Test
  void givesALeaseToOneRunAtATime() {
    repository.begin(1, only(invite("ana")));

    assertThatExceptionOfType(TenantBusy.class)
        .isThrownBy(() -> repository.repository().leases().acquire(WORKSPACE, id(2)))
        .withMessageContaining("run " + id(1));
    repository.repository().leases().acquire("example.com/2", id(2)).close();
  }

  @Test
  void givesAReturnedLeaseAgain() {
    repository.begin(1, only(invite("ana"))).close();

    repository.begin(2, only(invite("ana")));

    repository.journal().sent(id(2), request(1), later(1));
    assertThatExceptionOfType(LeaseLost.class)
        .isThrownBy(() -> repository.journal().sent(id(1), request(1), later(1)));
    assertThat(operation(1, 1).state()).isEqualTo(OperationState.PENDING);
  }

  @Test
  void remembersAnInvitationBeforeItLeaves() {
    repository.begin(1, only(invite("ana")));

    repository.journal().sent(id(1), request(1), later(1));

    assertThat(repository.ledger().invitations(WORKSPACE))
        .containsExactly(
            WorkatoTerms.invitation(
                at("ana"),
                later(1),
                1,
                WorkatoTerms.roles(invite("ana").rights()),
                WorkatoTerms.groups(invite("ana").rights()),
                Optional.empty()));
    assertThat(repository.ledger().invitations("example.com/2")).isEmpty();
  }

  @Test
  void forgetsAnInvitationThatWasRefused() {
    ran(1, invite("ana"), REFUSED, later(1));
    ran(2, invite("bo"), new Outcome.Deferred(later(20), "too soon"), later(1));
    ran(3, invite("cy"), new Outcome.Failed(2, false, "no connection"), later(1));

    assertThat(repository.ledger().invitations(WORKSPACE)).isEmpty();
  }

  @Test
  void keepsAnInvitationThatIsDoneOrInDoubt() {
    ran(1, invite("ana"), APPLIED, later(1));
    ran(2, invite("bo"), new Outcome.AlreadySo("invited already"), later(1));
    ran(3, invite("cy"), IN_DOUBT, later(1));

    assertThat(repository.ledger().invitations(WORKSPACE))
        .extracting(Invitation::email)
        .containsExactly(at("ana"), at("bo"), at("cy"));
  }

  @Test
  void goesBackToTheEarlierInvitationWhereALaterOneWasRefused() {
    ran(1, invite("ana"), APPLIED, later(1));
    ran(2, invite("ana"), REFUSED, later(100));

    Invitation before = remembered("ana").orElseThrow();

    assertThat(before.times()).isEqualTo(1);
    assertThat(before.sent()).isEqualTo(later(1));
  }

  @Test
  void countsHowOftenAPersonWasInvited() {
    ran(1, invite("ana"), APPLIED, later(1));
    ran(2, invite("ana"), APPLIED, later(100));

    Invitation newest = remembered("ana").orElseThrow();

    assertThat(newest.times()).isEqualTo(2);
    assertThat(newest.sent()).isEqualTo(later(100));
  }

  @ParameterizedTest
  @EnumSource(
      value = OperationState.class,
      names = {"APPLIED", "ALREADY_SO", "IN_DOUBT"})
  void keepsADoubtfulInvitationThatIsSettledSo(OperationState settled) {
    ran(1, invite("ana"), IN_DOUBT, later(1));

    repository.journal().change(id(1), 1, settled, "looked up", later(30));

    assertThat(remembered("ana")).isPresent();
    assertThat(operation(1, 1).message()).isEqualTo("looked up");
  }

  @Test
  void forgetsADoubtfulInvitationThatDidNotHappen() {
    ran(1, invite("ana"), IN_DOUBT, later(1));

    repository.journal().change(id(1), 1, OperationState.PENDING, "", later(30));

    assertThat(remembered("ana")).isEmpty();
  }

  @Test
  void invitesAnewWhoeverWasAMemberInBetween() {
    ran(1, invite("ana"), APPLIED, later(1));
    ran(2, invite("bo"), APPLIED, later(1));

    repository.ledger().accepted(WORKSPACE, List.of(at("ana"), at("zoe")), later(60));

    assertThat(remembered("ana")).isEmpty();
    assertThat(remembered("bo")).isPresent();
    ran(3, invite("ana"), APPLIED, later(90));
    assertThat(remembered("ana").orElseThrow().times()).isEqualTo(1);
  }

  @Test
  void invitesAnewWhoeverWasRemoved() {
    ran(1, invite("ana"), APPLIED, later(1));
    ran(2, suspend("ana"), APPLIED, later(2));
    ran(3, new Operation.Remove(at("ana"), List.of()), APPLIED, later(3));

    assertThat(remembered("ana")).isEmpty();
    assertThat(repository.ledger().history(WORKSPACE, "nightly").suspended()).isEmpty();
  }

  @Test
  void adoptsWhatTheWorkspacesLogTells() {
    Invitation logged = logged("ana", later(-90));
    ran(1, invite("bo"), APPLIED, later(1));

    repository.ledger().adopt(WORKSPACE, List.of(logged, logged("bo", later(-90))));

    assertThat(remembered("ana")).contains(logged);
    assertThat(remembered("bo").orElseThrow().sent()).isEqualTo(later(1));
  }

  @Test
  void isNotToldByAnOldLogThatSomebodyIsInvitedWhoWasRemovedSince() {
    ran(1, new Operation.Remove(at("ana"), List.of()), APPLIED, later(3));
    ran(2, invite("bo"), APPLIED, later(1));
    repository.ledger().accepted(WORKSPACE, List.of(at("bo")), later(3));

    repository.ledger().adopt(WORKSPACE, List.of(logged("ana", NOW), logged("bo", NOW)));
    assertThat(repository.ledger().invitations(WORKSPACE)).isEmpty();

    repository.ledger().adopt(WORKSPACE, List.of(logged("ana", later(4))));
    assertThat(remembered("ana")).isPresent();
  }

  private static Invitation logged(String name, Instant sent) {
    return Invitation.logged(at(name), sent, List.of(), Optional.of("4711"));
  }

  @Test
  void remembersWhoWasSuspendedUntilTheyAreBack() {
    ran(1, suspend("ana"), APPLIED, later(1));
    ran(2, suspend("bo"), REFUSED, later(1));
    ran(3, suspend("ana"), new Outcome.AlreadySo(""), later(50));

    assertThat(repository.ledger().history(WORKSPACE, "nightly").suspended())
        .containsExactly(Map.entry(at("ana"), later(1)));
    ran(4, WorkatoTerms.reinstate(at("ana"), new TreeMap<>()), APPLIED, later(60));
    assertThat(repository.ledger().history(WORKSPACE, "nightly").suspended()).isEmpty();
  }

  @Test
  void keepsTheBaselineOfEachJobApart() {
    MentionedNames first = WorkatoTerms.mentioned(names("Finance"), names("Billing"));
    repository.ledger().accept(WORKSPACE, "nightly", Map.of("hr", 10, "", 12), first, later(1));
    MentionedNames second = WorkatoTerms.mentioned(names("Ops", "Finance"), names());
    repository.ledger().accept(WORKSPACE, "nightly", Map.of("hr", 11), second, later(2));

    assertThat(repository.ledger().acceptedSizes(WORKSPACE, "nightly"))
        .containsExactly(Map.entry("hr", 11));
    assertThat(repository.ledger().history(WORKSPACE, "nightly").mentioned()).contains(second);
    assertThat(repository.ledger().history(WORKSPACE, "nightly").firstRun()).isFalse();
    assertThat(repository.ledger().hasSeen(WORKSPACE)).isTrue();
    assertThat(repository.ledger().acceptedSizes(WORKSPACE, "weekly")).isEmpty();
    assertThat(repository.ledger().history(WORKSPACE, "weekly").mentioned()).isEmpty();
    assertThat(repository.ledger().history(WORKSPACE, "weekly").firstRun()).isTrue();
    assertThat(repository.ledger().hasSeen("example.com/2")).isFalse();
  }

  private static TreeSet<String> names(String... names) {
    return new TreeSet<>(List.of(names));
  }

  @Test
  void countsInHowManyRunsInARowAnOperationWasApplied() {
    Operation always = WorkatoTerms.addToGroup(at("ana"), "Ops");
    Operation.Set lately = WorkatoTerms.addToGroup(at("bo"), "Ops");
    ranAll(1, List.of(always, lately));
    ranAll(2, List.of(always));
    ranAll(3, List.of(always));
    ranAll(4, List.of(always, lately));

    assertThat(repository.ledger().history(WORKSPACE, "nightly").recurring())
        .containsOnly(Map.entry(PlanDigest.key(always), 3), Map.entry(PlanDigest.key(lately), 1));
    assertThat(repository.ledger().history(WORKSPACE, "weekly").recurring()).isEmpty();
  }

  private void ranAll(int run, List<Operation> operations) {
    Plans plans = Plans.plan();
    List<Integer> sequences = new ArrayList<>();
    operations.forEach(
        operation -> {
          plans.with(Stage.ADDITIONS, operation);
          sequences.add(sequences.size() + 1);
        });
    try (Lease lease = repository.begin(run, plans.build())) {
      assertThat(lease).isNotNull();
      sequences.forEach(
          sequence ->
              repository
                  .journal()
                  .change(id(run), sequence, OperationState.APPLIED, "", later(run)));
    }
    repository.journal().end(id(run), RunRecord.State.FINISHED, 0, later(run));
  }

  @Test
  void usesASavedPlanOnce() {
    assertThat(repository.ledger().use("abc", NOW, id(1), NOW)).isTrue();
    assertThat(repository.ledger().use("abc", NOW, id(2), NOW)).isFalse();
    assertThat(repository.ledger().use("abd", NOW, id(2), NOW)).isTrue();
  }

  @Test
  void takesACopyForUsedWheneverItClaimsToBeMadeBeforeThat() {
    Instant used = NOW.plusSeconds(60);
    assertThat(repository.ledger().use("abc", NOW, id(1), used)).isTrue();

    assertThat(repository.ledger().isUsed("abc", NOW.minusSeconds(9))).isTrue();
    assertThat(repository.ledger().use("abc", used.minusSeconds(1), id(2), used)).isFalse();
  }

  @Test
  void letsALaterPlanDoTheSameAgain() {
    Instant used = NOW.plusSeconds(60);
    assertThat(repository.ledger().use("abc", NOW, id(1), used)).isTrue();

    Instant later = used.plusSeconds(1);
    assertThat(repository.ledger().isUsed("abc", later)).isFalse();
    assertThat(repository.ledger().use("abc", later, id(2), later)).isTrue();
    assertThat(repository.ledger().use("abc", later, id(3), later)).isFalse();
  }

  @Test
  void remembersHowFarBatchesCanBeTrusted() {
    assertThat(repository.ledger().experience(WORKSPACE).of(WorkatoBatchKinds.ADD_MEMBERS))
        .isEqualTo(Trust.UNTRIED);

    repository
        .ledger()
        .experience(WORKSPACE)
        .remember(WorkatoBatchKinds.ADD_MEMBERS, Trust.ONE_WORKED, "");
    repository
        .ledger()
        .experience(WORKSPACE)
        .remember(WorkatoBatchKinds.ADD_MEMBERS, Trust.MANY_WORK, "ok");

    assertThat(repository.ledger().experience(WORKSPACE).of(WorkatoBatchKinds.ADD_MEMBERS))
        .isEqualTo(Trust.MANY_WORK);
    assertThat(repository.ledger().experience(WORKSPACE).of(WorkatoBatchKinds.REMOVE_MEMBERS))
        .isEqualTo(Trust.UNTRIED);
    assertThat(repository.ledger().experience("example.com/2").of(WorkatoBatchKinds.ADD_MEMBERS))
        .isEqualTo(Trust.UNTRIED);
  }
}
