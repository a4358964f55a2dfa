package dev.rollcall.tenant.workato;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.model.Email;
import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Vocabulary.Joining;
import dev.rollcall.plan.Operation;
import dev.rollcall.plan.PlannedOperation;
import dev.rollcall.plan.Reason;
import dev.rollcall.plan.Stage;
import dev.rollcall.plan.Usual;
import dev.rollcall.sandbox.FaultDraft;
import dev.rollcall.sandbox.RecordedRequest;
import dev.rollcall.sandbox.Switch;
import dev.rollcall.tenant.AccessRefused;
import dev.rollcall.tenant.Identity;
import dev.rollcall.tenant.Lane;
import dev.rollcall.tenant.Outcome;
import dev.rollcall.tenant.Price;
import dev.rollcall.tenant.Request;
import dev.rollcall.tenant.RequestQuota;
import dev.rollcall.tenant.Settled;
import dev.rollcall.tenant.http.BearerToken;
import dev.rollcall.testing.WorkatoTerms;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One customer's workspace of an embedded partner, with the small company in it. */
class ManagedWorkspaceTest {

  private static final Environment DEV = new Environment("dev");
  private static final Environment PROD = new Environment("prod");
  private static final Email NEW = new Email("new@example.com");
  private static final String ADD = "POST /api/managed_users/:id/members";
  private static final String INVITE = "POST /api/managed_users/:id/member_invitations";

  private Optional<WorkspaceWithClient> opened = Optional.empty();

  @AfterEach
  void close() {
    opened.ifPresent(WorkspaceWithClient::close);
  }

  private WorkspaceWithClient open(Joining joining) {
    return open(joining, "/api/managed_users", Map.of(DEV, "3812", PROD, "E north/wind"));
  }

  private WorkspaceWithClient open(Joining joining, String prefix, Map<Environment, String> ids) {
    WorkspaceWithClient company =
        new WorkspaceWithClient(
            WorkspaceWithClient.seed(),
            new ManagedWorkspace(new TreeMap<>(ids), ManagedPrefix.parse(prefix), joining));
    opened = Optional.of(company);
    return company;
  }

  private static Operation.Join account(SortedMap<String, String> details) {
    return new Operation.Join(NEW, "New Face", member(), Joining.ACCOUNT, details);
  }

  private static List<Entitlement> member() {
    return List.of(
        WorkatoVocabulary.environmentRole(DEV, "Member"),
        WorkatoVocabulary.environmentRole(PROD, "Environment manager"));
  }

  private static Outcome send(WorkspaceWithClient company, Operation operation) {
    PlannedOperation planned = planned(operation);
    Lane lane =
        company.workspace().batching().requests(planned.stage(), List.of(planned)).get(0).lane();
    return company
        .workspace()
        .send(new Request(lane, false, List.of(1)), List.of(planned))
        .values()
        .iterator()
        .next();
  }

  private static PlannedOperation planned(Operation operation) {
    return new PlannedOperation(1, Stage.ACCOUNTS, operation, Reason.JOINER, "", "");
  }

  private static List<String> paths(WorkspaceWithClient company, String end) {
    return company.sandbox.requests().stream()
        .map(RecordedRequest::path)
        .filter(path -> path.endsWith(end))
        .distinct()
        .toList();
  }

  @Test
  void isKnownBelowItsPartnerWhoseTokenIsAskedAboutOnce() {
    WorkspaceWithClient company = open(Joining.ACCOUNT);

    assertThat(company.workspace().identify())
        .isEqualTo(
            new Identity(
                "127.0.0.1/77/managed_users/3812",
                "customer workspace 3812 of Partner",
                Optional.empty(),
                "127.0.0.1/77"));
    assertThat(company.count("GET /api/users/me")).isOne();
  }

  @ParameterizedTest
  @ValueSource(strings = {"shown", "omitted"})
  void flatRowsAreReadInEachEnvironmentAndMergedByAddress(String noAccess) {
    WorkspaceWithClient company = open(Joining.ACCOUNT);
    company.sandbox.behave(Map.of("no-access-row", noAccess));

    var people = company.workspace().snapshot(Usual.everything()).actual();

    assertThat(people.person(new Email("ana@example.com")).orElseThrow().entitlements())
        .contains(
            WorkatoVocabulary.environmentRole(DEV, "Environment admin"),
            WorkatoVocabulary.environmentRole(PROD, "Member"));
    assertThat(people.person(new Email("cy@example.com")).orElseThrow().entitlements())
        .containsExactlyInAnyOrder(
            WorkatoVocabulary.environmentRole(DEV, "Member"), WorkatoVocabulary.membership("Ops"));
    assertThat(paths(company, "/members"))
        .contains("/api/managed_users/3812/members", "/api/managed_users/E north/wind/members");
  }

  @Test
  void richRowsTellOfAllEnvironmentsAtOnce() {
    WorkspaceWithClient company = open(Joining.INVITATION);
    company.sandbox.behave(Map.of("managed-members", "rich"));

    company.workspace().snapshot(Usual.everything());

    assertThat(company.count("GET /api/managed_users/:id/members")).isOne();
  }

  @Test
  void theAuditLogOfEachEnvironmentIsRead() {
    WorkspaceWithClient company = open(Joining.INVITATION);
    company.workspace().snapshot(Usual.everything());
    send(company, WorkatoTerms.invite(NEW, "New", new TreeMap<>(Map.of(DEV, "Member")), groups()));

    assertThat(
            company
                .workspace()
                .rememberedInvitations(company.clock.instant().minusSeconds(60))
                .orElseThrow())
        .singleElement()
        .returns(NEW, invitation -> invitation.email());
    assertThat(paths(company, "/activity_logs")).hasSize(2);
  }

  private static TreeSet<String> groups() {
    return new TreeSet<>();
  }

  @Test
  void invitationsFindTheirPathOnceWhicheverItIs() {
    WorkspaceWithClient company = open(Joining.INVITATION);
    company.sandbox.behave(Map.of("managed-invitation-path", "singular"));
    company.workspace().snapshot(Usual.everything());
    TreeMap<Environment, String> roles = new TreeMap<>(Map.of(DEV, "Member"));

    assertThat(send(company, WorkatoTerms.invite(NEW, "New", roles, groups())))
        .isEqualTo(new Outcome.Applied());
    Email other = new Email("other@example.com");
    assertThat(send(company, WorkatoTerms.invite(other, "Other", roles, groups())))
        .isEqualTo(new Outcome.Applied());

    assertThat(company.answered(404)).isOne();
    assertThat(company.sandbox.mails()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"result", "data", "bare", "ok", "empty"})
  void whoIsAddedIsThereAtOnceWhateverTheAnswer(String answer) {
    WorkspaceWithClient company = open(Joining.ACCOUNT);
    company.sandbox.behave(Map.of("managed-add-answer", answer));
    company.workspace().snapshot(Usual.everything());

    assertThat(send(company, account(new TreeMap<>()))).isEqualTo(new Outcome.Applied());
    assertThat(send(company, WorkatoTerms.addToGroup(NEW, "Ops"))).isEqualTo(new Outcome.Applied());

    assertThat(company.workspace().readBack(Usual.everything()).person(NEW).orElseThrow())
        .satisfies(
            person -> assertThat(person.entitlements()).containsAll(member()),
            person ->
                assertThat(person.entitlements()).contains(WorkatoVocabulary.membership("Ops")));
    assertThat(company.sandbox.mails()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"true, HAPPENED", "false, DID_NOT_HAPPEN"})
  void anAdditionWithoutAnAnswerIsLookedForAndNotRepeated(boolean happened, Settled later) {
    WorkspaceWithClient company = open(Joining.ACCOUNT);
    company.workspace().snapshot(Usual.everything());
    String path = "/api/managed_users/:id/members";
    company.sandbox.fail(
        (happened ? FaultDraft.resetAfter("POST", path) : FaultDraft.resetBefore("POST", path))
            .made());
    Operation.Join account = account(new TreeMap<>());

    assertThat(send(company, account))
        .isInstanceOfSatisfying(
            Outcome.Failed.class, failed -> assertThat(failed.inDoubt()).isTrue());
    var sent = company.clock.instant();
    assertThat(company.workspace().settle(planned(account), sent))
        .isEqualTo(happened ? Settled.HAPPENED : Settled.TOO_EARLY);
    company.clock.sleep(Duration.ofMinutes(2));
    assertThat(company.workspace().settle(planned(account), sent)).isEqualTo(later);

    assertThat(company.count(ADD)).isOne();
  }

  @Test
  void somebodyWhoIsThereIsNotAddedASecondTime() {
    WorkspaceWithClient company = open(Joining.ACCOUNT);
    company.workspace().snapshot(Usual.everything());
    send(company, account(new TreeMap<>()));

    assertThat(send(company, account(new TreeMap<>()))).isInstanceOf(Outcome.AlreadySo.class);
  }

  @Test
  void whereNobodyIsFoundByTheirAddressThereIsNoSecondAddition() {
    WorkspaceWithClient company = open(Joining.ACCOUNT);
    company.sandbox.behave(Map.of("managed-add-email", "ignored"));
    company.workspace().snapshot(Usual.everything());

    assertThat(send(company, account(new TreeMap<>()))).isInstanceOf(Outcome.Ignored.class);
    assertThat(send(company, account(new TreeMap<>())))
        .isInstanceOfSatisfying(
            Outcome.Refused.class,
            refused -> assertThat(refused.message()).contains("external-id: email"));
    assertThat(company.count(ADD)).isOne();

    TreeMap<String, String> known = new TreeMap<>(Map.of("external-id", NEW.address()));
    assertThat(send(company, account(known))).isEqualTo(new Outcome.Applied());
    assertThat(company.workspace().readBack(Usual.everything()).person(NEW)).isPresent();
  }

  @Test
  void whatElseIsKnownOfSomebodyGoesAlong() {
    WorkspaceWithClient company = open(Joining.ACCOUNT);
    company.workspace().snapshot(Usual.everything());
    TreeMap<String, String> details =
        new TreeMap<>(
            Map.of("oauth-id", "new@login", "external-id", "L7", "time-zone", "Europe/Berlin"));

    send(company, account(details));

    assertThat(
            company.sandbox.requests().stream()
                .filter(request -> request.endpoint().equals(ADD))
                .map(RecordedRequest::body))
        .singleElement()
        .asString()
        .contains("\"oauth_id\":\"new@login\"", "\"external_id\":\"L7\"")
        .contains("\"time_zone\":\"Europe/Berlin\"", "\"env_roles\":[{")
        .doesNotContain("role_name");
  }

  @Test
  void nobodyOfAnotherCustomerIsTouched() {
    WorkspaceWithClient company = open(Joining.ACCOUNT);
    String before = company.sandbox.customerState("5001");
    company.workspace().snapshot(Usual.everything());

    send(company, account(new TreeMap<>()));
    send(company, WorkatoTerms.suspend(new Email("bob@example.com"), Map.of(DEV, "Member")));
    send(company, new Operation.Remove(new Email("ana@example.com"), List.of()));

    assertThat(company.sandbox.customerState("3812")).doesNotContain("member ana@example.com");
    assertThat(company.sandbox.customerState("5001")).isEqualTo(before);
    assertThat(
            company.sandbox.requests().stream()
                .map(RecordedRequest::path)
                .filter(path -> path.contains("5001")))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "split | plain | split, but GET /api/managed_users/:id/environment_roles is answered | prefix: /api/managed_users",
        "/api/managed_users | split | GET /api/v2/managed_users/:id/environment_roles is answered | prefix: split",
        "/api/managed_users | v2 | prefix is /api/managed_users | prefix: /api/v2/managed_users",
        "/api/v2/managed_users | plain | prefix is /api/v2/managed_users | prefix: /api/managed_users"
      })
  void aWrongPrefixIsToldWithTheRightOne(
      String written, String served, String problem, String remedy) {
    WorkspaceWithClient company =
        open(Joining.ACCOUNT, written, Map.of(DEV, "3812", PROD, "EA2300"));
    company.sandbox.behave(Map.of(Switch.MANAGED_PREFIX.key(), served));

    assertThatThrownBy(() -> company.workspace().snapshot(Usual.everything()))
        .isInstanceOf(AccessRefused.class)
        .hasMessageContaining(problem)
        .hasMessageEndingWith(remedy);
  }

  @Test
  void quotasAreThoseOfTheEmbeddedPages() {
    WorkatoSettings settings = customer(60);

    assertThat(
            IntStream.of(60, 30, 3)
                .mapToObj(
                    perMinute ->
                        List.of(
                            customer(perMinute).quota(WorkatoLanes.MEMBERS),
                            customer(perMinute).quota(WorkatoLanes.GROUPS),
                            customer(perMinute).quota(WorkatoLanes.PROJECTS))))
        .containsExactly(
            List.of(
                RequestQuota.perMinute(60),
                RequestQuota.perSecond(10),
                RequestQuota.perMinute(1000)),
            List.of(
                RequestQuota.perMinute(30), RequestQuota.perSecond(5), RequestQuota.perMinute(500)),
            List.of(
                RequestQuota.perMinute(3), RequestQuota.perMinute(30), RequestQuota.perMinute(50)));
    assertThat(settings.quota(WorkatoLanes.PROJECT_GRANTS)).isEqualTo(RequestQuota.perMinute(60));
    assertThat(settings.quota(WorkatoLanes.ENVIRONMENT_ROLES))
        .isEqualTo(settings.quota(WorkatoLanes.PROJECT_ROLES))
        .isEqualTo(RequestQuota.perSecond(10));
  }

  private static WorkatoSettings customer(int perMinute) {
    WorkatoSettings usual =
        WorkatoSettings.of(URI.create("https://example.com"), Map.of(DEV, BearerToken.of("x")));
    return new WorkatoSettings(
            usual.base(),
            usual.model(),
            usual.tokens(),
            RequestQuota.perMinute(perMinute),
            usual.quota(),
            usual.batch(),
            usual.workspaceName(),
            usual.requestTimeout(),
            usual.network())
        .of(new ManagedWorkspace(Map.of(DEV, "1"), ManagedPrefix.USUAL, Joining.ACCOUNT));
  }

  /** 150 people make 150 requests to groups in some 17 seconds, and to members in 2 minutes. */
  @Test
  void neverMoreIsAskedThanAQuotaAllowsAndThePriceSaysHowLongThatTakes() {
    WorkspaceWithClient company = open(Joining.ACCOUNT);
    company.workspace().snapshot(Usual.everything());
    company.clock.sleep(Duration.ofMinutes(2));
    List<PlannedOperation> accounts = new ArrayList<>();
    for (int i = 1; i <= 150; i++) {
      Email email = new Email("p" + i + "@example.com");
      accounts.add(
          new PlannedOperation(
              i,
              Stage.ACCOUNTS,
              new Operation.Join(email, "P " + i, member(), Joining.ACCOUNT),
              Reason.JOINER,
              "",
              ""));
    }
    var price = Price.of(accounts, company.workspace().batching());
    var from = company.clock.instant();

    for (Request request : company.workspace().batching().requests(Stage.ACCOUNTS, accounts)) {
      company
          .workspace()
          .send(request, request.sequences().stream().map(each -> accounts.get(each - 1)).toList());
    }

    Duration took = Duration.between(from, company.clock.instant());
    assertThat(company.answered(429)).isZero();
    assertThat(company.count(ADD)).isEqualTo(150);
    // Reading back comes with it.
    assertThat(price.requests()).isEqualTo(152);
    assertThat(price.duration()).isCloseTo(took, Duration.ofSeconds(2));
    assertThat(price.perMinute()).isEqualTo(60);
  }

  @Test
  void invitationsAndAdditionsAreNeverBothSent() {
    WorkspaceWithClient company = open(Joining.ACCOUNT);
    company.workspace().snapshot(Usual.everything());

    send(company, account(new TreeMap<>()));

    assertThat(
            company.sandbox.counts().keySet().stream()
                .filter(key -> key.startsWith("POST"))
                .collect(Collectors.toSet()))
        .containsExactly(ADD)
        .doesNotContain(INVITE);
  }
}
