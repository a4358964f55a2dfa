package dev.rollcall.tenant.workato;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.model.Assignee;
import dev.rollcall.model.Email;
import dev.rollcall.plan.Operation;
import dev.rollcall.plan.PlannedOperation;
import dev.rollcall.plan.Reason;
import dev.rollcall.plan.Stage;
import dev.rollcall.plan.Usual;
import dev.rollcall.sandbox.LocalAnswer;
import dev.rollcall.sandbox.Switch;
import dev.rollcall.security.Secrets;
import dev.rollcall.tenant.Request;
import dev.rollcall.tenant.RequestQuota;
import dev.rollcall.tenant.http.BearerToken;
import dev.rollcall.tenant.http.HttpCall;
import dev.rollcall.tenant.http.LocalTransport;
import dev.rollcall.tenant.http.Network;
import dev.rollcall.tenant.http.RunContext;
import dev.rollcall.testing.WorkatoTerms;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A process dies after a request that takes from people what it does not name, and before it can
 * give that back: the next one does.
 */
class KilledBetweenTest {

  private static final Environment DEV = new Environment("dev");
  private static final Environment PROD = new Environment("prod");

  /** Stands for a kill: nothing catches it. */
  private static final class Death extends Error {
    private static final long serialVersionUID = 1;
  }

  /** What takes something, and who has to hold it in the end. */
  enum Harm {
    ROLES_TAKE_GROUPS(Switch.PUT_MEMBER, "drops-groups", "PUT /members/", () -> promote("bob")),
    ROLES_TAKE_GRANTS(Switch.PUT_MEMBER, "drops-grants", "PUT /members/", () -> promote("bob")),
    REMOVING_ONE_REMOVES_ALL(
        Switch.GROUP_REMOVE,
        "everybody",
        "DELETE /user_groups/",
        () -> WorkatoTerms.removeFromGroup(email("bob"), "Finance builders")),
    ADDING_ONE_REPLACES_ALL(
        Switch.GROUP_ADD,
        "replaces",
        "POST /user_groups/",
        () -> WorkatoTerms.addToGroup(email("dee"), "Finance builders")),
    ONE_GRANT_REPLACES_ALL(
        Switch.PUT_GRANTS, "replaces", "PUT /projects/", () -> grant("dee", "Builder"));

    private final Switch which;
    private final String position;
    private final String deadly;
    private final Supplier<Operation> operation;

    Harm(Switch which, String position, String deadly, Supplier<Operation> operation) {
      this.which = which;
      this.position = position;
      this.deadly = deadly;
      this.operation = operation;
    }
  }

  private final WorkspaceWithClient company = new WorkspaceWithClient();

  @AfterEach
  void close() {
    company.close();
  }

  @ParameterizedTest
  @EnumSource
  void theNextProcessGivesBackWhatOthersLost(Harm harm) {
    List<String> ending = undisturbed(harm, Optional.empty());
    company.sandbox.behave(Map.of(harm.which.key(), harm.position));

    killed(harm);
    List<String> after = state();
    WorkatoTenant next = tenant("");
    List<String> said = next.makeGood();

    assertThat(after).isNotEqualTo(ending);
    assertThat(state()).isEqualTo(ending);
    assertThat(said).isNotEmpty().allMatch(each -> each.contains("given back what was taken"));
    assertThat(next.makeGood()).isEmpty();
    assertThat(tenant("").makeGood()).isEmpty();
  }

  /** The second time it is known what such a request does. */
  @ParameterizedTest
  @EnumSource(names = {"ROLES_TAKE_GROUPS", "ROLES_TAKE_GRANTS", "REMOVING_ONE_REMOVES_ALL"})
  void soItIsWhereTheHarmIsKnown(Harm harm) {
    company.sandbox.behave(Map.of(harm.which.key(), harm.position));
    Operation first =
        harm == Harm.REMOVING_ONE_REMOVES_ALL
            ? WorkatoTerms.removeFromGroup(email("cy"), "Ops")
            : promote("ana");
    send(tenant(""), first);
    List<String> ending = undisturbed(harm, Optional.of(first));

    killed(harm);

    assertThat(state()).isNotEqualTo(ending);
    tenant("").makeGood();
    assertThat(state()).isEqualTo(ending);
  }

  @ParameterizedTest
  @EnumSource
  void whereNothingWasTakenNothingIsGiven(Harm harm) {
    killed(harm);
    List<String> before = state();

    assertThat(tenant("").makeGood()).isEmpty();

    assertThat(state()).isEqualTo(before);
  }

  @Test
  void whoHasGoneSinceIsLeftAlone() {
    company.sandbox.behave(Map.of(Switch.PUT_MEMBER.key(), "drops-groups"));
    killed(Harm.ROLES_TAKE_GROUPS);
    send(tenant(""), WorkatoTerms.remove(email("bob"), List.of()));
    List<String> before = state();

    assertThat(tenant("").makeGood()).isEmpty();

    assertThat(state()).isEqualTo(before);
  }

  @Test
  void whatWentWellLeavesNothingToGiveBack() {
    send(tenant(""), promote("bob"));
    int asked = company.sandbox.requests().size();

    assertThat(tenant("").makeGood()).isEmpty();

    assertThat(company.sandbox.requests()).hasSize(asked);
  }

  /** What the workspace comes to where nothing is taken by the way. */
  private static List<String> undisturbed(Harm harm, Optional<Operation> before) {
    KilledBetweenTest quiet = new KilledBetweenTest();
    try {
      before.ifPresent(operation -> send(quiet.tenant(""), operation));
      send(quiet.tenant(""), harm.operation.get());
      return quiet.state();
    } finally {
      quiet.close();
    }
  }

  private void killed(Harm harm) {
    WorkatoTenant mortal = tenant(harm.deadly);
    assertThatThrownBy(() -> send(mortal, harm.operation.get())).isInstanceOf(Death.class);
  }

  private List<String> state() {
    return company.sandbox.comparableState().lines().toList();
  }

  private static Operation promote(String name) {
    return WorkatoTerms.setEnvironmentRole(
        email(name), PROD, Optional.of("Member"), Optional.of("Environment manager"));
  }

  private static Operation grant(String name, String role) {
    return WorkatoTerms.setProjectRole(
        new Assignee.Person(email(name)), "Billing", DEV, Optional.empty(), Optional.of(role));
  }

  private static Email email(String name) {
    return new Email(name + "@example.com");
  }

  private static void send(WorkatoTenant tenant, Operation operation) {
    tenant.snapshot(Usual.everything());
    List<PlannedOperation> planned =
        List.of(new PlannedOperation(1, Stage.ADDITIONS, operation, Reason.MOVER, "", ""));
    List<Request> requests = new ArrayList<>(tenant.batching().requests(Stage.ADDITIONS, planned));
    requests.forEach(request -> tenant.send(request, planned));
  }

  /**
   * A client with the experience of those before it.
   *
   * @param deadly after which request it dies; none where blank
   */
  private WorkatoTenant tenant(String deadly) {
    Map<Environment, BearerToken> tokens = new LinkedHashMap<>();
    company
        .sandbox
        .tokens()
        .forEach((name, token) -> tokens.put(new Environment(name), BearerToken.of(token)));
    WorkatoSettings settings =
        new WorkatoSettings(
            company.sandbox.url(),
            Optional.empty(),
            tokens,
            RequestQuota.perMinute(60),
            WorkatoSettings.Quota.WORKSPACE,
            100,
            Optional.empty(),
            Duration.ofSeconds(50),
            Network.direct());
    LocalTransport.Server server =
        (call, authorization) -> {
          LocalAnswer answer =
              company.sandbox.answer(
                  call.method(),
                  call.uri(),
                  authorization,
                  call.body().map(HttpCall.Body::text).orElse(""));
          if (!deadly.isEmpty()
              && (call.method() + " " + call.uri().getPath().substring("/api".length()))
                  .startsWith(deadly)) {
            throw new Death();
          }
          return new LocalTransport.Answer(answer.status(), answer.headers(), answer.body());
        };
    return new WorkatoTenant(
        settings,
        new RunContext(
            company.experience, company.clock.waiting(), lane -> List.of(), Secrets.none()),
        new LocalTransport(server, company.clock.waiting(), Secrets.none()));
  }
}
