package dev.rollcall.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class GroupsTest {
  private final Sandbox sandbox = Sandbox.start(Acme.seed().build(), SandboxOptions.of());
  private final Client dev = Acme.dev(sandbox);
  private String members;
  private String dana;
  private String eli;

  @BeforeEach
  void lookUp() {
    members = "/api/user_groups/" + dev.id("/api/user_groups", "name", "Finance") + "/members";
    dana = dev.id("/api/members", "email", "dana@example.com");
    eli = dev.id("/api/members", "email", "eli@example.com");
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void listsTheSystemGroupAndTheCustomOnes() {
    JsonNode list = dev.get("/api/user_groups").json();

    assertThat(list.at("/total").asInt()).isEqualTo(3);
    assertThat(list.at("/page").toString()).isEqualTo("{\"number\":1,\"size\":100}");
    assertThat(list.at("/data/0/name").asString()).isEqualTo("All collaborators");
    assertThat(list.at("/data/0/id").asString()).startsWith("am-");
    assertThat(list.at("/data/0/system").asBoolean()).isTrue();
    assertThat(list.at("/data/0/members_count").asInt()).isEqualTo(3);
    assertThat(list.at("/data/1/id").asString()).startsWith("pf-");
    assertThat(list.at("/data/1/members_count").asInt()).isEqualTo(1);
    assertThat(list.at("/data/2/description").isNull()).isTrue();
  }

  @Test
  void filtersByNameAndPages() {
    assertThat(dev.get("/api/user_groups?name=fin").at("/total").asInt()).isEqualTo(1);
    JsonNode second = dev.get("/api/user_groups?page%5Bnumber%5D=2&page%5Bsize%5D=2").json();
    assertThat(second.at("/data").size()).isEqualTo(1);
    assertThat(second.at("/total").asInt()).isEqualTo(3);
  }

  @Test
  void createsChangesAndDeletesAGroup() {
    Client.Reply created =
        dev.post("/api/user_groups", "{\"user_group\":{\"name\":\"Legal\",\"description\":\"x\"}}");
    String path = "/api/user_groups/" + created.at("/data/id").asString();

    dev.put(path, "{\"user_group\":{\"name\":\"Law\"}}");
    assertThat(dev.get(path).at("/data/name").asString()).isEqualTo("Law");
    assertThat(dev.get(path).at("/data/description").asString()).isEqualTo("x");
    assertThat(dev.delete(path).status()).isEqualTo(204);
    assertThat(dev.get(path).status()).isEqualTo(404);
  }

  @Test
  void wantsTheWrapperAndAFreeName() {
    assertThat(dev.post("/api/user_groups", "{\"name\":\"Legal\"}").message())
        .isEqualTo("Bad request");
    assertThat(dev.post("/api/user_groups", "{\"user_group\":{}}").status()).isEqualTo(400);
    assertThat(dev.post("/api/user_groups", "{\"user_group\":{\"name\":\"Ops\"}}").message())
        .isEqualTo("Name has already been taken");
  }

  @Test
  void leavesTheSystemGroupAlone() {
    String all = "/api/user_groups/" + dev.id("/api/user_groups", "name", "All collaborators");

    assertThat(dev.delete(all).status()).isEqualTo(403);
    assertThat(dev.post(all + "/members?user_ids=" + dana, "").status()).isEqualTo(403);
    assertThat(dev.get(all + "/members").at("/total").asInt()).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "?user_ids=DANA&user_ids=ELI | ''",
        "?user_ids[]=DANA&user_ids[]=ELI | ''",
        "?user_ids%5B%5D=DANA&user_ids%5B%5D=ELI | ''",
        "'' | {\"user_ids\":[DANA,ELI]}"
      })
  void addsAndRemovesMembersInEveryEncoding(String query, String body) {
    String path = members + ids(query).replace("[", "%5B").replace("]", "%5D");

    assertThat(dev.post(path, ids(body)).status()).isEqualTo(200);
    assertThat(dev.get(members).at("/total").asInt()).isEqualTo(3);
    assertThat(dev.call("DELETE", path, ids(body)).status()).isEqualTo(204);
    assertThat(dev.get(members).at("/total").asInt()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "GROUP_IDS, first, 2",
    "GROUP_IDS, last, 2",
    "GROUP_ADD, replaces, 2",
    "GROUP_PARAMETERS, query, 3"
  })
  void honoursWhatTheSwitchesSay(Switch which, String position, int members) {
    sandbox.behave(Map.of(which.key(), position));

    dev.post(this.members + "?user_ids=" + dana + "&user_ids=" + eli, "");

    assertThat(dev.get(this.members).at("/total").asInt()).isEqualTo(members);
  }

  @Test
  void mayIgnoreTheQueryOrRemoveEverybody() {
    sandbox.behave(Map.of(Switch.GROUP_PARAMETERS.key(), "json"));
    assertThat(dev.post(members + "?user_ids=" + dana, "").message())
        .isEqualTo("user_ids is required");

    sandbox.behave(Map.of(Switch.GROUP_REMOVE.key(), "everybody"));
    dev.call("DELETE", members, "{\"user_ids\":[" + dana + "]}");
    assertThat(dev.get(members).at("/total").asInt()).isZero();
  }

  @Test
  void mayRefuseToAddThePresentAndRemoveTheAbsent() {
    String ana = dev.id("/api/members", "email", "ana@example.com");
    sandbox.behave(Map.of(Switch.ADD_PRESENT.key(), "409"));
    sandbox.behave(Map.of(Switch.REMOVE_ABSENT.key(), "404"));

    assertThat(dev.post(members + "?user_ids=" + ana, "").status()).isEqualTo(409);
    assertThat(dev.delete(members + "?user_ids=" + dana).status()).isEqualTo(404);
    assertThat(dev.post(members + "?user_ids=999", "").status()).isEqualTo(404);
  }

  @Test
  void showsInviteesWithoutAUserIdUntilTheyAreTakenOut() {
    String ops = "/api/user_groups/" + dev.id("/api/user_groups", "name", "Ops") + "/members";
    String invitation =
        dev.get(
                "/api/activity_logs?include_resource_types[]=MemberInvitation"
                    .replace("[]", "%5B%5D"))
            .at("/data/0/resource/id")
            .asString();

    JsonNode row = dev.get(ops).at("/data/0");
    assertThat(row.path("email").asString()).isEqualTo("pia@example.com");
    assertThat(row.has("id")).isFalse();
    assertThat(dev.delete(ops).message())
        .isEqualTo("user_ids or member_invitation_ids is required");
    dev.delete(ops + "?member_invitation_ids=" + invitation);
    assertThat(dev.get(ops).at("/total").asInt()).isZero();
  }

  @Test
  void filtersMembersByTextAndListsGrants() {
    String group = members.replace("/members", "");

    assertThat(dev.get(members + "?text=silva").at("/total").asInt()).isEqualTo(1);
    assertThat(dev.get(members + "?text=nobody").at("/total").asInt()).isZero();
    JsonNode grant = dev.get(group + "/project_grants").at("/data/0");
    assertThat(grant.at("/user").isNull()).isTrue();
    assertThat(grant.at("/user_group/name").asString()).isEqualTo("Finance");
  }

  private String ids(String text) {
    return text.replace("DANA", dana).replace("ELI", eli);
  }
}
