package dev.rollcall.tenant.workiva;

import static dev.rollcall.tenant.workiva.WorkivaVocabulary.file;
import static dev.rollcall.tenant.workiva.WorkivaVocabulary.group;
import static dev.rollcall.tenant.workiva.WorkivaVocabulary.organizationRole;
import static dev.rollcall.tenant.workiva.WorkivaVocabulary.role;
import static dev.rollcall.tenant.workiva.WorkivaVocabulary.workspace;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.model.Assignee;
import dev.rollcall.model.Definition;
import dev.rollcall.model.Email;
import dev.rollcall.model.Profile;
import dev.rollcall.model.Resource;
import dev.rollcall.model.Vocabulary;
import dev.rollcall.plan.Operation;
import dev.rollcall.plan.PlannedOperation;
import dev.rollcall.plan.Reason;
import dev.rollcall.plan.Snapshot;
import dev.rollcall.plan.Stage;
import dev.rollcall.plan.Usual;
import dev.rollcall.sandbox.InjectedFault;
import dev.rollcall.sandbox.RecordedRequest;
import dev.rollcall.security.Secrets;
import dev.rollcall.tenant.AccessRefused;
import dev.rollcall.tenant.Outcome;
import dev.rollcall.tenant.Request;
import dev.rollcall.tenant.Settled;
import dev.rollcall.tenant.TenantUnavailable;
import dev.rollcall.tenant.http.RunContext;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an organization can do to a client, and what the client makes of it. */
class WorkivaTroubleTest {

  private static final Resource FY26 = workspace("FY26");
  private static final Assignee BOB = new Assignee.Person(new Email("bob@example.com"));
  private static final Assignee ANA = new Assignee.Person(new Email("ana@example.com"));
  private static final String SEATS =
      "/organizations/:id/workspaces/:id/memberships/:id/roles/assignment";

  @TempDir Path folder;
  private OrganizationWithClient organization;

  @BeforeEach
  void begin() {
    organization = new OrganizationWithClient(folder);
  }

  @AfterEach
  void end() {
    organization.close();
  }

  private Snapshot snapshot() {
    return organization.client().snapshot(Usual.everything());
  }

  private List<Outcome> apply(Operation... operations) {
    List<PlannedOperation> planned = new ArrayList<>();
    for (Operation operation : operations) {
      planned.add(planned(planned.size() + 1, operation));
    }
    Map<Integer, Outcome> outcomes = new TreeMap<>();
    WorkivaTenant client = organization.client();
    for (Request request : client.batching().requests(Stage.ADDITIONS, planned)) {
      outcomes.putAll(
          client.send(
              request, request.sequences().stream().map(each -> planned.get(each - 1)).toList()));
    }
    return List.copyOf(outcomes.values());
  }

  private static PlannedOperation planned(int sequence, Operation operation) {
    return new PlannedOperation(sequence, Stage.ADDITIONS, operation, Reason.MOVER, "", "");
  }

  private static Operation give(Assignee whom, Resource what) {
    return Operation.Set.give(whom, what.membership());
  }

  private List<String> holds(Assignee whom) {
    return organization
        .another()
        .snapshot(Usual.everything())
        .actual()
        .person(whom.person().orElseThrow())
        .orElseThrow()
        .entitlements()
        .stream()
        .map(Object::toString)
        .toList();
  }

  @Test
  void oneRoleThatIsRefusedCostsNoOther() {
    snapshot();

    List<Outcome> outcomes =
        apply(
            give(BOB, role(FY26, "Editor")),
            give(BOB, role(FY26, "Unfit Role")),
            give(BOB, role(FY26, "Workspace Owner")));

    assertThat(outcomes.get(0)).isInstanceOf(Outcome.Applied.class);
    assertThat(outcomes.get(1)).isInstanceOf(Outcome.Refused.class);
    assertThat(outcomes.get(1).message()).contains("cannot be assigned");
    assertThat(outcomes.get(2)).isInstanceOf(Outcome.Applied.class);
    assertThat(holds(BOB))
        .contains("workspace role FY26 / Editor", "workspace role FY26 / Workspace Owner")
        .doesNotContain("workspace role FY26 / Unfit Role");
  }

  @ParameterizedTest
  @CsvSource({"assign-held,nothing", "assign-held,fails", "assign-held,details", "assign-held,409"})
  void aRoleThatSomebodyElseGaveMeanwhileIsSoAlready(String key, String position) {
    snapshot();
    organization.turned(key, position);
    Operation editor = give(BOB, role(FY26, "Editor"));
    apply(editor);

    List<Outcome> again = apply(editor, give(BOB, role(FY26, "Workspace Owner")));

    assertThat(again.get(0)).isInstanceOfAny(Outcome.Applied.class, Outcome.AlreadySo.class);
    assertThat(again.get(1)).isInstanceOfAny(Outcome.Applied.class, Outcome.AlreadySo.class);
    assertThat(holds(BOB)).contains("workspace role FY26 / Workspace Owner");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nothing", "fails", "details", "404"})
  void aRoleThatSomebodyElseTookMeanwhileIsSoAlready(String position) {
    snapshot();
    organization.turned("revoke-absent", position);
    Operation viewer = Operation.Set.take(BOB, role(FY26, "Viewer").membership());
    apply(viewer);

    assertThat(apply(viewer).get(0))
        .isInstanceOfAny(Outcome.Applied.class, Outcome.AlreadySo.class);
    assertThat(holds(BOB))
        .contains("workspace FY26")
        .doesNotContain("workspace role FY26 / Viewer");
  }

  @ParameterizedTest
  @CsvSource({"fail,failed", "cancelled,cancelled"})
  void anOperationThatFailsIsARefusalWithItsReason(String position, String word) {
    snapshot();
    organization.turned("operations", position);

    Outcome outcome = apply(give(BOB, organizationRole("Org Security Admin"))).get(0);

    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    assertThat(outcome.message()).contains("the operation ended as " + word, "request-of-op-");
    assertThat(holds(BOB)).doesNotContain("organization role Org Security Admin");
  }

  @ParameterizedTest
  @CsvSource({"0,none", "1,1", "3,0", "3,1"})
  void anOperationIsFollowedToItsEnd(String polls, String after) {
    organization.turned("polls", polls).turned("poll-after", after).turned("effect", "at-end");
    snapshot();

    assertThat(apply(give(BOB, role(FY26, "Editor")))).hasOnlyElementsOfType(Outcome.Applied.class);
    assertThat(holds(BOB)).contains("workspace role FY26 / Editor");
  }

  @Test
  void ofAnOperationThatNeverEndsNobodyKnowsWhetherItHappens() {
    organization.turned("operations", "never-end").turned("effect", "at-end");
    snapshot();
    Operation editor = give(BOB, role(FY26, "Editor"));

    Outcome outcome = apply(editor).get(0);

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Failed.class, failed -> assertThat(failed.inDoubt()).isTrue());
    assertThat(outcome.message()).contains("has not ended within 300 s");
    assertThat(organization.another().settle(planned(1, editor), organization.sandbox.now()))
        .isEqualTo(Settled.DID_NOT_HAPPEN);
  }

  @Test
  void whatIsSeenToHaveHappenedIsNotInDoubtThoughItsOperationNeverEnds() {
    organization.turned("operations", "never-end").turned("effect", "at-once");
    snapshot();

    assertThat(apply(give(BOB, role(FY26, "Editor")))).hasOnlyElementsOfType(Outcome.Applied.class);
  }

  @Test
  void aTokenThatEndsInTheMiddleIsRenewed() {
    organization.turned("token-life", "2");
    snapshot();
    organization.sandbox.endTokens();

    assertThat(apply(give(BOB, role(FY26, "Editor")), give(BOB, group(FY26, "Controllers"))))
        .hasOnlyElementsOfType(Outcome.Applied.class);
  }

  @Test
  void aClientThatIsWrongIsSaidToBe() {
    try (WorkivaTenant wrong =
        new WorkivaTenant(
            organization.settings("no-such-secret"),
            new RunContext(
                organization.experience,
                organization.clock.waiting(),
                lane -> List.of(),
                Secrets.none()))) {
      assertThatThrownBy(wrong::identify)
          .isInstanceOf(AccessRefused.class)
          .hasMessageContaining("target.client-id")
          .hasMessageNotContaining("no-such-secret");
    }
  }

  @Test
  void aScopeThatIsMissingIsNamed() {
    end();
    organization =
        new OrganizationWithClient(
            folder,
            OrganizationWithClient.SEED.replaceFirst(
                "\\{", "{ \"scopes\": [\"organization:read\", \"file:read\"],"));
    snapshot();

    Outcome outcome = apply(give(BOB, workspace("Audit"))).get(0);

    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    assertThat(outcome.message()).contains("add the scope organization:write to the grant");
  }

  @Test
  void somebodyOfAnotherOrganizationIsBroughtInWhereTheAnswerSaysWho() {
    snapshot();
    Operation far =
        new Operation.Join(
            new Email("far@example.com"), "Far Away", List.of(), Vocabulary.Joining.ACCOUNT);

    assertThat(apply(far)).hasOnlyElementsOfType(Outcome.Applied.class);
    assertThat(organization.sandbox.comparableState()).contains("user far@example.com active");
  }

  @Test
  void somebodyOfAnotherOrganizationIsNeverSaidToBeInWhereItDoesNot() {
    organization.turned("new-user-elsewhere", "409-bare");
    snapshot();
    Operation far =
        new Operation.Join(
            new Email("far@example.com"), "Far Away", List.of(), Vocabulary.Joining.ACCOUNT);

    Outcome outcome = apply(far).get(0);

    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    assertThat(outcome.message()).contains("another organization");
  }

  @ParameterizedTest
  @ValueSource(strings = {"409", "400"})
  void anAccountThatIsThereIsSoAlready(String status) {
    snapshot();
    organization.turned("new-user-twice", status);
    Operation bob =
        new Operation.Join(
            new Email("bob@example.com"), "Bob Roy", List.of(), Vocabulary.Joining.ACCOUNT);

    assertThat(apply(bob)).hasOnlyElementsOfType(Outcome.AlreadySo.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"RESET_AFTER", "RESET_BEFORE", "STATUS_AFTER", "GARBAGE"})
  void anAccountWhoseAnswerIsLostIsLookedForAndMadeOnce(String effect) {
    snapshot();
    organization.sandbox.fail(fault("POST", "/organizations/:id/users", effect));
    Operation joiner =
        new Operation.Join(
            new Email("new@example.com"), "New Face", List.of(), Vocabulary.Joining.ACCOUNT);

    assertThat(apply(joiner)).hasOnlyElementsOfType(Outcome.Applied.class);
    assertThat(organization.sandbox.comparableState()).containsOnlyOnce("user new@example.com");
  }

  @ParameterizedTest
  @CsvSource({
    "PATCH,RESET_AFTER", "PATCH,RESET_BEFORE", "PATCH,STATUS_AFTER", "PATCH,GARBAGE",
    "DELETE,RESET_AFTER", "DELETE,RESET_BEFORE", "DELETE,STATUS_AFTER", "DELETE,GARBAGE"
  })
  void aGroupWhoseNewNameOrEndGotNoAnswerIsLookedAt(String method, String effect) {
    snapshot();
    organization.sandbox.fail(
        fault(method, "/organizations/:id/workspaces/:id/groups/:id", effect));
    Operation asked =
        method.equals("PATCH")
            ? renaming("Controllers", "Checkers")
            : new Operation.Undefine(group(FY26, "Certifiers"), new Definition(""));

    assertThat(apply(asked)).hasOnlyElementsOfType(Outcome.Applied.class);
    assertThat(organization.another().settle(planned(1, asked), organization.sandbox.now()))
        .isEqualTo(Settled.HAPPENED);
    assertThat(organization.sandbox.comparableState().lines())
        .contains(
            method.equals("PATCH")
                ? "workspace FY26: ana@example.com in Checkers"
                : "workspace FY26: group Controllers")
        .doesNotContain(
            "workspace FY26: group " + (method.equals("PATCH") ? "Controllers" : "Certifiers"));
  }

  private static Operation renaming(String old, String name) {
    return new Operation.Define(
        group(FY26, name),
        Optional.of(group(FY26, old)),
        Optional.of(new Definition("")),
        new Definition(""));
  }

  @Test
  void aGroupThatSomebodyElseGaveANameMeanwhileKeepsIt() {
    snapshot();
    WorkivaTenant other = organization.another();
    other.snapshot(Usual.everything());
    other.send(
        new Request(WorkivaApi.LANE, true, List.of(1)),
        List.of(planned(1, renaming("Controllers", "Auditors"))));

    Outcome outcome = apply(renaming("Controllers", "Checkers")).get(0);

    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    assertThat(outcome.message()).contains("was changed by somebody else");
  }

  @Test
  void whoeverIsPutIntoARenamedGroupIsInItWhateverItIsCalledByThen() {
    snapshot();

    assertThat(apply(renaming("Controllers", "Checkers"), give(BOB, group(FY26, "Checkers"))))
        .hasOnlyElementsOfType(Outcome.Applied.class);
    assertThat(holds(BOB)).contains("workspace group FY26 / Checkers");
    assertThat(organization.client().readBack(Usual.everything()).groups())
        .extracting(each -> each.resource().toString())
        .contains("FY26 / Checkers")
        .doesNotContain("FY26 / Controllers");
  }

  @ParameterizedTest
  @ValueSource(strings = {"RESET_AFTER", "RESET_BEFORE", "STATUS_AFTER", "GARBAGE"})
  void aNameWhoseAnswerIsLostIsLookedAt(String effect) {
    snapshot();
    organization.sandbox.fail(fault("PATCH", "/organizations/:id/users/:id", effect));
    Operation called =
        new Operation.UpdateProfile(
            new Email("bob@example.com"), Profile.of("Bob Roy"), Profile.of("Rob Royce"));

    assertThat(apply(called)).hasOnlyElementsOfType(Outcome.Applied.class);
    assertThat(organization.sandbox.comparableState())
        .contains("user bob@example.com active \"Rob\" \"Royce\" \"Rob Royce\"");
    assertThat(organization.another().settle(planned(1, called), organization.sandbox.now()))
        .isEqualTo(Settled.HAPPENED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"403", "409"})
  void whoBelongsToAnotherOrganizationIsNeverSaidToBeCalledOtherwise(String status) {
    organization.turned("foreign-user", status);
    snapshot();
    Email far = new Email("far@example.com");
    apply(new Operation.Join(far, "Far Away", List.of(), Vocabulary.Joining.ACCOUNT));
    Operation called =
        new Operation.UpdateProfile(far, Profile.of("Far Away"), Profile.of("Far Off"));

    Outcome outcome = apply(called).get(0);

    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    assertThat(outcome.message()).contains("another organization");
    assertThat(organization.sandbox.comparableState()).doesNotContain("Off");
  }

  private static InjectedFault fault(String method, String path, String effect) {
    return new InjectedFault(
        method,
        path,
        "",
        1,
        1,
        InjectedFault.Effect.valueOf(effect),
        effect.startsWith("STATUS") ? 503 : 0,
        Map.of(),
        Optional.empty(),
        Duration.ZERO);
  }

  @ParameterizedTest
  @ValueSource(strings = {"RESET_AFTER", "RESET_BEFORE", "STATUS_AFTER"})
  void aRoleRequestWhoseAnswerIsLostIsLookedFor(String effect) {
    snapshot();
    organization.sandbox.fail(fault("POST", SEATS, effect));

    assertThat(apply(give(BOB, role(FY26, "Editor")))).hasOnlyElementsOfType(Outcome.Applied.class);
    assertThat(holds(BOB)).contains("workspace role FY26 / Editor");
  }

  @ParameterizedTest
  @ValueSource(strings = {"seconds", "none"})
  void tooManyRequestsAreWaitedFor(String how) {
    snapshot();
    organization.sandbox.fail(
        new InjectedFault(
            "POST",
            SEATS,
            "",
            1,
            2,
            InjectedFault.Effect.STATUS,
            429,
            how.equals("none") ? Map.of() : Map.of("Retry-After", "7"),
            Optional.empty(),
            Duration.ZERO));

    assertThat(apply(give(BOB, role(FY26, "Editor")))).hasOnlyElementsOfType(Outcome.Applied.class);
  }

  @ParameterizedTest
  @CsvSource({
    "absolute,absent,stable",
    "rooted,null,stable",
    "cursor,absent,stable",
    "absolute,null,turning"
  })
  void pagesAreFollowedHoweverTheyAreNamed(String link, String last, String order) {
    organization
        .turned("next-link", link)
        .turned("last-link", last)
        .turned("page-order", order)
        .turned("filter", "400");

    assertThat(snapshot().actual().people()).hasSize(4);
    assertThat(organization.sandbox.requests())
        .extracting(RecordedRequest::query)
        .noneMatch(query -> query.contains("$filter"));
  }

  @Test
  void aLinkToAnotherServerIsNotFollowed() {
    WorkivaLinks links = new WorkivaLinks(organization.settings("x"));
    URI from = URI.create(organization.sandbox.url() + "/organizations");

    assertThatThrownBy(() -> links.follow(from, "https://evil.example.net/organizations"))
        .isInstanceOf(TenantUnavailable.class)
        .hasMessageContaining("another server");
    assertThatThrownBy(() -> links.follow(from, "http://user@evil.example.net:80/?wdesk.com"))
        .isInstanceOf(TenantUnavailable.class);
    assertThat(links.follow(from, "/organizations?%24next=a").toString())
        .isEqualTo(organization.sandbox.url() + "/organizations?%24next=a");
  }

  @Test
  void twoWorkspacesOfOneNameAreLeftAloneUnlessTheyAreNamedById() {
    end();
    organization =
        new OrganizationWithClient(
            folder,
            OrganizationWithClient.SEED.replace("\"name\": \"Audit\"", "\"name\": \"fy26\""));

    Snapshot snapshot = snapshot();

    assertThat(snapshot.catalogue().of(WorkivaVocabulary.WORKSPACE).ambiguous())
        .containsExactly(FY26);
    assertThat(snapshot.actual().person(new Email("bob@example.com")).orElseThrow().entitlements())
        .isEmpty();
    assertThat(apply(give(BOB, FY26)).get(0)).isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void aGroupWhoseMembersNobodyKnowsIsLeftAlone() {
    organization.turned("group-member-ids", "others");

    assertThat(snapshot().incomplete())
        .extracting(Resource::toString)
        .contains("FY26 / Controllers", "FY26 / Audit/Tax")
        .doesNotContain("FY26 / Certifiers");
  }

  /** Each time those who are there stay there, and what was read back is what was asked for. */
  @ParameterizedTest
  @CsvSource({"memberships,listed", "memberships,users", "aliases,users"})
  void membersAreKnownByOtherIdsWhereTheApiTellsWhoseTheyAre(String ids, String changed) {
    organization.turned("group-member-ids", ids).turned("group-change-ids", changed);
    Resource controllers = group(FY26, "Controllers");

    assertThat(snapshot().incomplete()).isEmpty();
    assertThat(organization.client().remarks())
        .singleElement()
        .asString()
        .startsWith("the lists of groups show ids of");
    assertThat(apply(give(BOB, controllers), give(BOB, group(FY26, "Certifiers"))))
        .hasOnlyElementsOfType(Outcome.Applied.class);
    assertThat(holds(BOB))
        .contains("workspace group FY26 / Controllers", "workspace group FY26 / Certifiers");
    assertThat(holds(ANA)).contains("workspace group FY26 / Controllers");
    assertThat(apply(Operation.Set.take(ANA, controllers.membership())))
        .hasOnlyElementsOfType(Outcome.Applied.class);
    assertThat(organization.sandbox.comparableState())
        .contains("workspace FY26: bob@example.com in Controllers")
        .doesNotContain("ana@example.com in Controllers");
  }

  /** Whoever is not on any list yet has no id there that anybody knows. */
  @Test
  void whoCannotBeNamedAsListsDoIsRefusedAndNobodyElseIsTouched() {
    end();
    organization =
        new OrganizationWithClient(
            folder,
            OrganizationWithClient.SEED.replace(
                "\"Audit/Tax\": [\"bob@example.com\"]", "\"Audit/Tax\": []"));
    organization.turned("group-member-ids", "aliases");
    String before = organization.sandbox.comparableState();
    snapshot();

    Outcome outcome = apply(give(BOB, group(FY26, "Controllers"))).get(0);

    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    assertThat(organization.sandbox.comparableState()).isEqualTo(before);
    assertThat(apply(Operation.Set.take(ANA, group(FY26, "Controllers").membership())))
        .hasOnlyElementsOfType(Outcome.Applied.class);
  }

  @Test
  void nobodyIsAskedForAgainAndAgainWhomTheApiDoesNotKnow() {
    end();
    StringBuilder many = new StringBuilder();
    StringBuilder members = new StringBuilder();
    for (int i = 0; i < 30; i++) {
      many.append("{ \"username\": \"p%d@example.com\" },".formatted(i));
      members.append("\"p%d@example.com\": [],".formatted(i));
    }
    organization =
        new OrganizationWithClient(
            folder,
            OrganizationWithClient.SEED
                .replace("\"people\": [", "\"people\": [" + many)
                .replace(
                    "\"members\": { \"ana@example.com\": []",
                    "\"members\": { " + members + "\"ana@example.com\": []")
                .replace(
                    "\"Controllers\": [] }",
                    "\"Controllers\": ["
                        + members.toString().replace(": []", "").replaceAll(",$", "")
                        + "] }"));
    organization.turned("group-member-ids", "others");

    assertThat(snapshot().incomplete())
        .extracting(Resource::toString)
        .contains("Audit / Controllers");
    assertThat(
            organization.sandbox.requests().stream()
                .filter(request -> request.path().matches(".*/users/[^/]+"))
                .count())
        .isLessThanOrEqualTo(5);
  }

  @Test
  void allUsersIsNeverOffered() {
    Snapshot snapshot = snapshot();

    assertThat(snapshot.catalogue().of(WorkivaVocabulary.GROUP).builtIn())
        .extracting(Resource::toString)
        .containsExactlyInAnyOrder("FY26 / All Users", "Audit / All Users");
    assertThat(snapshot.catalogue().of(WorkivaVocabulary.GROUP).resources())
        .noneMatch(group -> group.name().equals("All Users"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"409", "400", "201"})
  void aMembershipThatIsThereIsSoAlready(String status) {
    snapshot();
    organization.turned("membership-twice", status);

    assertThat(apply(give(BOB, FY26)).get(0))
        .isInstanceOfAny(Outcome.Applied.class, Outcome.AlreadySo.class);
  }

  @Test
  void aMemberWhoWasTakenOutByHandIsRefusedAndSaid() {
    snapshot();
    WorkivaTenant other = organization.another();
    other.snapshot(Usual.everything());
    other.send(
        new Request(WorkivaApi.LANE, true, List.of(1)),
        List.of(planned(1, Operation.Set.take(BOB, FY26.membership()))));

    List<Outcome> outcomes =
        apply(give(BOB, role(FY26, "Editor")), give(BOB, group(FY26, "Controllers")));

    assertThat(outcomes).hasOnlyElementsOfType(Outcome.Refused.class);
    assertThat(outcomes.get(0).message())
        .contains("membership was not found", "Somebody has taken the membership meanwhile");
    assertThat(outcomes.get(1).message()).contains("The user is no member of the workspace.");
  }

  @Test
  void peopleAreFoundByTheirUserNameWhateverItsCaseOrByTheirAddress() {
    end();
    organization =
        new OrganizationWithClient(
            folder,
            OrganizationWithClient.SEED
                .replace("\"username\": \"cy@example.com\"", "\"username\": \"Cy@Example.com\"")
                .replace(
                    "\"people\": [",
                    "\"people\": [ { \"username\": \"jdoe\", \"email\": \"J.Doe@example.com\" },"
                        + " { \"username\": \"robot\", \"email\": \"nobody\" },"));

    assertThat(snapshot().actual().people())
        .extracting(person -> person.email().address())
        .containsExactlyInAnyOrder(
            "ana@example.com",
            "bob@example.com",
            "cy@example.com",
            "dee@example.com",
            "j.doe@example.com");
    assertThat(snapshot().members()).isEqualTo(6);
  }

  @ParameterizedTest
  @ValueSource(strings = {"taken", "400"})
  void theLastOwnerOfAFileIsTakenOrThatIsRefusedAndSaid(String position) {
    organization.turned("last-owner", position);
    snapshot();
    apply(
        new Operation.Set(
            ANA, Optional.of(file("10-K").at("Viewer")), Optional.of(file("10-K").at("Owner"))));

    Outcome outcome = apply(Operation.Set.take(ANA, file("10-K").at("Owner"))).get(0);

    if (position.equals("taken")) {
      assertThat(outcome).isInstanceOf(Outcome.Applied.class);
      assertThat(holds(ANA)).noneMatch(held -> held.contains("10-K"));
    } else {
      assertThat(outcome).isInstanceOf(Outcome.Refused.class);
      assertThat(outcome.message()).contains("A file needs an owner.");
      assertThat(holds(ANA)).contains("10-K Owner");
    }
  }

  @Test
  void nobodyGetsAMailUnasked() {
    snapshot();
    apply(give(BOB, workspace("Audit")));

    assertThat(organization.sandbox.mails()).isEmpty();
  }

  @Test
  void aPermissionIsRevokedAndAssignedInOneRequest() {
    snapshot();
    long before = modifications();
    apply(
        new Operation.Set(
            ANA, Optional.of(file("10-K").at("Viewer")), Optional.of(file("10-K").at("Owner"))));

    assertThat(modifications() - before).isOne();
    assertThat(holds(ANA)).contains("10-K Owner");
  }

  private long modifications() {
    return organization.sandbox.requests().stream()
        .filter(request -> request.path().endsWith("/permissions/modification"))
        .count();
  }

  @Test
  void accountsComeBeforeMembershipsAndTheseBeforeWhatIsHeldInThem() {
    snapshot();
    Assignee joiner = new Assignee.Person(new Email("new@example.com"));

    List<Outcome> outcomes =
        apply(
            Operation.Set.give(joiner, file("10-K").at("Viewer")),
            give(joiner, group(FY26, "Controllers")),
            give(joiner, role(FY26, "Editor")),
            give(joiner, FY26),
            give(joiner, organizationRole("Org Security Admin")),
            new Operation.Join(
                new Email("new@example.com"), "New", List.of(), Vocabulary.Joining.ACCOUNT));

    assertThat(outcomes).hasSize(6).hasOnlyElementsOfType(Outcome.Applied.class);
  }

  @Test
  void whatIsTakenGoesTheOtherWayAndALostRoleCostsNoMembership() {
    snapshot();
    apply(Operation.Set.take(BOB, role(FY26, "Viewer").membership()));
    assertThat(holds(BOB)).contains("workspace FY26", "workspace group FY26 / Audit/Tax");

    List<Outcome> outcomes =
        apply(
            Operation.Set.take(ANA, FY26.membership()),
            Operation.Set.take(ANA, role(FY26, "Editor").membership()),
            Operation.Set.take(ANA, role(FY26, "Workspace Owner").membership()),
            Operation.Set.take(ANA, group(FY26, "Controllers").membership()));

    assertThat(outcomes).hasOnlyElementsOfType(Outcome.Applied.class);
    assertThat(holds(ANA)).noneMatch(held -> held.contains("FY26"));
  }
}
