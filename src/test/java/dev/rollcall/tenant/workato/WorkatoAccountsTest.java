package dev.rollcall.tenant.workato;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.model.Email;
import dev.rollcall.model.Entitlement;
import dev.rollcall.sandbox.FaultDraft;
import dev.rollcall.sandbox.LocalAnswer;
import dev.rollcall.sandbox.Seed;
import dev.rollcall.sandbox.SeedMember;
import dev.rollcall.sandbox.Switch;
import dev.rollcall.tenant.AccessInventory;
import dev.rollcall.tenant.AccessRefused;
import dev.rollcall.tenant.Account;
import dev.rollcall.tenant.Activity;
import dev.rollcall.tenant.PrivilegeReading;
import dev.rollcall.tenant.Privileges;
import dev.rollcall.tenant.TenantUnavailable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** All access there is, and what the workspace itself says people may do. */
class WorkatoAccountsTest {

  private static final Instant LOGIN = Instant.parse("2026-01-02T03:04:05Z");

  private final WorkspaceWithClient company =
      new WorkspaceWithClient(
          seed ->
              seed.groupProject("Ops", "Billing@prod", "Builder")
                  .member(
                      SeedMember.of("mod@example.com", "Mo", Map.of("dev", "Member"))
                          .as("federation_manager"))
                  .logEntry(
                      new Seed.LogEntry(
                          Optional.of(LOGIN), "user_login", "User", "ana@example.com", "Ana")));

  @AfterEach
  void close() {
    company.close();
  }

  @Test
  void everyAccountIsThereWithItsUse() {
    AccessInventory all = company.workspace().access();

    assertThat(all.accounts())
        .extracting(account -> account.email().address())
        .containsExactlyInAnyOrder(
            "ana@example.com",
            "bob@example.com",
            "cy@example.com",
            "dee@example.com",
            "mod@example.com");
    assertThat(account(all, "ana@example.com").lastActivity().orElseThrow())
        .satisfies(last -> assertThat(last.at()).isEqualTo(LOGIN))
        .satisfies(last -> assertThat(last.what()).isEqualTo("user_login"));
    assertThat(account(all, "bob@example.com").lastActivity()).isEmpty();
    assertThat(account(all, "bob@example.com").since()).isPresent();
    assertThat(account(all, "mod@example.com").sort()).isEqualTo("federation manager");
    assertThat(rights(account(all, "mod@example.com"))).containsExactly("dev Member");
    assertThat(rights(account(all, "bob@example.com")))
        .containsExactly(
            "dev Member",
            "prod Member",
            "group Finance builders",
            "group Ops",
            "Billing@dev Builder");
    assertThat(all.incomplete()).isEmpty();
  }

  @Test
  void theAuditLogTellsOfThoseAskedAbout() {
    AccessInventory all = company.workspace().access();
    Instant before = LOGIN.minus(Duration.ofDays(1));

    assertThat(company.workspace().lastUse(all.accounts(), before).orElseThrow())
        .containsOnlyKeys(new Email("ana@example.com"))
        .containsValue(new Activity(LOGIN, "user_login"));
    assertThat(company.workspace().lastUse(all.accounts(), LOGIN.plusSeconds(1)).orElseThrow())
        .isEmpty();
    assertThat(
            company
                .workspace()
                .lastUse(List.of(account(all, "bob@example.com")), before)
                .orElseThrow())
        .isEmpty();
    company.sandbox.fail(FaultDraft.status("GET", "/api/activity_logs", 404).made());
    assertThat(company.workspace().lastUse(all.accounts(), before)).isEmpty();
  }

  @Test
  void theGroupInWhichEverybodyIsPassesOnWhatItHolds() {
    String dev = company.sandbox.tokens().get("dev");
    String group =
        id(call("GET", "/api/user_groups?name=All%20collaborators", dev, ""), "am-[\\w-]+");
    String role = id(call("GET", "/api/project_roles?name=Builder", dev, ""), "pr-[\\w-]+");
    String project = id(call("GET", "/api/projects", dev, ""), "(?<=\"id\":)\\d+");
    call(
        "PUT",
        "/api/projects/" + project + "/project_grants",
        dev,
        "{\"project_grants\":[{\"assignment_type\":\"UserGroup\",\"assignment_id\":\"%s\",\"project_role_id\":\"%s\"}]}"
            .formatted(group, role));

    AccessInventory all = company.workspace().access();

    assertThat(all.everybody()).extracting(Object::toString).containsExactly("All collaborators");
    assertThat(all.groups().toString())
        .contains("All collaborators=[Billing@dev Builder]")
        .contains("Ops=[Billing@prod Builder]")
        .contains("Finance builders=[]");
  }

  @Test
  void aMemberListThatChangesMeanwhileIsNotTaken() {
    company.workspace().identify();
    company.sandbox.fail(FaultDraft.status("GET", "/api/members", 400).nth(2).made());
    assertThatThrownBy(() -> company.workspace().access())
        .isInstanceOf(TenantUnavailable.class)
        .hasMessageContaining("GET /api/members");
  }

  @Test
  void whatSomebodyMayDoIsAskedOfTheWorkspace() {
    AccessInventory all = company.workspace().access();
    PrivilegeReading reading = company.workspace().privileges().orElseThrow();

    List<Privileges> bob = reading.of(account(all, "bob@example.com"));

    assertThat(bob)
        .extracting(each -> each.on() + " " + each.roles())
        .containsExactlyInAnyOrder(
            "dev [Member]", "prod [Member]", "Billing@dev [Builder]", "Billing@prod [Builder]");
    assertThat(reading.cost(90))
        .isEqualTo(new PrivilegeReading.Cost(180, Duration.ofMinutes(3), 60));
    assertThat(company.count("GET /api/members/:id/privileges")).isEqualTo(1);
    assertThat(company.count("GET /api/members/:id/projects_privileges")).isEqualTo(1);
  }

  @Test
  void whatIsNotKnownOfAFeatureBreaksNothing() {
    AccessInventory all = company.workspace().access();
    Account ana = account(all, "ana@example.com");
    Map<String, String> shapes =
        Map.of(
            "{\"Recipes\":[\"read\",\"run\"],\"Folders\":\"all\",\"team\":{\"privileges\":\"all\"},\"new\":7,\"sub\":{\"x\":[1]}}",
            "Folders: all; Recipes: read, run; new; sub; sub.x; team: all",
            "[]",
            "",
            "null",
            "");
    shapes.forEach(
        (json, words) -> {
          company.sandbox.fail(
              FaultDraft.status("GET", "/api/members/:id/privileges", 200)
                  .withBody(
                      "{\"data\":[{\"environment_type\":\"dev\",\"name\":\"X\",\"privileges\":"
                          + json
                          + "}],\"total\":1}")
                  .made());
          assertThat(company.workspace().privileges().orElseThrow().of(ana))
              .first()
              .extracting(Privileges::inWords)
              .isEqualTo(words);
        });
  }

  @Test
  void anAnswerThatIsNotWholeOrForbiddenEndsIt() {
    AccessInventory all = company.workspace().access();
    Account ana = account(all, "ana@example.com");
    PrivilegeReading reading = company.workspace().privileges().orElseThrow();

    company.sandbox.fail(
        FaultDraft.status("GET", "/api/members/:id/privileges", 200)
            .withBody("{\"data\":[],\"total\":2}")
            .made());
    assertThatThrownBy(() -> reading.of(ana))
        .isInstanceOf(TenantUnavailable.class)
        .hasMessageContaining("is not whole");
    company.sandbox.fail(
        FaultDraft.status("GET", "/api/members/:id/projects_privileges", 200)
            .withBody("{\"data\":[{\"environment_type\":\"dev\"}]}")
            .made());
    assertThatThrownBy(() -> reading.of(ana))
        .isInstanceOf(TenantUnavailable.class)
        .hasMessageContaining("does not say of which project it is");
    company.sandbox.fail(FaultDraft.status("GET", "/api/members/:id/privileges", 403).made());
    assertThatThrownBy(() -> reading.of(ana))
        .isInstanceOf(AccessRefused.class)
        .hasMessageContaining("Get collaborator privileges");
  }

  @Test
  void aListedOwnerIsAnAccountToo() {
    company.sandbox.behave(Map.of(Switch.OWNER_LISTED.key(), "yes"));

    assertThat(rights(account(company.workspace().access(), "owner@example.com")))
        .containsExactly("dev Environment admin", "prod Environment admin");
  }

  private String call(String method, String path, String token, String body) {
    try {
      LocalAnswer answer =
          company.sandbox.answer(
              method, URI.create(company.sandbox.url() + path), "Bearer " + token, body);
      return new String(answer.body().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String id(String json, String pattern) {
    Matcher found = Pattern.compile(pattern).matcher(json);
    assertThat(found.find()).as(json).isTrue();
    return found.group();
  }

  private static Account account(AccessInventory all, String email) {
    return all.accounts().stream()
        .filter(account -> account.email().equals(new Email(email)))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> rights(Account account) {
    return account.rights().stream().map(Entitlement::toString).toList();
  }
}
