package dev.rollcall.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OperationSwitchesTest {
  private final Sandbox sandbox = Sandbox.start(Acme.seed().build(), SandboxOptions.of());
  private final Client dev = Acme.dev(sandbox);
  private String ana;
  private String finance;

  @BeforeEach
  void lookUp() {
    ana = "/api/members/" + dev.id("/api/members", "email", "ana@example.com");
    finance = "/api/user_groups/" + dev.id("/api/user_groups", "name", "Finance");
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @ParameterizedTest
  @EnumSource(Switch.class)
  void takeOnlyTheirOwnPositions(Switch which) {
    assertThat(which.positions()).hasSizeGreaterThan(1).doesNotHaveDuplicates();
    assertThat(Behaviour.assumed(Switch.class).of(which)).isEqualTo(which.positions().get(0));
    assertThatThrownBy(() -> sandbox.behave(Map.of(which.key(), "sideways")))
        .isInstanceOf(SandboxException.class)
        .hasMessageContaining(which.key());
  }

  @Test
  void mayShowAMemberWithoutEnvelope() {
    sandbox.behave(Map.of(Switch.MEMBER_ENVELOPE.key(), "bare"));

    assertThat(dev.get(ana).at("/email").asString()).isEqualTo("ana@example.com");
  }

  @Test
  void mayWipeTheEnvironmentsThatAnUpdateDoesNotName() {
    sandbox.behave(Map.of(Switch.PUT_MEMBER.key(), "wipes-others"));

    dev.put(ana, Client.roles("dev", "Member"));

    assertThat(sandbox.comparableState()).contains("member ana@example.com roles={dev=Member}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"ok | {\"result\":\"ok\"}", "empty | ''"})
  void mayAnswerAnUpdateWithoutTheMember(String position, String body) {
    sandbox.behave(Map.of(Switch.PUT_MEMBER_ANSWER.key(), position));

    assertThat(dev.put(ana, Client.roles("prod", "Member")).body()).isEqualTo(body);
  }

  @Test
  void mayKeepTheLastAdmin() {
    sandbox.behave(Map.of(Switch.LAST_ADMIN.key(), "kept"));

    assertThat(dev.delete(ana).status()).isEqualTo(400);
    assertThat(dev.put(ana, Client.roles("dev", "Member")).status()).isEqualTo(400);
    assertThat(dev.put(ana, Client.roles("prod", "NoAccess")).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({"drops-groups, 0, 1", "drops-grants, 1, 0", "ignored, 1, 1", "selective, 1, 1"})
  void mayTakeGroupsOrGrantsWhenRolesAreSet(String position, int groups, int grants) {
    sandbox.behave(Map.of(Switch.PUT_MEMBER.key(), position));

    dev.put(ana, Client.roles("prod", "Environment manager"));

    List<String> lines = sandbox.comparableState().lines().toList();
    assertThat(lines)
        .filteredOn(line -> line.startsWith("group Finance") && line.contains("ana@"))
        .hasSize(groups);
    assertThat(lines)
        .filteredOn(line -> line.startsWith("grant ") && line.contains("ana@"))
        .hasSize(grants);
    assertThat(lines)
        .filteredOn(line -> line.contains("prod=Environment manager") && line.contains("ana@"))
        .hasSize(position.equals("ignored") ? 0 : 1);
  }

  @ParameterizedTest
  @CsvSource({
    "words, Environment admin, Environment admin",
    "joined, EnvironmentAdmin, EnvironmentAdmin",
    "joined-in-rows, Environment admin, EnvironmentAdmin"
  })
  void mayJoinTheWordsOfItsOwnRoles(String position, String listed, String inRow) {
    sandbox.behave(Map.of(Switch.ROLE_NAMES.key(), position));

    assertThat(dev.get("/api/environment_roles").at("/data/0/name").asString()).isEqualTo(listed);
    assertThat(dev.get(ana).at("/data/roles/0/role_name").asString()).isEqualTo(inRow);
    assertThat(dev.put(ana, Client.roles("prod", listed)).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "any, 200, 200, 200",
    "query, 200, 400, 400",
    "brackets, 400, 200, 400",
    "json, 400, 400, 200"
  })
  void mayLookForIdsInOnePlaceOnly(String position, int query, int brackets, int body) {
    sandbox.behave(Map.of(Switch.GROUP_PARAMETERS.key(), position));
    String dana = dev.id("/api/members", "email", "dana@example.com");
    String members = finance + "/members";

    assertThat(dev.post(members + "?user_ids=" + dana, "").status()).isEqualTo(query);
    assertThat(dev.post(members + "?user_ids%5B%5D=" + dana, "").status()).isEqualTo(brackets);
    assertThat(dev.post(members, "{\"user_ids\":[" + dana + "]}").status()).isEqualTo(body);
  }

  @ParameterizedTest
  @CsvSource({"json, 200, 400, 400", "query, 400, 200, 400", "indexed-query, 400, 400, 200"})
  void mayLookForGrantsInOnePlaceOnly(String position, int body, int query, int numbered) {
    sandbox.behave(Map.of(Switch.GRANT_PARAMETERS.key(), position));
    String dana = dev.id("/api/members", "email", "dana@example.com");
    String role = dev.id("/api/project_roles", "name", "Builder");
    String grants =
        "/api/projects/" + dev.get("/api/projects").at("/0/id").asString() + "/project_grants";
    String json =
        "{\"project_grants\":[{\"assignment_type\":\"User\",\"assignment_id\":%s,\"project_role_id\":\"%s\"}]}"
            .formatted(dana, role);
    String parameters =
        "?project_grants%1$s%%5Bassignment_type%%5D=User&project_grants%1$s%%5Bassignment_id%%5D=%2$s&project_grants%1$s%%5Bproject_role_id%%5D=%3$s";

    assertThat(dev.put(grants, json).status()).isEqualTo(body);
    assertThat(dev.put(grants + parameters.formatted("%5B%5D", dana, role), "").status())
        .isEqualTo(query);
    assertThat(dev.put(grants + parameters.formatted("%5B0%5D", dana, role), "").status())
        .isEqualTo(numbered);
  }

  @ParameterizedTest
  @CsvSource({"NoAccess, No access", "No access, NoAccess", "No Access, NoAccess"})
  void mayTakeOneSpellingOfNoAccessOnly(String accepted, String refused) {
    sandbox.behave(Map.of(Switch.NO_ACCESS_SPELLING.key(), accepted));

    assertThat(dev.put(ana, Client.roles("prod", refused)).message())
        .isEqualTo("Role " + refused + " not found");
    assertThat(dev.put(ana, Client.roles("prod", accepted)).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({"without-id, 1, false", "with-invitation-id, 1, true", "hidden, 0, false"})
  void mayShowInviteesInGroupsOtherwise(String position, int rows, boolean withInvitation) {
    sandbox.behave(Map.of(Switch.PENDING_IN_GROUPS.key(), position));
    String ops = dev.id("/api/user_groups", "name", "Ops");

    Client.Reply reply = dev.get("/api/user_groups/" + ops + "/members");

    assertThat(reply.at("/total").asInt()).isEqualTo(rows);
    assertThat(reply.at("/data/0").has("member_invitation_id")).isEqualTo(withInvitation);
  }

  @ParameterizedTest
  @CsvSource({"400, 400", "409, 409", "200, 200"})
  void mayTreatTakenNamesOtherwise(String position, int status) {
    sandbox.behave(Map.of(Switch.NAME_TAKEN.key(), position));

    assertThat(dev.post("/api/user_groups", "{\"user_group\":{\"name\":\"Ops\"}}").status())
        .isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({"partial, 2", "exact, 0", "ignored, 4"})
  void mayFilterNamesOtherwise(String position, int found) {
    sandbox.behave(Map.of(Switch.NAME_FILTER.key(), position));

    assertThat(dev.get("/api/environment_roles?name=environment").at("/total").asInt())
        .isEqualTo(found);
  }

  @ParameterizedTest
  @CsvSource({"any, 200, 200", "wrapped, 200, 400", "bare, 400, 200"})
  void mayTakeOneBodyForASingleGrantOnly(String position, int wrapped, int bare) {
    sandbox.behave(Map.of(Switch.PUT_GRANT_BODY.key(), position));
    String grant =
        "/api/project_grants/" + dev.get(ana + "/project_grants").at("/data/0/id").asString();
    String body =
        "{\"project_role_id\":\"" + dev.id("/api/project_roles", "name", "Builder") + "\"}";

    assertThat(dev.put(grant, "{\"project_grant\":" + body + "}").status()).isEqualTo(wrapped);
    assertThat(dev.put(grant, body).status()).isEqualTo(bare);
  }

  @Test
  void mayListMoreGrantsOfAMember() {
    Client production = dev.as("sandbox-prod");
    assertThat(production.get(ana + "/project_grants").at("/total").asInt()).isZero();

    sandbox.behave(Map.of(Switch.MEMBER_GRANTS.key(), "with-groups"));
    sandbox.behave(Map.of(Switch.ASSIGNEE_GRANTS.key(), "all-environments"));

    assertThat(production.get(ana + "/project_grants").at("/total").asInt()).isEqualTo(2);
  }

  @Test
  void mayAnswerDeletionsAndAdditionsOtherwise() {
    sandbox.behave(Map.of(Switch.DELETE_ANSWER.key(), "200-empty"));
    sandbox.behave(Map.of(Switch.ADD_ANSWER.key(), "204"));
    String dana = dev.id("/api/members", "email", "dana@example.com");

    assertThat(dev.post(finance + "/members?user_ids=" + dana, "").status()).isEqualTo(204);
    Client.Reply removed = dev.delete(finance + "/members?user_ids=" + dana);
    assertThat(List.of(removed.status(), removed.body())).isEqualTo(List.of(200, ""));
  }

  @Test
  void mayTurnTheAuditLogRound() {
    dev.invite("new@example.com");
    String newest = dev.get("/api/activity_logs").at("/data/0/id").asString();

    sandbox.behave(Map.of(Switch.AUDIT_ORDER.key(), "oldest-first"));

    assertThat(dev.get("/api/activity_logs").at("/data/1/id").asString()).isEqualTo(newest);
  }
}
