package dev.rollcall.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class GateTest {

  @Test
  void listensOnTheLoopbackAddressOnly() {
    try (Sandbox sandbox = Sandbox.start(Acme.seed().build(), SandboxOptions.of())) {
      assertThat(sandbox.url().getHost()).isEqualTo("127.0.0.1");
      assertThat(sandbox.tokens().toString()).isEqualTo("{dev=sandbox-dev, prod=sandbox-prod}");
    }
  }

  @Test
  void refusesMissingAndWrongTokens() {
    try (Sandbox sandbox = Sandbox.start(Acme.seed().build(), SandboxOptions.of())) {
      Client.Reply none = Acme.dev(sandbox).as("").get("/api/members");

      assertThat(none.status()).isEqualTo(401);
      assertThat(none.body()).isEqualTo("{\"message\":\"Unauthorized\"}");
      assertThat(Acme.dev(sandbox).as("guess").get("/api/members").status()).isEqualTo(401);
    }
  }

  @ParameterizedTest
  @CsvSource({"403, Forbidden", "401, Unauthorized"})
  void refusesMissingPrivilegesAndTokensOfOtherEnvironments(String status, String text) {
    try (Sandbox sandbox = Acme.start(Switch.MISSING_PRIVILEGE, status)) {
      Client narrow = Acme.dev(sandbox).as("narrow");

      assertThat(narrow.get("/api/members").status()).isEqualTo(200);
      assertThat(narrow.get("/api/members/70001").message()).isEqualTo(text);
      Client.Reply other = Acme.dev(sandbox).as("sandbox-prod").get("/api/members");
      assertThat(other.status()).isEqualTo(Integer.parseInt(status));
    }
  }

  @Test
  void answersNotFoundToUnknownPaths() {
    try (Sandbox sandbox = Sandbox.start(Acme.seed().build(), SandboxOptions.of())) {
      assertThat(Acme.dev(sandbox).get("/api/members/70001/shoes").body())
          .isEqualTo("{\"message\":\"Not found\"}");
      assertThat(Acme.dev(sandbox).get("/api/roles").status()).isEqualTo(404);
    }
  }

  @Test
  void showsTheOwnerAsTheWorkspace() {
    try (Sandbox sandbox = Acme.start(Switch.OWNER_LISTED, "yes")) {
      JsonNode me = Acme.dev(sandbox).as("sandbox-prod").get("/api/users/me").json();

      assertThat(me.path("id").asInt()).isEqualTo(4711);
      assertThat(me.path("email").asString()).isEqualTo("owner@example.com");
      assertThat(me.path("company_name").asString()).isEqualTo("Acme");
      assertThat(Acme.dev(sandbox).get("/api/members").at("/total").asInt()).isEqualTo(4);
      assertThat(Acme.dev(sandbox).delete("/api/members/4711").status()).isEqualTo(403);
    }
  }

  @ParameterizedTest
  @CsvSource({"none, ''", "seconds, 60", "date, 'Mon, 2 Jun 2025 08:01:00 GMT'"})
  void holdsEachCategoryToItsQuotaInASlidingMinute(String position, String retryAfter) {
    AtomicReference<Instant> time = new AtomicReference<>(Acme.START);
    Seed seed = Acme.seed().quotaPerMinute(2).behaviour(Switch.RETRY_AFTER, position).build();
    try (Sandbox sandbox = Sandbox.start(seed, SandboxOptions.of().withClock(time::get))) {
      Client dev = Acme.dev(sandbox);
      dev.get("/api/members");
      time.set(Acme.START.plusSeconds(30));
      dev.get("/api/members/70001");
      time.set(Acme.START);

      Client.Reply refused = dev.get("/api/members");

      assertThat(refused.status()).isEqualTo(429);
      assertThat(refused.header("retry-after")).isEqualTo(retryAfter);
      assertThat(dev.get("/api/user_groups").status()).isEqualTo(200);
      time.set(Acme.START.plusSeconds(60));
      assertThat(dev.get("/api/members").status()).isEqualTo(200);
      assertThat(dev.get("/api/members").status()).isEqualTo(429);
      sandbox.advance(Duration.ofMinutes(1));
      assertThat(dev.get("/api/members").status()).isEqualTo(200);
    }
  }

  @Test
  void sharesAQuotaBetweenTokens() {
    try (Sandbox sandbox =
        Sandbox.start(Acme.seed().quotaPerMinute(1).build(), SandboxOptions.of())) {
      assertThat(Acme.dev(sandbox).get("/api/members").status()).isEqualTo(200);
      assertThat(Acme.dev(sandbox).as("narrow").get("/api/members").status()).isEqualTo(429);
    }
  }

  @Test
  void aQuotaCanBeOfASecond() {
    Seed seed = Acme.seed().quotaPerMinute(2).behaviour(Switch.QUOTA_WINDOW, "second").build();
    try (Sandbox sandbox =
        Sandbox.start(seed, SandboxOptions.of().withClock(() -> Instant.EPOCH))) {
      assertThat(sandbox.quotaWindow()).isEqualTo(Duration.ofSeconds(1));
      assertThat(Acme.dev(sandbox).get("/api/members").status()).isEqualTo(200);
      sandbox.advance(Duration.ofMillis(999));
      assertThat(Acme.dev(sandbox).get("/api/members").status()).isEqualTo(200);
      assertThat(Acme.dev(sandbox).get("/api/members").status()).isEqualTo(429);
      sandbox.advance(Duration.ofMillis(1));
      assertThat(Acme.dev(sandbox).get("/api/members").status()).isEqualTo(200);
      assertThat(Acme.dev(sandbox).get("/api/members").status()).isEqualTo(429);
    }
  }

  @Test
  void allowsSixtyRequestsAMinuteUnlessToldOtherwise() {
    try (Sandbox sandbox = Sandbox.start(Acme.seed().build(), SandboxOptions.of())) {
      assertThat(sandbox.quota()).isEqualTo(60);
    }
    try (Sandbox sandbox =
        Sandbox.start(Acme.seed().quotaPerMinute(0).build(), SandboxOptions.of())) {
      assertThat(sandbox.quota()).isZero();
      for (int i = 0; i < 70; i++) {
        assertThat(Acme.dev(sandbox).get("/api/members").status()).isEqualTo(200);
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "errors-title | {\"errors\":[{\"title\":\"Not found\"}]}",
        "errors-map | {\"message\":\"Validation failed\",\"errors\":{\"base\":[\"Not found\"]}}",
        "empty | ''"
      })
  void shapesErrorsAsSwitched(String position, String body) {
    try (Sandbox sandbox = Acme.start(Switch.ERROR_SHAPE, position)) {
      assertThat(Acme.dev(sandbox).get("/api/members/1").body()).isEqualTo(body);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "MEMBERS_TOTAL | missing | ,\"total\"",
        "MEMBERS_TOTAL | too-high | \"total\":3",
        "MEMBERS_DATA | half | dana@example.com",
        "MEMBERS_DATA | null | \"data\":[",
        "MEMBERS_DATA | empty | ana@example.com",
        "NO_ACCESS_ROW | omitted | No access"
      })
  void garblesTheMemberListAsSwitched(Switch which, String position, String absent) {
    try (Sandbox sandbox = Acme.start(which, position)) {
      assertThat(Acme.dev(sandbox).get("/api/members").body()).doesNotContain(absent);
    }
  }

  @Test
  void readsTheAuditLogByCursorAndFilters() {
    try (Sandbox sandbox = Sandbox.start(Acme.seed().build(), SandboxOptions.of())) {
      Client dev = Acme.dev(sandbox);
      for (int i = 0; i < 5; i++) {
        dev.invite("p" + i + "@example.com");
        sandbox.advance(Duration.ofMinutes(1));
      }

      JsonNode first = dev.get("/api/activity_logs?page%5Bsize%5D=4").json();
      String last = first.at("/data/3/id").asString();
      JsonNode rest = dev.get("/api/activity_logs?page%5Bafter%5D=" + last).json();
      JsonNode late = dev.get("/api/activity_logs?from=2025-06-02T08:02:30.000Z").json();
      JsonNode none = dev.get("/api/activity_logs?include_event_types%5B%5D=user_login").json();

      assertThat(first.at("/total").asInt()).isEqualTo(6);
      assertThat(rest.at("/data").size()).isEqualTo(2);
      assertThat(late.at("/total").asInt()).isEqualTo(2);
      assertThat(none.at("/total").asInt()).isZero();
      assertThat(dev.get("/api/activity_logs?from=yesterday").status()).isEqualTo(400);
    }
  }

  @Test
  void answersManyClientsAtOnce() {
    try (Sandbox sandbox = Sandbox.start(Acme.seed().build(), SandboxOptions.of())) {
      Client dev = Acme.dev(sandbox);

      List<Integer> statuses =
          IntStream.range(0, 40)
              .parallel()
              .mapToObj(i -> dev.invite("p" + i + "@example.com").status())
              .toList();
      sandbox.acceptAll();

      assertThat(statuses).containsOnly(200);
      assertThat(dev.get("/api/members").at("/total").asInt()).isEqualTo(44);
      assertThat(sandbox.requests()).hasSize(41);
    }
  }

  @Test
  void clipsPageSizesAtAHundred() {
    SeedBuilder seed = Acme.seed();
    for (int i = 0; i < 110; i++) {
      seed.group("Group " + i, "");
    }
    try (Sandbox sandbox = Sandbox.start(seed.build(), SandboxOptions.of())) {
      JsonNode page = Acme.dev(sandbox).get("/api/user_groups?page%5Bsize%5D=500").json();

      assertThat(page.at("/data").size()).isEqualTo(100);
      assertThat(page.at("/total").asInt()).isEqualTo(113);
      assertThat(page.at("/page/size").asInt()).isEqualTo(100);
    }
  }
}
