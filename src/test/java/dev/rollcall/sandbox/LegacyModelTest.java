package dev.rollcall.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LegacyModelTest {
  private final Sandbox sandbox = Sandbox.start(seed().build(), SandboxOptions.of());
  private final Client dev = new Client(sandbox, "sandbox-dev");

  private static SeedBuilder seed() {
    return new SeedBuilder()
        .clock(Acme.START)
        .environment("dev", "Billing", "Close")
        .environment("prod", "Billing")
        .legacy("Finance dev")
        .member("ana@example.com", "Ana Silva", Map.of("dev", "Admin", "prod", "Operator"));
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  private String ana() {
    return "/api/members/" + dev.id("/api/members", "email", "ana@example.com");
  }

  private static String roles(String role, String type) {
    return """
        {"name": "New Face", "email": "new@example.com",
         "env_roles": [{"environment_type": "prod", "name": "%s"%s}]}
        """
        .formatted(role, type.isEmpty() ? "" : ", \"role_type\": \"" + type + "\"");
  }

  @Test
  void showsRolesOfItsOwnTypeAndListsOnlyCustomOnes() {
    assertThat(dev.get(ana()).at("/data/roles/0/role_name").asString()).isEqualTo("Admin");
    assertThat(dev.get(ana()).at("/data/roles/0/role_type").asString())
        .isEqualTo("privilege_group");
    assertThat(dev.get("/api/roles").json().isArray()).isTrue();
    assertThat(dev.get("/api/roles").json().findValuesAsString("name"))
        .containsExactly("Finance dev");
  }

  @ParameterizedTest
  @ValueSource(strings = {"absent", "empty"})
  void mayKeepTheTypeToItself(String position) {
    sandbox.behave(Map.of(Switch.LEGACY_ROLE_TYPE.key(), position));

    assertThat(dev.get(ana()).at("/data/roles/0/role_type").asString("")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "privilege_group"})
  void takesItsOwnTypeOrNone(String type) {
    assertThat(dev.put(ana(), roles("Finance dev", type)).status()).isEqualTo(200);
    assertThat(sandbox.comparableState()).contains("roles={dev=Admin, prod=Finance dev}");
    assertThat(dev.post("/api/member_invitations", roles("Analyst", type)).status()).isEqualTo(200);
    assertThat(sandbox.comparableState()).contains("invited new@example.com roles={prod=Analyst}");
  }

  @Test
  void refusesRolesOfTheNewerModel() {
    assertThat(dev.put(ana(), roles("Admin", "environment")).message())
        .isEqualTo("Role Admin not found");
    assertThat(dev.put(ana(), roles("Member", "privilege_group")).message())
        .isEqualTo("Role Member not found");
  }

  @Test
  void takesTheDeprecatedRoleNameForTheMainEnvironment() {
    dev.post(
        "/api/member_invitations",
        "{\"name\":\"A\",\"email\":\"a@example.com\",\"role_name\":\"Operator\"}");
    dev.post(
        "/api/member_invitations",
        "{\"name\":\"B\",\"email\":\"b@example.com\",\"role_name\":\"Operator\",\"env_roles\":"
            + "[{\"environment_type\":\"prod\",\"name\":\"Analyst\"}]}");

    assertThat(sandbox.comparableState())
        .contains("invited a@example.com roles={dev=Operator}")
        .contains("invited b@example.com roles={prod=Analyst}");
    assertThat(
            dev.post(
                    "/api/member_invitations",
                    "{\"name\":\"C\",\"email\":\"c@example.com\",\"role_name\":\"Nobody\"}")
                .message())
        .isEqualTo("Role Nobody not found");
  }

  @Test
  void copiesARoleAndChangesWhichProjectsItIsFor() {
    String role = dev.id("/api/roles", "name", "Finance dev");
    long folder = dev.get("/api/projects").json().get(0).path("folder_id").asLong();

    Client.Reply copy = dev.post("/api/roles/" + role + "/copy", "");
    dev.put("/api/roles/" + role, "{\"folder_ids\":[" + folder + "]}");

    assertThat(copy.at("/name").asString()).isEqualTo("Copy of Finance dev");
    assertThat(dev.get("/api/roles").at("/0/folder_ids/0").asLong()).isEqualTo(folder);
    assertThat(dev.get("/api/roles").at("/1/folder_ids")).isEmpty();
    assertThat(dev.put("/api/roles/" + role, "{\"folder_ids\":[1]}").status()).isEqualTo(400);
    assertThat(dev.post("/api/roles/1/copy", "").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"404", "403", "401"})
  void refusesEverythingOfTheOtherModel(String status) {
    sandbox.behave(Map.of(Switch.OTHER_MODEL.key(), status));
    try (Sandbox newer =
        Sandbox.start(
            Acme.seed().behaviour(Switch.OTHER_MODEL, status).build(), SandboxOptions.of())) {
      assertThat(new Client(newer, "sandbox-dev").get("/api/roles").status())
          .isEqualTo(Integer.parseInt(status));
    }
    for (String list : List.of("environment_roles", "project_roles", "user_groups")) {
      assertThat(dev.get("/api/" + list).status()).isEqualTo(Integer.parseInt(status));
    }
    assertThat(dev.get("/api/projects/649001/project_grants").status())
        .isEqualTo(Integer.parseInt(status));
  }

  @Test
  void saysWhatAMigrationWouldDoAndThenDoesIt() {
    String before = sandbox.comparableState();
    Client.Reply told = dev.post("/api/roles_migration/system_roles", "{\"dry_run\":true}");

    assertThat(sandbox.comparableState()).isEqualTo(before);
    assertThat(told.at("/data/collaborators/0/roles/0/environment").asString()).isEqualTo("dev");
    assertThat(told.at("/data/collaborators/0/roles/0/name").asString())
        .isEqualTo("EnvironmentAdmin");
    assertThat(told.at("/data/projects")).hasSize(3);
    assertThat(told.at("/data/projects/2/collaborators/0/project_role").asString())
        .isEqualTo("ProjectOperator");

    Client.Reply done = dev.post("/api/roles_migration/system_roles", "");

    assertThat(done.body()).isEqualTo(told.body());
    assertThat(sandbox.comparableState())
        .contains("member ana@example.com roles={dev=Environment admin, prod=Member}")
        .contains("grant Billing@dev ana@example.com = Project admin")
        .contains("grant Billing@prod ana@example.com = Project operator");
    assertThat(dev.get("/api/environment_roles").at("/total").asInt()).isEqualTo(3);
    assertThat(dev.get("/api/user_groups").at("/data/0/name").asString())
        .isEqualTo("All collaborators");
    assertThat(dev.get("/api/roles").status()).isEqualTo(404);
    assertThat(dev.post("/api/roles_migration/system_roles", "").status()).isEqualTo(404);
    assertThat(dev.put(ana(), roles("Analyst", "")).message()).isEqualTo("Role Analyst not found");
  }

  @Test
  void mayAnswerAMigrationWithoutEnvelope() {
    sandbox.behave(Map.of(Switch.MIGRATION_ENVELOPE.key(), "bare"));

    assertThat(
            dev.post("/api/roles_migration/system_roles", "{\"dry_run\":true}")
                .at("/collaborators"))
        .hasSize(1);
  }

  @Test
  void keepsACustomRoleThatWasMigratedBeforeTheOthers() {
    dev.put(ana(), roles("Finance dev", ""));
    String role = dev.id("/api/roles", "name", "Finance dev");
    dev.post("/api/member_invitations", roles("Finance dev", ""));

    assertThat(dev.post("/api/roles_migration/custom_role", "{\"role_id\":1}").status())
        .isEqualTo(404);
    assertThat(dev.post("/api/roles_migration/custom_role", "{\"role_id\":" + role + "}").status())
        .isEqualTo(200);
    dev.post("/api/roles_migration/system_roles", "");

    assertThat(sandbox.comparableState())
        .contains("member ana@example.com roles={dev=Environment admin, prod=Finance dev}")
        .contains("invited new@example.com roles={prod=Finance dev}")
        .contains("grant Billing@prod ana@example.com = Finance dev");
  }

  @Test
  void aCustomRoleThatWasNotMigratedIsLost() {
    dev.put(ana(), roles("Finance dev", ""));
    sandbox.behave(Map.of(Switch.CUSTOM_ROLE_MIGRATION.key(), "refused"));

    String role = dev.id("/api/roles", "name", "Finance dev");
    assertThat(dev.post("/api/roles_migration/custom_role", "{\"role_id\":" + role + "}").status())
        .isEqualTo(404);
    dev.post("/api/roles_migration/system_roles", "");

    assertThat(sandbox.comparableState())
        .contains("member ana@example.com roles={dev=Environment admin}")
        .doesNotContain("Billing@prod");
  }

  @Test
  void staysWhatItIsInItsStateFile(@TempDir Path folder) {
    Path state = folder.resolve("state.json");
    SandboxOptions options = SandboxOptions.of().withState(state);
    Sandbox.start(seed().build(), options).close();

    try (Sandbox again = Sandbox.start(Acme.seed().build(), options)) {
      assertThat(new Client(again, "sandbox-dev").get("/api/roles").json()).hasSize(1);
    }
  }

  @Test
  void aSeedNamesWhatItsModelHas() {
    assertThatThrownBy(() -> Sandbox.start(seed().group("Ops", "").build(), SandboxOptions.of()))
        .isInstanceOf(SandboxException.class)
        .hasMessageContaining("groups: a workspace with the model 'legacy' has none");
    Seed wrongRole = seed().member("bob@example.com", "Bob", Map.of("dev", "Operater")).build();
    assertThatThrownBy(() -> Sandbox.start(wrongRole, SandboxOptions.of()))
        .hasMessageContaining("did you mean 'Operator'?");
  }

  @Test
  void aSeedFileSaysTheModelAndTheRoles(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("seed.json");
    Files.writeString(
        file,
        """
        {"model": "legacy",
         "environments": [{"type": "dev", "projects": ["Billing"]}],
         "roles": ["Auditor", {"name": "Finance dev", "projects": ["Billing@dev"],
                               "privileges": {"Recipes": ["read", "run"]}}],
         "members": [{"email": "ana@example.com", "roles": {"dev": "Finance dev"}}]}
        """);

    try (Sandbox read = Sandbox.start(SandboxOptions.of().withSeed(file))) {
      Client client = new Client(read, "sandbox-dev");
      assertThat(client.get("/api/roles").at("/1/privileges/Recipes/1").asString())
          .isEqualTo("run");
      assertThat(client.get("/api/roles").at("/1/folder_ids")).hasSize(1);
      String ana = client.id("/api/members", "email", "ana@example.com");
      assertThat(client.get("/api/members/" + ana + "/privileges").at("/data/0/privileges/Recipes"))
          .hasSize(2);
    }
    Files.writeString(file, "{\"model\": \"old\"}");
    assertThatThrownBy(() -> Seed.read(file))
        .hasMessageContaining("model (line 1): cannot be 'old'");
  }
}
