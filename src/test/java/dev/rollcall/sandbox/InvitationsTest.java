package dev.rollcall.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class InvitationsTest {
  private static final String PATH = "/api/member_invitations";

  private final Sandbox sandbox = Sandbox.start(Acme.seed().build(), SandboxOptions.of());
  private final Client dev = Acme.dev(sandbox);

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void answersOkWithoutAnyIdAndHidesTheInvitee() {
    Client.Reply reply = dev.invite("new@example.com");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body()).isEqualTo("{\"result\":\"ok\"}");
    assertThat(dev.get("/api/members").body()).doesNotContain("new@example.com");
    assertThat(sandbox.mails()).extracting(Mail::email).containsExactly("new@example.com");
  }

  @Test
  void makesAMemberWithRolesAndGroupsOnAcceptance() {
    String finance = dev.id("/api/user_groups", "name", "Finance");
    dev.post(PATH, Client.invitation("new@example.com", "Release captain", finance));

    sandbox.accept("NEW@example.com");

    JsonNode member = dev.get("/api/members?email=new@example.com").at("/data/0");
    assertThat(member.at("/roles/0/role_name").asString()).isEqualTo("Release captain");
    assertThat(member.at("/roles/1/role_name").asString()).isEqualTo("No access");
    assertThat(dev.get("/api/user_groups/" + finance + "/members").body())
        .contains("\"id\":" + member.path("id").asString());
  }

  @Test
  void acceptsEverybodyAtOnce() {
    dev.invite("new@example.com");

    sandbox.acceptAll();

    assertThat(dev.get("/api/members").at("/total").asInt()).isEqualTo(5);
    assertThatThrownBy(() -> sandbox.accept("new@example.com"))
        .isInstanceOf(SandboxException.class)
        .hasMessageContaining("no pending invitation");
  }

  @Test
  void refusesWithTheKnownTexts() {
    assertThat(dev.invite("not an address").message()).isEqualTo("Email is invalid");
    assertThat(dev.post(PATH, Client.invitation("a@example.com", "Boss", "")).message())
        .isEqualTo("Role Boss not found");
    assertThat(
            dev.post(
                    PATH,
                    Client.invitation("a@example.com", "Member", "").replace("\"dev\"", "\"qa\""))
                .message())
        .isEqualTo("Environment qa not found");
    assertThat(
            dev.post(PATH, "{\"name\":\"A\",\"email\":\"a@example.com\",\"user_group_ids\":[]}")
                .message())
        .isEqualTo("role_name or env_roles is required");
    assertThat(dev.post(PATH, "[]").message()).isEqualTo("Bad request");
    assertThat(sandbox.mails()).isEmpty();
  }

  @Test
  void refusesTheLegacyRoleNameAndRoleType() {
    Client.Reply roleName =
        dev.post(PATH, "{\"name\":\"A\",\"email\":\"a@example.com\",\"role_name\":\"Operator\"}");
    Client.Reply roleType =
        dev.post(
            PATH,
            Client.invitation("a@example.com", "Member", "")
                .replace("\"environment\"}", "\"privilege_group\"}"));

    assertThat(roleName.status()).isEqualTo(400);
    assertThat(roleType.message()).isEqualTo("Role Member not found");
  }

  @Test
  void letsAnAddressBeInvitedOnceInTwentyMinutes() {
    dev.invite("new@example.com");

    assertThat(dev.invite("New@Example.com").status()).isEqualTo(429);
    sandbox.advance(Duration.ofMinutes(20).minusSeconds(5));
    assertThat(dev.invite("new@example.com").status()).isEqualTo(429);
    sandbox.advance(Duration.ofSeconds(5));
    assertThat(dev.invite("new@example.com").status()).isEqualTo(200);
    assertThat(sandbox.mails()).hasSize(2);
  }

  @Test
  void refusesMembersAndTheOwner() {
    assertThat(dev.invite("ana@example.com").status()).isEqualTo(409);
    assertThat(dev.invite("owner@example.com").status()).isEqualTo(409);
  }

  @Test
  void answersTheAlternativesWhenSwitched() {
    sandbox.behave(Map.of(Switch.ALREADY_MEMBER.key(), "200"));
    sandbox.behave(Map.of(Switch.TOO_SOON.key(), "400"));
    dev.invite("new@example.com");

    assertThat(dev.invite("ana@example.com").status()).isEqualTo(200);
    assertThat(dev.invite("new@example.com").status()).isEqualTo(400);
  }

  @Test
  void leavesATrailInTheAuditLog() {
    dev.invite("new@example.com");
    sandbox.accept("new@example.com");
    String id = dev.id("/api/members", "email", "new@example.com");
    dev.delete("/api/members/" + id);

    JsonNode rows = dev.get("/api/activity_logs").at("/data");
    assertThat(rows.at("/0/event_type").asString()).isEqualTo("team_membership_deleted");
    assertThat(rows.at("/1/event_type").asString()).isEqualTo("team_invitation_accept");
    assertThat(rows.at("/1/user/email").asString()).isEqualTo("new@example.com");
    JsonNode created = rows.at("/2");
    assertThat(created.at("/event_type").asString()).isEqualTo("team_invitation_created");
    assertThat(created.at("/resource/type").asString()).isEqualTo("MemberInvitation");
    assertThat(created.at("/resource/email").asString()).isEqualTo("new@example.com");
    assertThat(created.at("/resource/id").isIntegralNumber()).isTrue();
    assertThat(created.at("/workspace/name").asString()).isEqualTo("Acme");
  }
}
