package dev.rollcall.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class MembersTest {
  private final Sandbox sandbox = Sandbox.start(Acme.seed().build(), SandboxOptions.of());
  private final Client dev = Acme.dev(sandbox);

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void listsMembersOnlyAndNotThoseWhoAreInvited() {
    Client.Reply reply = dev.get("/api/members");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.header("content-type")).isEqualTo("application/json; charset=utf-8");
    assertThat(reply.at("/total").asInt()).isEqualTo(3);
    assertThat(reply.at("/data/0/email").asString()).isEqualTo("ana@example.com");
    assertThat(reply.at("/data/0/grant_type").asString()).isEqualTo("team");
    assertThat(reply.at("/data/0/created_at").asString())
        .isEqualTo("2025-06-02T01:00:00.000-07:00");
    assertThat(reply.body()).doesNotContain("pia@example.com").doesNotContain("owner@example.com");
  }

  @Test
  void showsARoleForEveryEnvironment() {
    JsonNode dana = dev.get("/api/members?email=DANA").at("/data/0");

    assertThat(dana.at("/roles/0").toString())
        .isEqualTo(
            "{\"environment_type\":\"dev\",\"role_name\":\"Member\",\"role_type\":\"environment\"}");
    assertThat(dana.at("/roles/1/role_name").asString()).isEqualTo("No access");
  }

  @Test
  void updatesOnlyTheEnvironmentsNamed() {
    String ana = dev.id("/api/members", "email", "ana@example.com");

    Client.Reply reply = dev.put("/api/members/" + ana, Client.roles("prod", "Release captain"));

    assertThat(reply.status()).isEqualTo(200);
    JsonNode roles = dev.get("/api/members/" + ana).at("/data/roles");
    assertThat(roles.at("/0/role_name").asString()).isEqualTo("Environment admin");
    assertThat(roles.at("/1/role_name").asString()).isEqualTo("Release captain");
  }

  @Test
  void takesAnEnvironmentAwayInEverySpelling() {
    String ana = dev.id("/api/members", "email", "ana@example.com");

    for (String spelling : List.of("NoAccess", "No access", "No Access")) {
      dev.put("/api/members/" + ana, Client.roles("prod", "Member"));
      assertThat(dev.put("/api/members/" + ana, Client.roles("prod", spelling)).status())
          .isEqualTo(200);
      assertThat(dev.get("/api/members/" + ana).at("/data/roles/1/role_name").asString())
          .isEqualTo("No access");
    }
  }

  @Test
  void refusesRolesAndEnvironmentsThatDoNotExist() {
    String ana = dev.id("/api/members", "email", "ana@example.com");
    String path = "/api/members/" + ana;

    assertThat(dev.put(path, Client.roles("prod", "Boss")).message())
        .isEqualTo("Role Boss not found");
    assertThat(dev.put(path, Client.roles("qa", "Member")).message())
        .isEqualTo("Environment qa not found");
    assertThat(dev.put(path, "{}").status()).isEqualTo(400);
    assertThat(dev.put(path, "not json").message()).isEqualTo("Bad request");
    assertThat(dev.put("/api/members/1", Client.roles("dev", "Member")).status()).isEqualTo(404);
  }

  @Test
  void refusesLegacyRoleTypes() {
    String ana = dev.id("/api/members", "email", "ana@example.com");
    String body = "{\"env_roles\": [{\"environment_type\": \"dev\", \"name\": \"Member\"}]}";

    Client.Reply reply = dev.put("/api/members/" + ana, body);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.message()).isEqualTo("Role Member not found");
  }

  @Test
  void deletesWithGrantsAndMembershipsAndOnlyOnce() {
    String ana = dev.id("/api/members", "email", "ana@example.com");

    assertThat(dev.delete("/api/members/" + ana).status()).isEqualTo(204);
    assertThat(dev.delete("/api/members/" + ana).status()).isEqualTo(404);
    assertThat(sandbox.comparableState())
        .contains("group Finance []")
        .doesNotContain("member ana@example.com")
        .doesNotContain(" ana@example.com =");
  }

  @Test
  void showsPrivilegesAndEffectiveAccess() {
    String ana = dev.id("/api/members", "email", "ana@example.com");

    JsonNode privileges = dev.get("/api/members/" + ana + "/privileges").json();
    JsonNode projects = dev.get("/api/members/" + ana + "/projects_privileges").json();
    JsonNode grants = dev.get("/api/members/" + ana + "/project_grants").json();

    assertThat(privileges.at("/total").asInt()).isEqualTo(2);
    assertThat(projects.at("/data/0/project_roles").size()).isEqualTo(2);
    assertThat(grants.at("/total").asInt()).isEqualTo(1);
    assertThat(grants.at("/data/0/project_role/name").asString()).isEqualTo("Project admin");
    assertThat(grants.at("/page/size").asInt()).isEqualTo(100);
  }

  @Test
  void streamsManyMembersWhole() {
    SeedBuilder seed = Acme.seed();
    for (int i = 0; i < 5000; i++) {
      seed.member("p" + i + "@example.com", "Person " + i, Map.of("dev", "Member"));
    }

    try (Sandbox large = Sandbox.start(seed.build(), SandboxOptions.of())) {
      JsonNode all = Acme.dev(large).get("/api/members").json();
      List<String> emails = new ArrayList<>();
      all.path("data").forEach(row -> emails.add(row.path("email").asString()));

      assertThat(all.path("total").asInt()).isEqualTo(5003);
      assertThat(emails).hasSize(5003).doesNotHaveDuplicates();
    }
  }
}
