package dev.rollcall.tenant.workato;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.model.Assignee;
import dev.rollcall.model.Email;
import dev.rollcall.model.Resource;
import dev.rollcall.plan.Invitation;
import dev.rollcall.plan.NamePatterns;
import dev.rollcall.plan.Operation;
import dev.rollcall.plan.PlannedOperation;
import dev.rollcall.plan.Reason;
import dev.rollcall.plan.Scope;
import dev.rollcall.plan.Snapshot;
import dev.rollcall.plan.Stage;
import dev.rollcall.plan.Usual;
import dev.rollcall.sandbox.FaultDraft;
import dev.rollcall.sandbox.InjectedFault;
import dev.rollcall.sandbox.SeedMember;
import dev.rollcall.sandbox.Switch;
import dev.rollcall.tenant.AccessRefused;
import dev.rollcall.tenant.Experience.Trust;
import dev.rollcall.tenant.Outcome;
import dev.rollcall.tenant.Request;
import dev.rollcall.tenant.Settled;
import dev.rollcall.tenant.TenantUnavailable;
import dev.rollcall.testing.WorkatoTerms;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Answers that get lost, lists that are not whole, and tokens that are not let in. */
class WorkatoTroubleTest {

  private static final Environment DEV = new Environment("dev");
  private static final Email NEW = new Email("new@example.com");
  private static final Email BOB = new Email("bob@example.com");
  private static final Email CY = new Email("cy@example.com");

  private WorkspaceWithClient company = new WorkspaceWithClient();

  @AfterEach
  void close() {
    company.close();
  }

  static Stream<Arguments> repeatable() {
    return Stream.of(
        Arguments.of(
            "PUT",
            "/api/members/:id",
            WorkatoTerms.setEnvironmentRole(
                CY, new Environment("prod"), Optional.empty(), Optional.of("Member"))),
        Arguments.of(
            "POST",
            "/api/user_groups/:id/members",
            WorkatoTerms.addToGroup(CY, "Finance builders")),
        Arguments.of(
            "DELETE", "/api/user_groups/:id/members", WorkatoTerms.removeFromGroup(BOB, "Ops")),
        Arguments.of("PUT", "/api/projects/:id/project_grants", grant(CY, Optional.of("Builder"))),
        Arguments.of("DELETE", "/api/project_grants/:id", grant(BOB, Optional.empty())),
        Arguments.of("DELETE", "/api/members/:id", new Operation.Remove(BOB, List.of())));
  }

  @ParameterizedTest
  @MethodSource("repeatable")
  void looksAndRepeatsNothingWhereTheEffectTookPlace(
      String method, String path, Operation operation) {
    company.sandbox.fail(FaultDraft.resetAfter(method, path).made());

    assertThat(send(operation)).isEqualTo(new Outcome.Applied());

    assertThat(company.count(method + " " + path)).isEqualTo(1);
  }

  @ParameterizedTest
  @MethodSource("repeatable")
  void looksAndRepeatsWhereNothingHappened(String method, String path, Operation operation) {
    company.sandbox.fail(FaultDraft.resetBefore(method, path).made());

    assertThat(send(operation)).isEqualTo(new Outcome.Applied());

    assertThat(company.workspace().settle(planned(operation), now())).isEqualTo(Settled.HAPPENED);
    assertThat(company.count(method + " " + path)).isEqualTo(2);
  }

  @ParameterizedTest
  @MethodSource("repeatable")
  void waitsWhereTheWorkspaceIsBusy(String method, String path, Operation operation) {
    company.sandbox.fail(
        FaultDraft.status(method, path, 429).times(2).withHeader("Retry-After", "30").made());

    assertThat(send(operation)).isEqualTo(new Outcome.Applied());

    assertThat(company.clock.slept()).isGreaterThanOrEqualTo(Duration.ofSeconds(60));
  }

  @Test
  void aStopWhileWaitingForItsTurnSendsNothing() {
    AtomicBoolean stop = new AtomicBoolean();
    try (WorkatoTenant stopped = company.stoppable(stop::get)) {
      stopped.snapshot(Usual.everything());
      PlannedOperation planned = planned(grant(BOB, Optional.empty()));
      Request request = stopped.batching().requests(Stage.ADDITIONS, List.of(planned)).get(0);
      stop.set(true);

      assertThatThrownBy(() -> stopped.send(request, List.of(planned)))
          .isInstanceOf(TenantUnavailable.class)
          .hasMessageContaining("stopped");
    }
    assertThat(company.count("DELETE /api/project_grants/:id")).isZero();
  }

  @Test
  void looksOnceForManyThatAreInDoubtOnOneTarget() {
    company.workspace().snapshot(Usual.everything());
    long before = company.count("GET /api/user_groups/:id/members");

    for (Email who : List.of(BOB, CY, NEW)) {
      PlannedOperation planned = planned(WorkatoTerms.removeFromGroup(who, "Ops"));
      company.workspace().settle(planned, now());
    }

    assertThat(company.count("GET /api/user_groups/:id/members")).isEqualTo(before + 1);
  }

  @Test
  void pendingInviteesInDoubtAreEachLookedFor() {
    Email other = new Email("other@example.com");
    send(invite());
    send(
        WorkatoTerms.invite(
            other, "Other", new TreeMap<>(Map.of(DEV, "Member")), new TreeSet<>(List.of("Ops"))));
    Map<Email, Long> ids = new HashMap<>();
    company
        .workspace()
        .rememberedInvitations(now().minusSeconds(60))
        .orElseThrow()
        .forEach(each -> ids.put(each.email(), Long.valueOf(each.id().orElseThrow())));

    for (Email who : List.of(NEW, other)) {
      Operation withdraw = WorkatoTerms.withdrawFromGroup(who, "Ops", ids.get(who));

      assertThat(company.workspace().settle(planned(withdraw), now()))
          .isEqualTo(Settled.DID_NOT_HAPPEN);
    }
  }

  @Test
  void looksOnceForManyThatAreRefusedTogether() {
    company.experience.remember(WorkatoBatchKinds.ADD_MEMBERS, Trust.MANY_WORK, "");
    company.workspace().snapshot(Usual.everything());
    long before = company.count("GET /api/user_groups/:id/members");
    company.sandbox.behave(Map.of(Switch.ADD_PRESENT.key(), "409"));
    List<PlannedOperation> planned =
        List.of(
            planned(WorkatoTerms.addToGroup(BOB, "Ops")),
            new PlannedOperation(
                2,
                Stage.ADDITIONS,
                WorkatoTerms.addToGroup(new Email("dee@example.com"), "Ops"),
                Reason.MOVER,
                "",
                ""));

    Map<Integer, Outcome> outcomes =
        company.workspace().send(new Request(WorkatoLanes.GROUPS, true, List.of(1, 2)), planned);

    assertThat(outcomes.get(1)).isInstanceOf(Outcome.AlreadySo.class);
    assertThat(outcomes.get(2)).isEqualTo(new Outcome.Applied());
    assertThat(company.count("GET /api/user_groups/:id/members")).isEqualTo(before + 1);
  }

  @Test
  void aLostInvitationIsInDoubtAndFoundInTheLog() {
    company.sandbox.fail(FaultDraft.resetAfter("POST", "/api/member_invitations").made());

    Outcome outcome = send(invite());

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Failed.class, failed -> assertThat(failed.inDoubt()).isTrue());
    assertThat(company.workspace().settle(planned(invite()), now())).isEqualTo(Settled.HAPPENED);
    assertThat(company.sandbox.mails()).hasSize(1);
  }

  @Test
  void anInvitationThatNeverArrivedIsCertainAfterTwentyMinutes() {
    company.sandbox.fail(FaultDraft.resetBefore("POST", "/api/member_invitations").made());
    Instant sent = now();
    send(invite());

    assertThat(company.workspace().settle(planned(invite()), sent)).isEqualTo(Settled.TOO_EARLY);
    company.clock.sleep(Duration.ofMinutes(21));
    assertThat(company.workspace().settle(planned(invite()), sent))
        .isEqualTo(Settled.DID_NOT_HAPPEN);
    assertThat(company.count("POST /api/member_invitations")).isEqualTo(1);
  }

  @Test
  void withoutTheLogNobodyCanTell() {
    company.sandbox.fail(FaultDraft.resetBefore("POST", "/api/member_invitations").made());
    company.sandbox.fail(FaultDraft.status("GET", "/api/activity_logs", 403).always().made());
    Instant sent = now();
    send(invite());

    assertThat(company.workspace().settle(planned(invite()), sent)).isEqualTo(Settled.UNKNOWN);
    assertThat(company.workspace().rememberedInvitations(sent)).isEmpty();
    assertThat(company.workspace().snapshot(Usual.everything()).remembersInvitations()).isFalse();
  }

  @Test
  void aLostGroupIsFoundByItsName() {
    company.sandbox.fail(FaultDraft.resetAfter("POST", "/api/user_groups").made());

    assertThat(send(WorkatoTerms.createGroup("Auditors", ""))).isEqualTo(new Outcome.Applied());
    assertThat(send(WorkatoTerms.addToGroup(CY, "Auditors"))).isEqualTo(new Outcome.Applied());
    assertThat(company.count("POST /api/user_groups")).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"400", "409", "422", "429"})
  void aSecondInvitationIsDeferred(String status) {
    company.sandbox.behave(Map.of(Switch.TOO_SOON.key(), status));
    send(invite());
    Instant again = now();

    assertThat(send(invite()))
        .isInstanceOfSatisfying(
            Outcome.Deferred.class,
            deferred ->
                assertThat(deferred.until()).isAfterOrEqualTo(again.plus(Duration.ofMinutes(21))));
    assertThat(company.count("POST /api/member_invitations")).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({"seconds, 40", "none, 4"})
  void whoWasNeverInvitedIsInvitedOnceTheQuotaIsFreeAgain(String told, long atLeast) {
    FaultDraft busy = FaultDraft.status("POST", "/api/member_invitations", 429).times(2);
    company.sandbox.fail(
        (told.equals("none") ? busy : busy.withHeader("Retry-After", "40")).made());

    assertThat(send(invite())).isEqualTo(new Outcome.Applied());

    assertThat(company.clock.slept()).isGreaterThanOrEqualTo(Duration.ofSeconds(2 * atLeast));
    assertThat(company.sandbox.mails()).hasSize(1);
  }

  @Test
  void aQuotaThatNeverIsFreeAgainLeavesTheInvitationUndone() {
    company.sandbox.fail(FaultDraft.status("POST", "/api/member_invitations", 429).always().made());

    assertThat(send(invite()))
        .isInstanceOfSatisfying(
            Outcome.Failed.class, failed -> assertThat(failed.inDoubt()).isFalse());
    assertThat(company.clock.slept()).isBetween(Duration.ofSeconds(61), Duration.ofMinutes(15));
  }

  @ParameterizedTest
  @CsvSource({"PT5M, deferred", "PT22M, applied"})
  void whatTheRepositoryRemembersIsWaitedForWhereTheLogCannotBeRead(Duration ago, String what) {
    company.sandbox.fail(FaultDraft.status("GET", "/api/activity_logs", 403).always().made());
    company.sandbox.fail(FaultDraft.status("POST", "/api/member_invitations", 429).made());
    Instant before = now().minus(ago);
    company.remember(NEW, before);

    Outcome outcome = send(invite());

    assertThat(outcome)
        .isEqualTo(
            what.equals("applied")
                ? new Outcome.Applied()
                : new Outcome.Deferred(
                    before.plus(Duration.ofMinutes(21)), "answered 429: Too many requests"));
  }

  @ParameterizedTest
  @CsvSource({"400", "409", "422"})
  void whatNoEarlierInvitationExplainsIsRefused(String status) {
    company.sandbox.fail(
        FaultDraft.status("POST", "/api/member_invitations", Integer.parseInt(status))
            .withBody("{\"message\":\"Something is wrong\"}")
            .made());

    assertThat(send(invite())).isInstanceOf(Outcome.Refused.class);
  }

  @ParameterizedTest
  @CsvSource({"400", "409", "422", "429"})
  void invitingAMemberIsSoAlready(String status) {
    if (status.equals("429")) {
      company.sandbox.fail(
          FaultDraft.status("POST", "/api/member_invitations", 429).always().made());
    } else {
      company.sandbox.behave(Map.of(Switch.ALREADY_MEMBER.key(), status));
    }
    Operation member =
        WorkatoTerms.invite(BOB, "Bob Roy", new TreeMap<>(Map.of(DEV, "Member")), new TreeSet<>());

    assertThat(send(member)).isInstanceOf(Outcome.AlreadySo.class);
  }

  @ParameterizedTest
  @CsvSource({"dev, No such role", "moon, Member"})
  void aLastingCauseIsRefused(String environment, String role) {
    Operation bad =
        WorkatoTerms.invite(
            NEW,
            "New Face",
            new TreeMap<>(Map.of(new Environment(environment), role)),
            new TreeSet<>());

    assertThat(send(bad))
        .isInstanceOfSatisfying(
            Outcome.Refused.class,
            refused -> assertThat(refused.message()).contains("400").contains("not found"));
  }

  @ParameterizedTest
  @CsvSource({
    "MEMBERS_DATA, null",
    "MEMBERS_DATA, missing",
    "MEMBERS_DATA, half",
    "MEMBERS_DATA, empty",
    "MEMBERS_TOTAL, missing",
    "MEMBERS_TOTAL, null",
    "MEMBERS_TOTAL, too-high",
    "MEMBERS_TOTAL, too-low"
  })
  void aMemberListThatIsNotWholeStopsTheRun(Switch which, String position) {
    company.sandbox.behave(Map.of(which.key(), position));

    assertThatThrownBy(() -> company.workspace().snapshot(Usual.everything()))
        .isInstanceOf(TenantUnavailable.class)
        .hasMessageContaining("the member list");
  }

  @Test
  void readsAgainWhatCameAsGarbage() {
    company.sandbox.fail(FaultDraft.of("GET", "/api/members", InjectedFault.Effect.GARBAGE).made());
    company.sandbox.fail(
        FaultDraft.of("GET", "/api/members", InjectedFault.Effect.TRUNCATED).nth(2).made());
    company.sandbox.fail(FaultDraft.status("GET", "/api/user_groups", 503).made());

    Snapshot snapshot = company.workspace().snapshot(Usual.everything());

    assertThat(snapshot.actual().people()).hasSize(4);
  }

  @Test
  void aGrantListWhoseCountDoesNotFitIsNamedIncomplete() {
    company.sandbox.fail(
        FaultDraft.of("GET", "/api/projects/:id/project_grants", InjectedFault.Effect.EMPTY)
            .withBody("{\"data\":[],\"total\":3}")
            .times(2)
            .made());

    Snapshot snapshot = company.workspace().snapshot(Usual.everything());

    assertThat(snapshot.incomplete())
        .singleElement()
        .extracting(Resource::kind)
        .isEqualTo(WorkatoVocabulary.PROJECT);
  }

  @Test
  void readsListsOfSeveralPages() {
    company.close();
    company =
        new WorkspaceWithClient(
            seed -> {
              IntStream.range(0, 230)
                  .forEach(
                      i ->
                          seed.member(
                              SeedMember.of("p" + i + "@example.com", "P", Map.of("dev", "Member"))
                                  .in("Ops")
                                  .on("Billing@dev", "Builder")));
              IntStream.range(0, 120).forEach(i -> seed.group("Group " + i, ""));
              return seed;
            });

    Snapshot snapshot = company.workspace().snapshot(Usual.everything());

    assertThat(snapshot.catalogue().of(WorkatoVocabulary.GROUP).resources()).hasSize(122);
    assertThat(snapshot.actual().people().stream().filter(each -> each.entitlements().size() == 3))
        .hasSizeGreaterThanOrEqualTo(230);
    assertThat(snapshot.incomplete()).isEmpty();
    assertThat(company.answered(429)).isZero();
  }

  @Test
  void thoseWhoAreNotOursAreOnlyCounted() {
    company.close();
    company =
        new WorkspaceWithClient(
            seed ->
                seed.member(
                        SeedMember.of("mod@example.com", "Mo", Map.of("dev", "Member"))
                            .as("federation_manager"))
                    .member(SeedMember.of("x@example.org", "X", Map.of("dev", "Member")))
                    .behaviour(Switch.OWNER_LISTED, "yes"));
    Scope ours =
        WorkatoTerms.scope(
            NamePatterns.matching(List.of("*@example.com")),
            NamePatterns.ALL,
            NamePatterns.ALL,
            false,
            NamePatterns.NONE,
            NamePatterns.ALL);

    Snapshot snapshot = company.workspace().snapshot(ours);

    assertThat(snapshot.actual().people()).hasSize(4);
    assertThat(snapshot.foreign()).isEqualTo(3);
    assertThat(snapshot.members()).isEqualTo(7);
    assertThat(snapshot.owner()).contains(new Email("owner@example.com"));
  }

  @ParameterizedTest
  @CsvSource({"401", "403"})
  void aMissingPrivilegeSaysWhatToTick(String status) {
    company.sandbox.behave(Map.of(Switch.MISSING_PRIVILEGE.key(), status));
    company.sandbox.fail(
        FaultDraft.status("GET", "/api/user_groups", Integer.parseInt(status)).always().made());

    assertThatThrownBy(() -> company.workspace().snapshot(Usual.everything()))
        .isInstanceOf(AccessRefused.class)
        .hasMessageContaining("GET /api/user_groups")
        .hasMessageContaining("tick")
        .hasMessageContaining(status);
  }

  @Test
  void aMissingPrivilegeToWriteIsTheOutcomeOfTheOperation() {
    company.sandbox.fail(FaultDraft.status("DELETE", "/api/members/:id", 403).always().made());

    assertThat(send(new Operation.Remove(BOB, List.of())))
        .isInstanceOfSatisfying(
            Outcome.Refused.class,
            refused -> assertThat(refused.message()).contains("Delete collaborator"));
  }

  @Test
  void aWrongTokenIsNamedByItsEnvironmentAndNeverShown() {
    Map<String, String> tokens = new LinkedHashMap<>(company.sandbox.tokens());
    tokens.put("prod", "wrong-and-s3cret");
    try (WorkatoTenant wrong = company.client(tokens)) {
      assertThatThrownBy(wrong::identify)
          .isInstanceOf(AccessRefused.class)
          .hasMessageContaining("target.tokens.prod")
          .hasMessageNotContaining("s3cret");
    }
  }

  @Test
  void aTokenThatDiesEndsTheRunBeforeTheNextRequest() {
    company.workspace().snapshot(Usual.everything());
    company.sandbox.fail(FaultDraft.status("*", "*", 401).always().made());

    assertThat(send(WorkatoTerms.addToGroup(CY, "Finance builders")))
        .isNotInstanceOf(Outcome.Applied.class);
    assertThatThrownBy(() -> send(new Operation.Remove(BOB, List.of())))
        .isInstanceOf(AccessRefused.class);
  }

  @Test
  void tokensOfDifferentWorkspacesAreRefused() {
    company.sandbox.fail(
        FaultDraft.of("GET", "/api/users/me", InjectedFault.Effect.EMPTY)
            .withBody("{\"id\":4711,\"name\":\"Other\",\"email\":\"o@example.org\"}")
            .made());

    assertThatThrownBy(() -> company.workspace().identify())
        .isInstanceOf(AccessRefused.class)
        .hasMessageContaining("different workspaces")
        .hasMessageContaining("4711");
  }

  @Test
  void whereTheWorkspaceCannotTellItsIdTheJobFileDoes() {
    company.sandbox.fail(FaultDraft.status("GET", "/api/users/me", 403).always().made());

    try (WorkatoTenant named = company.client(company.sandbox.tokens(), Optional.of("acme"))) {
      assertThat(named.identify().key()).isEqualTo("127.0.0.1/acme");
      assertThat(named.identify().owner()).isEmpty();
    }
    assertThatThrownBy(() -> company.workspace().identify())
        .isInstanceOf(AccessRefused.class)
        .hasMessageContaining("target.workspace");
  }

  @Test
  void remembersInvitationsByTheAuditLog() {
    Instant before = now();
    send(invite());

    List<Invitation> remembered = company.workspace().rememberedInvitations(before).orElseThrow();

    assertThat(remembered).extracting(Invitation::email).containsExactly(NEW);
    assertThat(remembered.get(0).id()).isPresent();
    assertThat(remembered.get(0).ours()).isFalse();
    assertThat(remembered.get(0).rights())
        .containsExactly(WorkatoVocabulary.environmentRole(DEV, "Member"));
  }

  private static Operation grant(Email email, Optional<String> role) {
    return WorkatoTerms.setProjectRole(
        new Assignee.Person(email),
        "Billing",
        DEV,
        role.isPresent() ? Optional.empty() : Optional.of("Builder"),
        role);
  }

  private static Operation invite() {
    return WorkatoTerms.invite(
        NEW, "New Face", new TreeMap<>(Map.of(DEV, "Member")), new TreeSet<>(List.of("Ops")));
  }

  private static PlannedOperation planned(Operation operation) {
    return new PlannedOperation(1, Stage.ADDITIONS, operation, Reason.MOVER, "", "");
  }

  private Instant now() {
    return company.clock.instant();
  }

  private Outcome send(Operation operation) {
    PlannedOperation planned = planned(operation);
    Request request =
        company.workspace().batching().requests(Stage.ADDITIONS, List.of(planned)).get(0);
    return company.workspace().send(request, List.of(planned)).get(1);
  }
}
