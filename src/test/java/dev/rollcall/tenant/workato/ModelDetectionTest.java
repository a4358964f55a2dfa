package dev.rollcall.tenant.workato;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.model.Vocabulary;
import dev.rollcall.plan.Usual;
import dev.rollcall.sandbox.SeedBuilder;
import dev.rollcall.sandbox.Switch;
import dev.rollcall.tenant.AccessRefused;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelDetectionTest {

  private static final List<String> READING =
      List.of(
          "GET /api/users/me",
          "GET /api/members",
          "GET /api/roles",
          "GET /api/environment_roles",
          "GET /api/project_roles",
          "GET /api/user_groups",
          "GET /api/user_groups/:id/members",
          "GET /api/projects",
          "GET /api/projects/:id/project_grants",
          "GET /api/activity_logs");

  private final List<WorkspaceWithClient> opened = new ArrayList<>();

  @AfterEach
  void close() {
    opened.forEach(WorkspaceWithClient::close);
  }

  private WorkspaceWithClient open(SeedBuilder seed) {
    WorkspaceWithClient company = new WorkspaceWithClient(seed.build());
    opened.add(company);
    return company;
  }

  private static SeedBuilder older() {
    return new SeedBuilder()
        .legacy("Finance dev")
        .environment("dev", "Billing")
        .member("ana@example.com", "Ana Silva", Map.of("dev", "Admin"));
  }

  private static SeedBuilder newer() {
    return new SeedBuilder()
        .environment("dev", "Billing")
        .member("ana@example.com", "Ana Silva", Map.of("dev", "Environment admin"));
  }

  private static Vocabulary found(WorkatoTenant workspace) {
    return workspace.snapshot(Usual.everything()).vocabulary();
  }

  private static WorkatoTenant without(WorkspaceWithClient company) {
    return company.client(Map.of("dev", "lacking"));
  }

  private static List<String> allBut(String... privileges) {
    return READING.stream().filter(each -> !List.of(privileges).contains(each)).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "404, shown",
    "404, absent",
    "404, empty",
    "403, shown",
    "403, absent",
    "401, shown",
    "401, empty"
  })
  void anOlderWorkspaceIsFoundHoweverItAnswers(String status, String type) {
    WorkspaceWithClient company =
        open(
            older().behaviour(Switch.OTHER_MODEL, status).behaviour(Switch.LEGACY_ROLE_TYPE, type));

    assertThat(found(company.workspace())).isSameAs(WorkatoVocabulary.LEGACY);
    assertThat(company.workspace().remarks())
        .singleElement()
        .asString()
        .contains("legacy permission model: GET /api/environment_roles answered " + status)
        .contains(
            type.equals("shown")
                ? "and members hold roles of type privilege_group"
                : "and GET /api/roles is answered");
  }

  @Test
  void aNewerWorkspaceIsFoundWithoutARequestMore() {
    WorkspaceWithClient company = open(newer());

    assertThat(found(company.workspace())).isSameAs(WorkatoVocabulary.VOCABULARY);
    assertThat(company.workspace().remarks()).isEmpty();
    assertThat(company.count("GET /api/environment_roles")).isOne();
    assertThat(company.count("GET /api/members")).isOne();
    assertThat(company.count("GET /api/roles")).isZero();
  }

  @Test
  void whoSaysTheOlderModelIsAskedForNothingMore() {
    WorkspaceWithClient company = open(older());
    WorkatoTenant workspace = company.client(PermissionModel.LEGACY);

    assertThat(found(workspace)).isSameAs(WorkatoVocabulary.LEGACY);
    assertThat(workspace.remarks()).isEmpty();
    assertThat(company.sandbox.counts().keySet())
        .containsExactlyInAnyOrder(
            "GET /api/users/me", "GET /api/activity_logs", "GET /api/roles", "GET /api/members");
    assertThat(company.count("GET /api/roles")).isOne();
  }

  @Test
  void aMissingPrivilegeIsNoOlderWorkspace() {
    WorkspaceWithClient company =
        open(newer().token("lacking", "dev", allBut("GET /api/environment_roles")));

    assertThatThrownBy(() -> found(without(company)))
        .isInstanceOf(AccessRefused.class)
        .hasMessageContaining("may not GET /api/environment_roles")
        .hasMessageContaining("Environment roles > List environment roles");
  }

  @Test
  void theRolesOfAnOlderWorkspaceHaveToBeReadable() {
    WorkspaceWithClient company = open(older().token("lacking", "dev", allBut("GET /api/roles")));

    assertThatThrownBy(() -> found(without(company)))
        .isInstanceOf(AccessRefused.class)
        .hasMessageContaining("may not GET /api/roles")
        .hasMessageContaining("Collaborator roles > List non-system roles");
  }

  @Test
  void whereNothingTellsItIsAsked() {
    WorkspaceWithClient company =
        open(
            older()
                .behaviour(Switch.LEGACY_ROLE_TYPE, "absent")
                .token("lacking", "dev", allBut("GET /api/roles")));

    assertThatThrownBy(() -> found(without(company)))
        .isInstanceOf(AccessRefused.class)
        .hasMessageContaining("nothing tells which permission model the workspace has")
        .hasMessageContaining("write target.model: rbac or legacy");
  }

  @Test
  void theWrongModelIsSaidToBeWrong() {
    Stream.of(
            new Object[] {
              older(), PermissionModel.RBAC, "target.model is rbac, but", "write legacy"
            },
            new Object[] {
              newer(), PermissionModel.LEGACY, "target.model is legacy, but", "write rbac"
            })
        .forEach(
            row ->
                assertThatThrownBy(
                        () -> found(open((SeedBuilder) row[0]).client((PermissionModel) row[1])))
                    .isInstanceOf(AccessRefused.class)
                    .hasMessageContaining((String) row[2])
                    .hasMessageContaining((String) row[3]));
  }
}
