package dev.rollcall.tenant.workato;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.model.Assignee;
import dev.rollcall.model.Email;
import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Resource;
import dev.rollcall.plan.PlannedOperation;
import dev.rollcall.plan.Reason;
import dev.rollcall.plan.Stage;
import dev.rollcall.plan.Usual;
import dev.rollcall.sandbox.Switch;
import dev.rollcall.security.Secrets;
import dev.rollcall.tenant.AccessRefused;
import dev.rollcall.tenant.Experience.Trust;
import dev.rollcall.tenant.Lane;
import dev.rollcall.tenant.Outcome;
import dev.rollcall.tenant.Request;
import dev.rollcall.tenant.workato.payload.EnvironmentRow;
import dev.rollcall.tenant.workato.payload.GrantRow;
import dev.rollcall.tenant.workato.payload.Id;
import dev.rollcall.tenant.workato.payload.ProjectRow;
import dev.rollcall.testing.WorkatoTerms;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What answers tell of the environment of a token, and what is done with it. */
class TokenEnvironmentsTest {

  private static final Environment DEV = new Environment("dev");
  private static final Environment TEST = new Environment("test");
  private static final Environment PROD = new Environment("prod");

  @ParameterizedTest
  @CsvSource({
    "dev, dev, true",
    "dev, DEV, true",
    "dev, Development, true",
    "prod, Production, true",
    "production, prod, true",
    "test, Testing, true",
    "Staging, staging, true",
    "staging, test, false",
    "dev, prod, false",
    "prod, Test, false"
  })
  void aKeyIsComparedWithTheWordsOfTheApi(String key, String said, boolean same) {
    assertThat(TokenEnvironments.fits(in(said), new Environment(key))).isEqualTo(same);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"project\":{\"id\":1,\"name\":\"P\",\"environment\":{\"id\":7,\"type\":\"dev\"}}} | dev",
        "{\"project\":{\"id\":1,\"environment\":{\"id\":7,\"name\":\"Development\"}}} | Development",
        "{\"project\":{\"id\":1,\"environment\":\"prod\"}} | prod",
        "{\"project\":{\"id\":1,\"environment_type\":\"prod\"}} | prod",
        "{\"project\":{\"id\":1,\"environment_name\":\" Test \",\"environment\":null}} | Test",
        "{\"project\":{\"id\":1,\"environment\":{\"type\":null}}} | ",
        "{\"project\":{\"id\":1,\"environment\":7}} | ",
        "{\"project\":null} | ",
        "{} | "
      })
  void aGrantTellsItsEnvironmentHoweverItIsWritten(String json, String said) throws IOException {
    GrantRow row =
        new WorkatoJson(Secrets.none())
            .one(GrantRow::read)
            .read(new ByteArrayInputStream(json.getBytes(UTF_8)));

    assertThat(row.project().environment().said()).isEqualTo(Optional.ofNullable(said));
  }

  @Test
  void sayThatTwoAreSwappedOnlyWhereBothWereSeen() {
    assertThat(complaint(Map.of(PROD, "test", TEST, "prod")))
        .isEqualTo(
            "target.tokens.prod is a token of environment \"test\", as project \"Billing\" that it"
                + " reads says; it and target.tokens.test, which is one of \"prod\", are swapped:"
                + " exchange them");
    assertThat(complaint(Map.of(PROD, "test"))).contains("was it swapped with target.tokens.test?");
    assertThat(complaint(Map.of(PROD, "test", TEST, "test")))
        .contains("and so is target.tokens.test; put the token of an API client of \"prod\" here");
    assertThat(complaint(Map.of(PROD, "staging"))).contains("write target.tokens.staging");
  }

  private static String complaint(Map<Environment, String> said) {
    TokenEnvironments environments = new TokenEnvironments(List.of(DEV, TEST, PROD));
    said.forEach((key, word) -> environments.saw(key, in(word), "project \"Billing\""));
    try {
      environments.check();
      return "";
    } catch (AccessRefused e) {
      return e.getMessage();
    }
  }

  private static ProjectRow in(String environment) {
    return new ProjectRow(Id.NONE, "Billing", new EnvironmentRow(Optional.of(environment)));
  }

  @Test
  void whatIsGrantedElsewhereIsNotSeenAsDoneAndNothingMoreIsSentThere() {
    try (WorkspaceWithClient company =
        new WorkspaceWithClient(
            seed -> seed.environment("test", "Close").environment("qa", "Close"))) {
      WorkatoTenant workspace = company.workspace();
      assertThat(workspace.snapshot(Usual.everything()).unconfirmed())
          .extracting(Resource::name)
          .containsExactly("prod", "test", "qa");
      company.sandbox.behave(Map.of(Switch.GRANT_PLACE.key(), "other-environment"));

      Map<Integer, Outcome> first = workspace.send(request(1), List.of(grant(1, "ana", "test")));
      Map<Integer, Outcome> second = workspace.send(request(2), List.of(grant(2, "bob", "test")));

      assertThat(first.get(1)).isInstanceOf(Outcome.Ignored.class);
      assertThat(first.get(1).toString()).contains("what it shows is of environment \"qa\"");
      assertThat(second.get(2)).isInstanceOf(Outcome.Refused.class);
      assertThat(company.count("PUT /api/projects/:id/project_grants")).isEqualTo(1);
      assertThat(rolesOnClose(workspace)).isEmpty();
    }
  }

  @Test
  void aTrustedKindThatGrantsElsewhereIsFoundByReadingBack() {
    try (WorkspaceWithClient company =
        new WorkspaceWithClient(
            seed -> seed.environment("test", "Close").environment("qa", "Close"))) {
      WorkatoTenant workspace = company.workspace();
      workspace.snapshot(Usual.everything());
      company.experience.remember(WorkatoBatchKinds.GRANT_PROJECT_ROLES, Trust.MANY_WORK, "");
      company.sandbox.behave(Map.of(Switch.GRANT_PLACE.key(), "other-environment"));

      Map<Integer, Outcome> outcomes = workspace.send(request(1), List.of(grant(1, "ana", "test")));

      assertThat(outcomes.get(1)).isInstanceOf(Outcome.Applied.class);
      assertThat(rolesOnClose(workspace)).isEmpty();
      assertThatThrownBy(() -> workspace.snapshot(Usual.everything()))
          .isInstanceOf(AccessRefused.class)
          .hasMessageContaining("target.tokens.test is a token of environment \"qa\"");
    }
  }

  private static List<Entitlement> rolesOnClose(WorkatoTenant workspace) {
    return workspace.readBack(Usual.everything()).people().stream()
        .flatMap(person -> person.entitlements().stream())
        .filter(right -> right.kind() == WorkatoVocabulary.PROJECT)
        .filter(right -> right.on().name().equals("Close"))
        .toList();
  }

  private static Request request(int sequence) {
    return new Request(new Lane("project-grants"), true, List.of(sequence));
  }

  private static PlannedOperation grant(int sequence, String who, String environment) {
    return new PlannedOperation(
        sequence,
        Stage.ADDITIONS,
        WorkatoTerms.setProjectRole(
            new Assignee.Person(Email.parse(who + "@example.com")),
            "Close",
            new Environment(environment),
            Optional.empty(),
            Optional.of("Builder")),
        Reason.MOVER,
        "",
        "");
  }
}
