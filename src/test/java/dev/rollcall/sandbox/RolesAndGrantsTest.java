package dev.rollcall.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class RolesAndGrantsTest {
  private final Sandbox sandbox = Sandbox.start(Acme.seed().build(), SandboxOptions.of());
  private final Client dev = Acme.dev(sandbox);
  private String billing;
  private String dana;
  private String builder;

  @BeforeEach
  void lookUp() {
    billing = "/api/projects/" + dev.id("/api/projects", "name", "Billing") + "/project_grants";
    dana = dev.id("/api/members", "email", "dana@example.com");
    builder = dev.id("/api/project_roles", "name", "Builder");
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void listsRolesWithoutConfigAndShowsItSingly() {
    JsonNode roles = dev.get("/api/environment_roles").json();

    assertThat(roles.at("/total").asInt()).isEqualTo(4);
    assertThat(roles.at("/data/0/name").asString()).isEqualTo("Environment admin");
    assertThat(roles.at("/data/0/type").asString()).isEqualTo("system");
    assertThat(roles.at("/data/0/members_count").asInt()).isEqualTo(1);
    assertThat(roles.at("/data/0/id").isIntegralNumber()).isTrue();
    assertThat(roles.at("/data/0").has("config")).isFalse();
    assertThat(dev.get("/api/environment_roles/1").at("/data").has("config")).isTrue();
    assertThat(dev.get("/api/environment_roles?name=nobody").at("/total").asInt()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"environment_roles, environment_role", "project_roles, project_role"})
  void createsChangesAndDeletesARole(String list, String wrapper) {
    String body =
        "{\"" + wrapper + "\":{\"name\":\"%s\",\"config\":{\"team\":{\"privileges\":\"all\"}}}}";
    JsonNode created = dev.post("/api/" + list, body.formatted("Fresh")).at("/data");
    String path = "/api/" + list + "/" + created.path("id").asString();

    assertThat(created.at("/config/team/privileges").asString()).isEqualTo("all");
    assertThat(dev.put(path, body.formatted("Fresher")).at("/data/name").asString())
        .isEqualTo("Fresher");
    assertThat(dev.delete(path).status()).isEqualTo(204);
    assertThat(dev.get(path).status()).isEqualTo(404);
  }

  @Test
  void keepsSystemRolesAndRolesInUse() {
    assertThat(dev.delete("/api/environment_roles/1").status()).isEqualTo(403);
    String captain = dev.id("/api/environment_roles", "name", "Release captain");
    dev.put("/api/members/" + dana, Client.roles("dev", "Release captain"));
    assertThat(dev.delete("/api/environment_roles/" + captain).status()).isEqualTo(400);
  }

  @Test
  void listsProjectsAndFoldersOfTheTokensEnvironmentAsBareArrays() {
    JsonNode projects = dev.get("/api/projects").json();
    JsonNode production = dev.as("sandbox-prod").get("/api/projects").json();

    assertThat(projects.isArray()).isTrue();
    assertThat(projects).hasSize(2);
    assertThat(production).hasSize(1);
    assertThat(production.at("/0/name").asString()).isEqualTo("Billing");
    assertThat(production.at("/0/id")).isNotEqualTo(projects.at("/0/id"));
    assertThat(dev.get("/api/projects?page=2&per_page=1").at("/0/name").asString())
        .isEqualTo("Close");
    assertThat(dev.get("/api/folders").at("/0/project_id")).isEqualTo(projects.at("/0/id"));
    assertThat(dev.as("scoped").get("/api/projects").json()).hasSize(1);
  }

  @Test
  void upsertsGrantsAndLeavesTheOthers() {
    String group = dev.id("/api/user_groups", "name", "Ops");

    Client.Reply reply =
        dev.put(billing, grants(grant("User", dana), grant("UserGroup", "\"" + group + "\"")));

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.at("/data/0/user/email").asString()).isEqualTo("dana@example.com");
    assertThat(reply.at("/data/0/project/environment/type").asString()).isEqualTo("dev");
    assertThat(reply.at("/data/1/user_group/id").asString()).isEqualTo(group);
    assertThat(dev.get(billing).at("/total").asInt()).isEqualTo(4);
    dev.put(billing, grants(grant("User", dana)));
    assertThat(dev.get(billing).at("/total").asInt()).isEqualTo(4);
  }

  @Test
  void mayReplaceTheOthersWhenSwitched() {
    sandbox.behave(Map.of(Switch.PUT_GRANTS.key(), "replaces"));

    dev.put(billing, grants(grant("User", dana)));

    assertThat(dev.get(billing).at("/total").asInt()).isEqualTo(1);
  }

  @Test
  void refusesTooManyUnknownAndForeignGrants() {
    String[] many = Collections.nCopies(101, grant("User", dana)).toArray(String[]::new);

    assertThat(dev.put(billing, grants(many)).status()).isEqualTo(400);
    assertThat(dev.put(billing, grants(grant("User", "1"))).message())
        .isEqualTo("User 1 not found");
    assertThat(dev.put(billing, grants(grant("Robot", dana))).status()).isEqualTo(400);
    assertThat(dev.as("sandbox-prod").get(billing).status()).isEqualTo(404);
    assertThat(dev.as("scoped").put(billing, grants(grant("User", dana))).status()).isEqualTo(404);
    sandbox.behave(Map.of(Switch.OUT_OF_SCOPE.key(), "403"));
    assertThat(dev.as("scoped").get(billing).status()).isEqualTo(403);
  }

  @Test
  void readsChangesAndDeletesASingleGrant() {
    String id = dev.put(billing, grants(grant("User", dana))).at("/data/0/id").asString();
    String path = "/api/project_grants/" + id;
    String auditor = dev.id("/api/project_roles", "name", "Auditor");

    assertThat(id).startsWith("pg-");
    assertThat(dev.get(path).at("/data/project_role/name").asString()).isEqualTo("Builder");
    dev.put(path, "{\"project_grant\":{\"project_role_id\":\"" + auditor + "\"}}");
    assertThat(dev.get(path).at("/data/project_role/name").asString()).isEqualTo("Auditor");
    assertThat(dev.as("sandbox-prod").delete(path).status()).isEqualTo(404);
    assertThat(dev.delete(path).status()).isEqualTo(204);
    assertThat(dev.delete(path).status()).isEqualTo(404);
  }

  private String grant(String type, String id) {
    return """
        {"assignment_type": "%s", "assignment_id": %s, "project_role_id": "%s"}"""
        .formatted(type, id, builder);
  }

  private static String grants(String... grants) {
    return "{\"project_grants\":[" + String.join(",", grants) + "]}";
  }
}
