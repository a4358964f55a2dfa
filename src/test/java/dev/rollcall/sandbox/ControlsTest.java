package dev.rollcall.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ControlsTest {
  private final Sandbox sandbox = Sandbox.start(Acme.seed().build(), SandboxOptions.of());
  private final Client dev = Acme.dev(sandbox);
  private final Client anyone = dev.as("");

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void acceptsInvitationsAndMovesTheClock() {
    dev.invite("new@example.com");

    assertThat(anyone.post("/sandbox/accept", "{\"email\":\"new@example.com\"}").status())
        .isEqualTo(200);
    assertThat(anyone.post("/sandbox/accept", "").status()).isEqualTo(200);
    assertThat(dev.get("/api/members").at("/total").asInt()).isEqualTo(5);
    String now = anyone.post("/sandbox/clock", "{\"advance\":\"PT21M\"}").at("/now").asString();
    assertThat(now).startsWith("2025-06-02T08:21");
  }

  @Test
  void armsAndClearsFaults() {
    String fault =
        """
        [{"method": "GET", "path": "/api/members/:id", "effect": "status", "status": 503,
          "nth": 2, "times": "always", "headers": {"Retry-After": "9"}}]
        """;
    anyone.post("/sandbox/faults", fault);

    assertThat(dev.get("/api/members/70001").status()).isEqualTo(200);
    assertThat(dev.get("/api/members/70001").header("retry-after")).isEqualTo("9");
    anyone.delete("/sandbox/faults");
    assertThat(dev.get("/api/members/70001").status()).isEqualTo(200);
  }

  @Test
  void turnsSwitches() {
    anyone.post("/sandbox/behaviour", "{\"already-member\":\"400\"}");

    assertThat(dev.invite("ana@example.com").status()).isEqualTo(400);
  }

  @Test
  void showsStateJournalCountsAndMails() {
    dev.invite("new@example.com");
    dev.as("sandbox-prod").get("/api/projects?page=1");

    assertThat(anyone.get("/sandbox/state").at("/members/0/email").asString())
        .isEqualTo("ana@example.com");
    assertThat(anyone.get("/sandbox/comparable-state").body()).contains("invited new@example.com");
    assertThat(anyone.get("/sandbox/journal").at("/1/environment").asString()).isEqualTo("prod");
    assertThat(anyone.get("/sandbox/journal").at("/1/query").asString()).isEqualTo("page=1");
    assertThat(anyone.get("/sandbox/counts").body())
        .isEqualTo("{\"GET /api/projects\":1,\"POST /api/member_invitations\":1}");
    assertThat(anyone.get("/sandbox/mails").at("/0/email").asString()).isEqualTo("new@example.com");
  }

  @Test
  void saysWhatIsWrongWithARequest() {
    assertThat(anyone.get("/sandbox/shoes").status()).isEqualTo(404);
    assertThat(anyone.post("/sandbox/clock", "{}").status()).isEqualTo(400);
    assertThat(anyone.post("/sandbox/faults", "{\"effect\":\"reset-aftr\"}").message())
        .contains("did you mean 'reset-after'");
    assertThat(anyone.post("/sandbox/faults", "{\"path\":\"/api/member/:id\"}").message())
        .startsWith("no request goes to the path '/api/member/:id'; there are ")
        .contains("/api/members/:id, ");
    for (String path : List.of("*", "/api/members/:any", "/api/members/70001", "/api/*/:id")) {
      assertThat(anyone.post("/sandbox/faults", "{\"path\":\"" + path + "\"}").status())
          .isEqualTo(200);
      anyone.delete("/sandbox/faults");
    }
    assertThat(anyone.post("/sandbox/accept", "{\"email\":\"x@example.com\"}").message())
        .contains("no pending invitation");
  }
}
