package dev.rollcall.tenant.workato;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.model.Assignee;
import dev.rollcall.model.Email;
import dev.rollcall.plan.Operation;
import dev.rollcall.plan.PlannedOperation;
import dev.rollcall.plan.Reason;
import dev.rollcall.plan.Stage;
import dev.rollcall.plan.Usual;
import dev.rollcall.sandbox.FaultDraft;
import dev.rollcall.sandbox.InjectedFault;
import dev.rollcall.sandbox.SeedBuilder;
import dev.rollcall.sandbox.SeedMember;
import dev.rollcall.sandbox.Switch;
import dev.rollcall.tenant.Outcome;
import dev.rollcall.tenant.Request;
import dev.rollcall.testing.WorkatoTerms;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Single grants: read where an answer was lost, changed where a list is too long to be named. */
class SingleGrantTest {

  private static final Environment DEV = new Environment("dev");
  private static final int LONG = 150;

  private static SeedBuilder longList(SeedBuilder seed) {
    seed.environment("test", "Close");
    for (int i = 0; i < LONG; i++) {
      SeedMember member =
          SeedMember.of("p" + i + "@example.com", "P " + i, Map.of("dev", "Member"))
              .on("Billing@dev", "Builder");
      seed.member(i < 3 ? member.on("Close@test", "Builder") : member);
    }
    return seed.member(
        SeedMember.of("new@example.com", "New", Map.of("dev", "Member"))
            .on("Close@test", "Builder"));
  }

  private static WorkspaceWithClient replacing(String body) {
    WorkspaceWithClient company = new WorkspaceWithClient(SingleGrantTest::longList);
    company.sandbox.behave(
        Map.of(Switch.PUT_GRANTS.key(), "replaces", Switch.PUT_GRANT_BODY.key(), body));
    return company;
  }

  @ParameterizedTest
  @ValueSource(strings = {"any", "wrapped", "bare"})
  void whoeverHasAGrantOnATooLongListIsGivenAnotherRoleByIt(String body) {
    try (WorkspaceWithClient company = replacing(body)) {
      List<String> before = company.sandbox.comparableState().lines().toList();

      List<Outcome> outcomes =
          apply(company, change("p5", "Project operator"), change("p6", "Project operator"));

      assertThat(outcomes).containsExactly(new Outcome.Applied(), new Outcome.Applied());
      List<String> after = new ArrayList<>(company.sandbox.comparableState().lines().toList());
      assertThat(after).filteredOn(line -> !before.contains(line)).hasSize(2);
      assertThat(after).filteredOn(line -> line.contains("p5@")).asString().contains("operator");
      assertThat(company.count("PUT /api/project_grants/:id"))
          .isEqualTo(body.equals("wrapped") ? 3 : 2);
    }
  }

  @Test
  void whoeverHasNoneIsRefusedAndTheOthersAreNotHeldUp() {
    try (WorkspaceWithClient company = replacing("any")) {
      List<String> before = company.sandbox.comparableState().lines().toList();

      List<Outcome> outcomes = apply(company, grant("new"), change("p6", "Project operator"));

      assertThat(outcomes.get(0))
          .isInstanceOfSatisfying(
              Outcome.Refused.class,
              refused -> assertThat(refused.message()).contains("one request carries 100"));
      assertThat(outcomes.get(1)).isEqualTo(new Outcome.Applied());
      assertThat(company.sandbox.comparableState().lines())
          .filteredOn(line -> !before.contains(line))
          .singleElement()
          .asString()
          .contains("p6@");
    }
  }

  @ParameterizedTest
  @CsvSource({"true, 1, 1, 0", "false, 2, 1, 0"})
  void aLostAnswerToARevocationIsLookedUpByTheGrantAlone(
      boolean happened, int deletions, int looks, int lists) {
    try (WorkspaceWithClient company = new WorkspaceWithClient(SingleGrantTest::longList)) {
      company.workspace().snapshot(Usual.everything());
      InjectedFault lost =
          (happened
                  ? FaultDraft.resetAfter("DELETE", "/api/project_grants/*")
                  : FaultDraft.status("DELETE", "/api/project_grants/*", 502))
              .made();
      company.sandbox.fail(lost);
      long before = company.count("GET /api/projects/:id/project_grants");

      List<Outcome> outcomes = send(company, List.of(revocation("p5")));

      assertThat(outcomes).containsExactly(new Outcome.Applied());
      assertThat(company.count("DELETE /api/project_grants/:id")).isEqualTo(deletions);
      assertThat(company.count("GET /api/project_grants/:id")).isEqualTo(looks);
      assertThat(company.count("GET /api/projects/:id/project_grants") - before).isEqualTo(lists);
      assertThat(company.sandbox.comparableState().lines())
          .filteredOn(line -> line.contains("p5@"))
          .asString()
          .doesNotContain("Billing");
    }
  }

  @Test
  void whereTheGrantMayNotBeReadTheListTells() {
    try (WorkspaceWithClient company = new WorkspaceWithClient(SingleGrantTest::longList)) {
      company.workspace().snapshot(Usual.everything());
      company.sandbox.fail(FaultDraft.resetAfter("DELETE", "/api/project_grants/*").made());
      company.sandbox.fail(FaultDraft.status("GET", "/api/project_grants/*", 403).always().made());

      assertThat(send(company, List.of(revocation("p5")))).containsExactly(new Outcome.Applied());

      assertThat(company.count("DELETE /api/project_grants/:id")).isEqualTo(1);
    }
  }

  private static Operation change(String name, String role) {
    return set(name, Optional.of("Builder"), Optional.of(role));
  }

  private static Operation grant(String name) {
    return set(name, Optional.empty(), Optional.of("Builder"));
  }

  private static Operation revocation(String name) {
    return set(name, Optional.of("Builder"), Optional.empty());
  }

  private static Operation set(String name, Optional<String> before, Optional<String> after) {
    return WorkatoTerms.setProjectRole(
        new Assignee.Person(new Email(name + "@example.com")), "Billing", DEV, before, after);
  }

  private static List<Outcome> apply(WorkspaceWithClient company, Operation... operations) {
    company.workspace().snapshot(Usual.everything());
    return send(company, List.of(operations));
  }

  private static List<Outcome> send(WorkspaceWithClient company, List<Operation> operations) {
    List<PlannedOperation> planned = new ArrayList<>();
    operations.forEach(
        operation ->
            planned.add(
                new PlannedOperation(
                    planned.size() + 1, Stage.ADDITIONS, operation, Reason.MOVER, "", "")));
    Map<Integer, Outcome> outcomes = new TreeMap<>();
    for (Request request : company.workspace().batching().requests(Stage.ADDITIONS, planned)) {
      outcomes.putAll(
          company
              .workspace()
              .send(
                  request,
                  request.sequences().stream().map(each -> planned.get(each - 1)).toList()));
    }
    return List.copyOf(outcomes.values());
  }
}
