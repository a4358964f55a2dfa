package dev.rollcall.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

class SeedTest {
  private static final String WHOLE =
      """
      {
        "workspace": {"id": 17, "name": "Acme", "owner": "owner@example.com"},
        "clock": "2025-06-02T08:00:00Z",
        "quota-per-minute": 30,
        "behaviour": {"already-member": "400"},
        "environments": [
          {"type": "dev", "token": "sandbox-dev", "projects": ["Billing", "Close"]},
          {"type": "prod", "projects": ["Billing"]}
        ],
        "tokens": [{"token": "weak", "environment": "dev", "privileges": ["GET /api/members"]}],
        "environment-roles": ["Release captain"],
        "project-roles": ["Auditor"],
        "groups": [
          {"name": "Finance", "members": ["dana@example.com", "pia@example.com"], "projects": {"Billing": "Builder"}},
          {"name": "Sales"}
        ],
        "members": [
          {"email": "dana@example.com", "name": "Dana Kim", "roles": {"dev": "Member"},
           "projects": {"Close@dev": "Auditor"}}
        ],
        "invitations": [
          {"email": "pia@example.com", "roles": {"dev": "Member"}, "groups": ["Sales"]}
        ],
        "audit-log": [
          {"time": "2025-05-01T10:00:00Z", "event": "team_invitation_created",
           "resource": "MemberInvitation", "email": "old@example.com"}
        ]
      }
      """;

  @TempDir Path folder;

  @Test
  void holdsEverythingByName() throws IOException {
    try (Sandbox sandbox = start(WHOLE)) {
      assertThat(sandbox.quota()).isEqualTo(30);
      assertThat(sandbox.tokens().toString()).isEqualTo("{dev=sandbox-dev, prod=sandbox-prod}");
      assertThat(sandbox.now()).isAfterOrEqualTo(Acme.START);
      assertThat(sandbox.comparableState())
          .isEqualTo(
              """
              grant Billing@dev group Finance = Builder
              grant Billing@prod group Finance = Builder
              grant Close@dev dana@example.com = Auditor
              group Finance [dana@example.com]
              group Sales []
              invited pia@example.com roles={dev=Member} groups=[Finance, Sales]
              member dana@example.com roles={dev=Member}
              """);
      assertThat(Acme.dev(sandbox).get("/api/activity_logs").at("/total").asInt()).isEqualTo(2);
    }
  }

  @Test
  void meansTheProjectInAnEnvironmentWhereAnotherIsCalledSo() throws IOException {
    String other = WHOLE.replace("\"projects\": [\"Billing\"]", "\"projects\": [\"Close@dev\"]");
    try (Sandbox sandbox = start(other)) {
      assertThat(sandbox.comparableState())
          .contains("grant Close@dev dana@example.com = Auditor")
          .doesNotContain("grant Close@dev@");
    }
  }

  @Test
  void isReadAsItIsWritten() {
    Path file = folder.resolve("written.json");
    JsonMapper.builder()
        .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
        .build()
        .writerWithDefaultPrettyPrinter()
        .writeValue(file, Acme.seed().build());

    assertThat(Seed.read(file)).isEqualTo(Acme.seed().build());
  }

  @Test
  void isASampleWhereNoneIsGiven() {
    try (Sandbox sandbox = Sandbox.start(SandboxOptions.of())) {
      assertThat(sandbox.tokens()).containsKeys("dev", "test", "prod");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"workspace\" | \"workspaces\" | did you mean 'workspace'?",
        "\"Member\"} | \"Membr\"} | members[0].roles.dev: there is no environment role 'Membr'; did you mean 'Member'?",
        "Close@dev | Clse@dev | members[0].projects: there is no project 'Clse@dev'; did you mean 'Close@dev'?",
        "[\"Sales\"] | [\"Sails\"] | invitations[0].groups: there is no group 'Sails'; did you mean 'Sales'?",
        "already-member | allready-member | did you mean 'already-member'?",
        "\"400\" | \"418\" | already-member cannot be '418'",
        "\"type\": \"dev\" | \"type\": \"development\" | there must be one of type 'dev'",
        "\"Close@dev\": | \"Billing\": \"Builder\", \"Billing@dev\": | 'Billing@dev' is given two roles",
        "[\"dana@example.com\", | [\"nobody@example.com\", | 'nobody@example.com' is neither a member nor invited",
        "pia@example.com | dana@example.com | 'dana@example.com' is there twice",
        "[\"Release captain\"] | 7 | environment-roles",
        "\"id\": 17, | \"id\": 17 | (line 2",
        "\"id\": 17, | \"id\": \"x\", | workspace.id (line 2): this should be a number",
        "2025-05-01T10:00:00Z | yesterday | audit-log[0].time (line",
        "\"type\": \"prod\", | \"type\": [], | environments[1].type (line 8): this should be a text",
        "\"Sales\"} | \"Sales\", \"member\": []} | groups[1].member (line 15): unknown name; did you mean 'members'?",
        "{\"already-member\": \"400\"} | [] | behaviour (line 5): this should be an object"
      })
  void saysWhatIsBroken(String whole, String broken, String complaint) {
    assertThatThrownBy(() -> start(WHOLE.replace(whole, broken)).close())
        .isInstanceOf(SandboxException.class)
        .hasMessageContaining("seed.json")
        .hasMessageContaining(complaint);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "null", "{} {}"})
  void isOneObject(String text) {
    assertThatThrownBy(() -> start(text).close())
        .isInstanceOf(SandboxException.class)
        .hasMessageMatching(".*seed.json: .*object.*");
  }

  @Test
  void mustBeThere() {
    SandboxOptions options = SandboxOptions.of().withSeed(folder.resolve("none.json"));

    assertThatThrownBy(() -> Sandbox.start(options))
        .isInstanceOf(SandboxException.class)
        .hasMessageContaining("there is no such seed file");
  }

  private Sandbox start(String seed) throws IOException {
    Path file = Files.writeString(folder.resolve("seed.json"), seed);
    return Sandbox.start(SandboxOptions.of().withSeed(file));
  }
}
