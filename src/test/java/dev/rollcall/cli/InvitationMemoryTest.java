package dev.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.sandbox.FaultDraft;
import dev.rollcall.sandbox.Mail;
import dev.rollcall.sandbox.RecordedRequest;
import dev.rollcall.sandbox.Sandbox;
import dev.rollcall.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Invitations from run to run: remembered, learned of, accepted, outdated, withdrawn, repeated. */
class InvitationMemoryTest {

  private static final String FLO =
      "flo@example.com,Flo Ray,active,Member,Environment manager,Finance,Close@dev = Builder\n";

  @TempDir Path folder;
  private Workbench bench;

  @BeforeEach
  void open() {
    bench = new Workbench(folder);
    bench.people(Workbench.EVERYBODY + FLO);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private void synced() {
    Ran ran = bench.run("sync");
    assertThat(ran.code()).as(ran.toString()).isZero();
  }

  private List<String> mails() {
    return bench.sandbox.mails().stream().map(Mail::email).toList();
  }

  private List<RecordedRequest> sent(String endpoint) {
    return bench.sandbox.requests().stream()
        .filter(request -> request.endpoint().equals(endpoint))
        .toList();
  }

  /** By hand, in the workspace: as anybody there can. */
  private void inviteByHand(String email) throws IOException {
    inviteByHand(email, "Member");
  }

  private void inviteByHand(String email, String role) throws IOException {
    bench.sandbox.answer(
        "POST",
        bench.sandbox.url().resolve("/api/member_invitations"),
        "Bearer sandbox-dev",
        """
        {"name": "By Hand", "email": "%s", "env_roles":
          [{"environment_type": "dev", "name": "%s", "role_type": "environment"}]}
        """
            .formatted(email, role));
  }

  /** A repository of another machine, or a new one. */
  private void withoutRepository() throws IOException {
    try (var files = Files.list(folder)) {
      for (Path file : files.filter(each -> each.toString().contains("runs")).toList()) {
        Files.delete(file);
      }
    }
  }

  @Test
  void rolesAndGroupsGoInOneRequestAndProjectRolesFollowWhenItIsAccepted() {
    synced();
    synced();
    assertThat(sent("POST /api/member_invitations"))
        .singleElement()
        .satisfies(
            request ->
                assertThat(request.body())
                    .contains("flo@example.com", "Environment manager", "user_group_ids\":[\""));
    assertThat(bench.run("plan").out()).contains("0 to invite, 0 to change, 0 to remove");

    bench.sandbox.accept("flo@example.com");
    synced();

    assertThat(bench.sandbox.comparableState())
        .contains("member flo@example.com roles={dev=Member, prod=Environment manager}")
        .contains("grant Close@dev flo@example.com = Builder");
    assertThat(mails()).containsExactly("flo@example.com");
  }

  @Test
  void aNewRepositoryLearnsFromTheAuditLogWhoIsInvited() throws IOException {
    synced();
    withoutRepository();

    synced();

    assertThat(mails()).containsExactly("flo@example.com");
  }

  @Test
  void whoWasInvitedByHandIsNotInvitedAgain() throws IOException {
    bench.people(Workbench.EVERYBODY);
    synced();
    inviteByHand("flo@example.com");
    bench.sandbox.advance(Duration.ofMinutes(30));
    bench.people(Workbench.EVERYBODY + FLO);

    Ran plan = bench.run("plan");
    synced();
    synced();

    assertThat(plan.out()).contains("0 to invite");
    assertThat(mails()).containsExactly("flo@example.com");
  }

  @Test
  void whatAnInvitationByHandGivesIsToldEachNightUntilItIsAccepted() throws IOException {
    bench.people(Workbench.EVERYBODY);
    synced();
    inviteByHand("flo@example.com", "Environment admin");
    bench.people(Workbench.EVERYBODY + FLO);

    List<Ran> told =
        List.of(
            bench.run("plan"),
            bench.run("sync"),
            bench.run("sync"),
            bench.run("explain", "flo@example.com"));

    for (Ran ran : told) {
      assertThat(ran.code()).as(ran.toString()).isZero();
      assertThat(ran.out())
          .contains("as invited by somebody else, or before this repository was there, on 20")
          .contains("dev Environment admin is more than they are to hold")
          .contains("what differs is corrected after acceptance");
    }
    assertThat(bench.report().get("findings").toString()).contains("invited_by_others");

    bench.sandbox.accept("flo@example.com");
    synced();
    assertThat(bench.sandbox.comparableState())
        .contains("member flo@example.com roles={dev=Member, prod=Environment manager}");
    assertThat(bench.run("plan").out()).doesNotContain("somebody else");
  }

  @Test
  void whoWasInvitedByHandSinceAPlanIsNotToldAsInvitedByIt() throws IOException {
    String plan = folder.resolve("plan.json").toString();
    bench.run("plan", "--out=" + plan);
    inviteByHand("flo@example.com");

    Ran ran = Shell.run("apply", plan, bench.job.toString());

    assertThat(ran.code()).as(ran.toString()).isEqualTo(3);
    assertThat(ran.out())
        .contains("Applied 0 of 1, verified 0 of 0.")
        .contains("is invited already, with dev Member; what differs is corrected after acceptance")
        .contains("invited by somebody else");
    assertThat(mails()).hasSize(1);
  }

  @Test
  void whoWasInvitedByHandAMomentBeforeIsDeferredAndThenToldAsSomebodyElses() throws IOException {
    bench.sandbox.fail(
        FaultDraft.status("POST", "/api/member_invitations", 422)
            .withBody("{\"message\": \"has already been invited\"}")
            .made());
    Ran refused = bench.run("sync");
    inviteByHand("flo@example.com");
    bench.sandbox.advance(Duration.ofMinutes(30));

    Ran next = bench.run("sync");

    assertThat(refused.code()).as(refused.toString()).isEqualTo(3);
    assertThat(refused.out())
        .contains("Applied 0 of 1, verified 0 of 0.")
        .contains("1 deferred, the workspace did not take them yet", "has already been invited");
    assertThat(next.code()).as(next.toString()).isZero();
    assertThat(next.out()).contains("invited by somebody else", "Applied 0 of 0");
    assertThat(mails()).hasSize(1);
  }

  @Test
  void whoWasInvitedByHandWhileARunLayUnfinishedIsNotInvitedAgain() throws IOException {
    stoppedBetweenFloAndGus();
    inviteByHand("gus@example.com");
    bench.sandbox.advance(Duration.ofMinutes(30));

    Ran rerun = bench.look("rerun");

    assertThat(rerun.out()).as(rerun.toString()).contains("is invited already, with dev Member;");
    assertThat(mails()).containsExactly("flo@example.com", "gus@example.com");
  }

  @Test
  void whereTheLogIsRefusedToARerunNobodyIsInvitedByItUnlessAllowed() {
    stoppedBetweenFloAndGus();
    bench.sandbox.fail(FaultDraft.status("GET", "/api/activity_logs", 403).always().made());

    Ran rerun = bench.look("rerun");
    Ran again = bench.look("rerun");
    Ran allowed = bench.look("rerun", "--allow=earlier-invitations=1");

    assertThat(rerun.code()).as(rerun.toString()).isEqualTo(3);
    assertThat(rerun.out()).contains("nobody can tell whether others have invited them");
    assertThat(again.code()).as(again.toString()).isEqualTo(4);
    assertThat(again.out()).contains("--allow earlier-invitations=1");
    assertThat(allowed.code()).as(allowed.toString()).isZero();
    assertThat(mails()).containsExactly("flo@example.com", "gus@example.com");
  }

  private void stoppedBetweenFloAndGus() {
    bench.people(Workbench.EVERYBODY);
    synced();
    bench.people(
        Workbench.EVERYBODY
            + FLO
            + "gus@example.com,Gus Orr,active,Member,Environment manager,,\n");
    bench.forget();
    bench.run("plan");
    int reads = bench.requests().size();
    bench.sandbox.fail(FaultDraft.status("*", "*", 401).nth(reads + 2).always().made());

    Ran stopped = bench.run("sync");

    assertThat(stopped.code()).as(stopped.toString()).isEqualTo(9);
    assertThat(mails()).containsExactly("flo@example.com");
    bench.sandbox.clearFaults();
  }

  @Test
  void whoMayHaveBeenInvitedByHandIsHeldWhereTheLogIsRefusedInALaterNight() throws IOException {
    bench.people(Workbench.EVERYBODY);
    synced();
    inviteByHand("flo@example.com");
    bench.sandbox.advance(Duration.ofMinutes(30));
    bench.sandbox.fail(FaultDraft.status("GET", "/api/activity_logs", 403).always().made());
    bench.people(Workbench.EVERYBODY + FLO);

    Ran night = bench.run("sync");
    Ran next = bench.run("sync");

    for (Ran held : List.of(night, next)) {
      assertThat(held.code()).as(held.toString()).isEqualTo(4);
      assertThat(held.out())
          .contains("nobody can tell whom others have invited since 20")
          .contains("--allow earlier-invitations=1");
    }
    assertThat(mails()).containsExactly("flo@example.com");

    bench.sandbox.clearFaults();
    synced();
    assertThat(mails()).containsExactly("flo@example.com");
  }

  @Test
  void whoSaysThatNobodyElseInvitesNeedsNoLogInAnyNight() {
    bench.with("policy: { earlier-invitations: none }");
    bench.sandbox.fail(FaultDraft.status("GET", "/api/activity_logs", 403).always().made());
    bench.people(Workbench.EVERYBODY);
    synced();
    bench.people(Workbench.EVERYBODY + FLO);

    synced();

    assertThat(mails()).containsExactly("flo@example.com");
  }

  @Test
  void whoWasInvitedByHandBeforeQuietNightsIsNotInvitedAgain() throws IOException {
    bench.people(Workbench.EVERYBODY);
    synced();
    inviteByHand("flo@example.com");
    bench.advance(Duration.ofHours(5));
    synced();
    bench.people(Workbench.EVERYBODY + FLO);

    synced();

    assertThat(mails()).containsExactly("flo@example.com");
  }

  @Test
  void whoIsRemovedAfterAnInvitationByHandIsInvitedAnew() throws IOException {
    inviteByHand("flo@example.com");
    synced();
    bench.sandbox.accept("flo@example.com");
    synced();
    bench.with("policy: { left: remove }\n");
    bench.people(Workbench.EVERYBODY + FLO.replace("active", "left"));
    synced();
    bench.sandbox.advance(Duration.ofMinutes(30));
    bench.people(Workbench.EVERYBODY + FLO);

    synced();

    assertThat(mails()).containsExactly("flo@example.com", "flo@example.com");
  }

  /** A workspace in this process, whose time the runs live in. */
  private final class InItsTime {
    private final Path state = folder.resolve("state.json");
    private final Path job = folder.resolve("timed.yaml");

    InItsTime(String policy) throws IOException {
      Files.writeString(
          folder.resolve("few.csv"),
          """
          Email,Name,Status,role.dev
          ana@example.com,Ana Silva,active,Environment admin
          flo@example.com,Flo Ray,active,Member
          """);
      Files.writeString(
          job,
          """
          name: timed
          sources: [{ name: hr, type: csv, path: few.csv }]
          target: { type: sandbox, state: state.json }
          scope: { emails: [ana@example.com, flo@example.com] }
          policy: { %s }
          repository: jdbc:h2:file:./runs
          """
              .formatted(policy));
    }

    Ran sync() {
      Ran ran = Shell.run("sync", job.toString());
      assertThat(ran.code()).as(ran.toString()).isIn(0, 3);
      return ran;
    }

    List<Mail> mails() {
      try (Sandbox sandbox = open()) {
        return sandbox.mails();
      }
    }

    void pass(Duration time) {
      try (Sandbox sandbox = open()) {
        sandbox.advance(time);
      }
    }

    private Sandbox open() {
      return Sandbox.open(SandboxOptions.of().withState(state));
    }
  }

  @Test
  void twentyMinutesLieBetweenTwoInvitationsAcrossRunsAndMachines() throws IOException {
    InItsTime workspace = new InItsTime("reinvite-after: 5m, reinvite-limit: 3");
    workspace.sync();
    workspace.pass(Duration.ofMinutes(6));
    Ran tooSoon = workspace.sync();
    withoutRepository();
    workspace.pass(Duration.ofMinutes(6));
    Ran elsewhere = workspace.sync();

    assertThat(workspace.mails()).hasSize(1);
    assertThat(List.of(tooSoon, elsewhere))
        .allMatch(ran -> ran.code() == 3 && ran.out().contains("1 deferred"));

    workspace.pass(Duration.ofMinutes(15));
    assertThat(workspace.sync().code()).isZero();
    assertThat(workspace.mails()).hasSize(2);
  }

  @Test
  void anInvitationIsRepeatedAfterSomeTimeAndNotWithoutEnd() throws IOException {
    InItsTime workspace = new InItsTime("reinvite-after: 7d, reinvite-limit: 1");
    workspace.sync();
    workspace.pass(Duration.ofDays(6));
    workspace.sync();
    assertThat(workspace.mails()).hasSize(1);
    workspace.pass(Duration.ofDays(2));
    Ran repeated = workspace.sync();
    workspace.pass(Duration.ofDays(8));

    Ran last = workspace.sync();

    assertThat(workspace.mails()).hasSize(2);
    assertThat(repeated.out()).contains(" + 1 invited + 0 of 100.");
    assertThat(last.out()).contains("was invited 2 times");
  }

  @Test
  void aLeaversPlaceInAGroupIsWithdrawnByTheInvitationsIdOnce() {
    synced();
    bench.people(Workbench.EVERYBODY + FLO.replace("active", "left"));

    Ran first = bench.run("sync");
    Ran second = bench.run("sync");

    assertThat(first.code()).as(first.toString()).isZero();
    assertThat(sent("DELETE /api/user_groups/:id/members"))
        .as(first + "\n" + second)
        .singleElement()
        .satisfies(request -> assertThat(request.query()).contains("member_invitation_ids=88"));
    assertThat(first.out()).contains("it can only be withdrawn in the workspace itself");

    bench.sandbox.accept("flo@example.com");
    synced();
    assertThat(bench.sandbox.comparableState())
        .contains("member flo@example.com roles={}")
        .doesNotContain("group Finance [bob@example.com, flo@example.com]");
  }

  @Test
  void otherRolesAreCorrectedOnceTheInvitationIsAccepted() {
    synced();
    bench.people(
        Workbench.EVERYBODY
            + FLO.replace("Environment manager", "Member").replace("Finance", "Ops"));

    Ran pending = bench.run("sync");
    assertThat(pending.code()).as(pending.toString()).isZero();
    assertThat(pending.out()).contains("corrected after acceptance");
    assertThat(mails()).hasSize(1);

    bench.sandbox.accept("flo@example.com");
    synced();
    assertThat(bench.sandbox.comparableState())
        .contains("member flo@example.com roles={dev=Member, prod=Member}")
        .contains("group Ops [cy@example.com, flo@example.com]");
  }

  @Test
  void nobodyIsInvitedWherePeopleSignInOrAreLeftAlone() {
    bench.with("policy: { invite: false }\n");
    synced();
    bench.with("policy: { people: leave-alone }\n");
    synced();

    assertThat(mails()).isEmpty();
  }

  @Test
  void whatTheIdentityProviderManagesIsNeverAskedFor() {
    bench.with("scope: { emails: ['*@example.com'], managed-by-idp: { groups: [Finance] } }\n");
    bench.people(
        (Workbench.EVERYBODY + FLO)
            .replace(
                "bob@example.com,Bob Roy,active,Member,Member,Finance",
                "bob@example.com,Bob Roy,active,Member,Member,"));

    synced();

    assertThat(sent("POST /api/member_invitations"))
        .singleElement()
        .satisfies(request -> assertThat(request.body()).doesNotContain("user_group_ids\":[\""));
    assertThat(bench.sandbox.comparableState()).contains("group Finance [bob@example.com]");
  }
}
