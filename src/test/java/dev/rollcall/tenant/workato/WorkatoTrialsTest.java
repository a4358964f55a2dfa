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
import dev.rollcall.sandbox.SeedBuilder;
import dev.rollcall.sandbox.SeedMember;
import dev.rollcall.sandbox.Switch;
import dev.rollcall.tenant.Experience.Lesson;
import dev.rollcall.tenant.Experience.Trust;
import dev.rollcall.tenant.Outcome;
import dev.rollcall.tenant.Request;
import dev.rollcall.testing.WorkatoTerms;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the API may not honour is tried small, and nobody is harmed for good. */
class WorkatoTrialsTest {

  private static final Environment DEV = new Environment("dev");
  private static final Environment PROD = new Environment("prod");
  private static final int MANY = 8;

  private final WorkspaceWithClient company =
      new WorkspaceWithClient(
          seed -> {
            IntStream.range(0, MANY)
                .forEach(
                    i -> seed.member(SeedMember.of(mail(i), "P " + i, Map.of("dev", "Member"))));
            return seed;
          });

  @AfterEach
  void close() {
    company.close();
  }

  @Test
  void beginsWithOneThenSendsAllTheOthersTogether() {
    List<Outcome> outcomes = apply(additions());

    assertThat(outcomes).hasSize(MANY).containsOnly(new Outcome.Applied());
    assertThat(company.count("POST /api/user_groups/:id/members")).isEqualTo(2);
    assertThat(company.experience.of(WorkatoBatchKinds.ADD_MEMBERS)).isEqualTo(Trust.MANY_WORK);
    assertThat(inGroup("Ops")).isEqualTo(2 + MANY);
  }

  @Test
  void fallsBackToOneByOneWhereOnlyAPartIsHonoured() {
    company.sandbox.behave(Map.of(Switch.GROUP_IDS.key(), "last"));

    List<Outcome> outcomes = apply(additions());

    assertThat(outcomes).hasSize(MANY).containsOnly(new Outcome.Applied());
    assertThat(company.experience.of(WorkatoBatchKinds.ADD_MEMBERS)).isEqualTo(Trust.ONE_BY_ONE);
    assertThat(inGroup("Ops")).isEqualTo(2 + MANY);
  }

  @Test
  void whatADeadTokenDidNotDoIsStillToBeSent() {
    company.experience.remember(WorkatoBatchKinds.ADD_MEMBERS, Trust.ONE_BY_ONE, "");
    company.workspace().snapshot(Usual.everything());
    company.sandbox.fail(
        FaultDraft.status("POST", "/api/user_groups/:id/members", 401).nth(4).always().made());
    company.sandbox.fail(FaultDraft.status("GET", "*", 401).always().made());
    List<PlannedOperation> planned = planned(additions());

    Map<Integer, Outcome> outcomes =
        company
            .workspace()
            .send(new Request(WorkatoLanes.GROUPS, true, sequences(planned)), planned);

    assertThat(outcomes.values()).filteredOn(Outcome.Applied.class::isInstance).hasSize(3);
    assertThat(outcomes.values())
        .filteredOn(outcome -> outcome instanceof Outcome.NotSent notSent && notSent.tokenDied())
        .hasSize(MANY - 3);
    assertThat(company.count("POST /api/user_groups/:id/members")).isEqualTo(4);
  }

  @Test
  void looksAtEverybodyOnceAndThenAtTheirNumber() {
    List<Outcome> outcomes = apply(additions());

    assertThat(outcomes).containsOnly(new Outcome.Applied());
    // One for the snapshot of each group, before and after the first, and their number in the end.
    assertThat(company.count("GET /api/user_groups/:id/members")).isEqualTo(2 + 2 + 1);
  }

  @Test
  void learnsNothingAboutManyFromARequestThatWasRefusedAsAWhole() {
    company.sandbox.fail(
        FaultDraft.status("POST", "/api/user_groups/:id/members", 400).nth(2).made());

    List<Outcome> outcomes = apply(additions());

    assertThat(outcomes).hasSize(MANY).containsOnly(new Outcome.Applied());
    assertThat(company.experience.of(WorkatoBatchKinds.ADD_MEMBERS)).isEqualTo(Trust.ONE_WORKED);
  }

  @Test
  void givesBackWhatARequestTookFromOthersAndNamesAllFromThenOn() {
    company.sandbox.behave(Map.of(Switch.GROUP_ADD.key(), "replaces"));

    assertThat(apply(additions())).hasSize(MANY).containsOnly(new Outcome.Applied());

    assertThat(company.experience.lesson(WorkatoBatchKinds.ADD_MEMBERS))
        .extracting(Lesson::way, Lesson::trust)
        .containsExactly(" + WHOLE", Trust.MANY_WORK);
    assertThat(inGroup("Ops")).isEqualTo(2 + MANY);
  }

  @Test
  void givesBackGroupMembersWhereRemovingOneRemovesAll() {
    company.sandbox.behave(Map.of(Switch.GROUP_REMOVE.key(), "everybody"));

    List<Outcome> outcomes =
        apply(
            List.of(
                WorkatoTerms.removeFromGroup(mailOf("bob"), "Finance builders"),
                WorkatoTerms.removeFromGroup(mailOf("bob"), "Ops")));

    assertThat(outcomes).hasSize(2).containsOnly(new Outcome.Applied());
    assertThat(company.experience.lesson(WorkatoBatchKinds.REMOVE_MEMBERS).way())
        .isEqualTo(" + GIVING_BACK");
    assertThat(inGroup("Finance builders")).isEqualTo(1);
    assertThat(inGroup("Ops")).isEqualTo(1);
  }

  @Test
  void givesBackGrantsWhereTheUpsertReplacesAndNamesAllFromThenOn() {
    company.sandbox.behave(Map.of(Switch.PUT_GRANTS.key(), "replaces"));

    assertThat(apply(grants())).hasSize(2).containsOnly(new Outcome.Applied());

    assertThat(company.experience.lesson(WorkatoBatchKinds.GRANT_PROJECT_ROLES).way())
        .isEqualTo(" + WHOLE");
    assertThat(
            company.workspace().readBack(Usual.everything()).people().stream()
                .filter(each -> each.entitlements().toString().contains("@dev")))
        .extracting(each -> each.email().address())
        .containsExactlyInAnyOrder(
            "ana@example.com", "bob@example.com", "p0@example.com", "p1@example.com");
  }

  @Test
  void triesOnASmallerListWhatCouldNotBeGivenBackOnALongOne() {
    try (WorkspaceWithClient large = new WorkspaceWithClient(WorkatoTrialsTest::longList)) {
      large.sandbox.behave(Map.of(Switch.PUT_GRANTS.key(), "replaces"));
      List<String> before = large.sandbox.comparableState().lines().toList();

      List<Outcome> outcomes = apply(large, grants());

      assertThat(outcomes).hasSize(2).allMatch(Outcome.Refused.class::isInstance);
      assertThat(outcomes.get(0).message())
          .contains("each request replaces the list", "has 152 rows", "one request carries 100");
      assertThat(large.sandbox.comparableState().lines().toList()).isEqualTo(before);
    }
  }

  private static SeedBuilder longList(SeedBuilder seed) {
    seed.environment("test", "Close");
    for (int i = 0; i < 150; i++) {
      SeedMember member = SeedMember.of(mail(i), "P " + i, Map.of("dev", "Member"));
      SeedMember holder = i < 2 ? member.on("Close@test", "Builder") : member;
      seed.member(i < 2 ? holder : holder.on("Billing@dev", "Builder"));
    }
    return seed.member(
            SeedMember.of("x@example.com", "X", Map.of("dev", "Member"))
                .on("Billing@dev", "Builder"))
        .member(
            SeedMember.of("y@example.com", "Y", Map.of("dev", "Member"))
                .on("Billing@dev", "Builder"));
  }

  @Test
  void namesAllEnvironmentsSoThatNoneIsWiped() {
    company.sandbox.behave(Map.of(Switch.PUT_MEMBER.key(), "wipes-others"));

    List<Outcome> outcomes =
        apply(
            List.of(
                WorkatoTerms.setEnvironmentRole(
                    mailOf("bob"), PROD, Optional.of("Member"), Optional.of("Environment admin"))));

    assertThat(outcomes).containsExactly(new Outcome.Applied());
    assertThat(company.count("PUT /api/members/:id")).isEqualTo(1);
    assertThat(
            WorkatoTerms.roles(
                company
                    .workspace()
                    .readBack(Usual.everything())
                    .person(mailOf("bob"))
                    .orElseThrow()))
        .isEqualTo(new TreeMap<>(Map.of(DEV, "Member", PROD, "Environment admin")));
  }

  @Test
  void suspendsInOneEnvironmentFirstWhileNobodyKnowsWhatThatDoes() {
    Operation suspend =
        WorkatoTerms.suspend(mailOf("bob"), new TreeMap<>(Map.of(DEV, "Member", PROD, "Member")));

    assertThat(apply(List.of(suspend))).containsExactly(new Outcome.Applied());

    assertThat(company.count("PUT /api/members/:id")).isEqualTo(2);
    assertThat(company.experience.of(WorkatoBatchKinds.SET_ENVIRONMENT_ROLES))
        .isEqualTo(Trust.ONE_WORKED);
  }

  @Test
  void triesTheOtherSpellingOfNoAccessOnce() {
    company.sandbox.behave(Map.of(Switch.NO_ACCESS_SPELLING.key(), "No access"));
    List<Operation> taking =
        List.of(
            WorkatoTerms.setEnvironmentRole(
                mailOf("bob"), DEV, Optional.of("Member"), Optional.empty()),
            WorkatoTerms.setEnvironmentRole(
                mailOf("cy"), DEV, Optional.of("Member"), Optional.empty()));

    assertThat(apply(taking)).containsOnly(new Outcome.Applied());

    assertThat(company.count("PUT /api/members/:id")).isEqualTo(3);
    assertThat(company.answered(400)).isEqualTo(1);
  }

  @Test
  void idsAreFoundInTheQueryAndInTheBody() {
    company.sandbox.behave(Map.of(Switch.GROUP_PARAMETERS.key(), "query"));
    assertThat(apply(List.of(WorkatoTerms.addToGroup(mailOf("p0"), "Ops"))))
        .containsExactly(new Outcome.Applied());

    company.sandbox.behave(Map.of(Switch.GROUP_PARAMETERS.key(), "json"));
    assertThat(apply(List.of(WorkatoTerms.addToGroup(mailOf("p1"), "Ops"))))
        .containsExactly(new Outcome.Applied());

    assertThat(inGroup("Ops")).isEqualTo(4);
  }

  @Test
  void theWholePlanMeetsNoQuota() {
    List<Operation> operations = new ArrayList<>(additions());
    IntStream.range(0, MANY)
        .forEach(
            i ->
                operations.add(
                    WorkatoTerms.setEnvironmentRole(
                        mailOf("p" + i), PROD, Optional.empty(), Optional.of("Member"))));
    company.experience.remember(WorkatoBatchKinds.ADD_MEMBERS, Trust.ONE_BY_ONE, "");

    for (int i = 0; i < 10; i++) {
      apply(operations);
    }

    assertThat(company.sandbox.requests().size()).isGreaterThan(150);
    assertThat(company.answered(429)).isZero();
  }

  private static List<Operation> additions() {
    List<Operation> operations = new ArrayList<>();
    IntStream.range(0, MANY)
        .forEach(i -> operations.add(WorkatoTerms.addToGroup(mailOf("p" + i), "Ops")));
    return operations;
  }

  private static List<Operation> grants() {
    List<Operation> operations = new ArrayList<>();
    IntStream.range(0, 2)
        .forEach(
            i ->
                operations.add(
                    WorkatoTerms.setProjectRole(
                        new Assignee.Person(mailOf("p" + i)),
                        "Billing",
                        DEV,
                        Optional.empty(),
                        Optional.of("Builder"))));
    return operations;
  }

  private static String mail(int number) {
    return "p" + number + "@example.com";
  }

  private static Email mailOf(String name) {
    return new Email(name + "@example.com");
  }

  private long inGroup(String group) {
    return company.workspace().readBack(Usual.everything()).people().stream()
        .filter(member -> member.entitlements().contains(WorkatoVocabulary.membership(group)))
        .count();
  }

  /** Takes a snapshot and applies all in the requests the workspace's own batching makes. */
  private List<Outcome> apply(List<? extends Operation> operations) {
    return apply(company, operations);
  }

  private static List<Outcome> apply(
      WorkspaceWithClient company, List<? extends Operation> operations) {
    WorkatoTenant workspace = company.workspace();
    workspace.snapshot(Usual.everything());
    List<PlannedOperation> planned = planned(operations);
    Map<Integer, Outcome> outcomes = new TreeMap<>();
    for (Request request : workspace.batching().requests(Stage.ADDITIONS, planned)) {
      outcomes.putAll(
          workspace.send(
              request, request.sequences().stream().map(each -> planned.get(each - 1)).toList()));
    }
    return List.copyOf(outcomes.values());
  }

  private static List<PlannedOperation> planned(List<? extends Operation> operations) {
    List<PlannedOperation> planned = new ArrayList<>();
    operations.forEach(
        operation ->
            planned.add(
                new PlannedOperation(
                    planned.size() + 1, Stage.ADDITIONS, operation, Reason.MOVER, "", "")));
    return planned;
  }

  private static List<Integer> sequences(List<PlannedOperation> planned) {
    return planned.stream().map(PlannedOperation::sequence).toList();
  }
}
