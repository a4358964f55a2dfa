package dev.rollcall.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever asks in the process gets what is sent over HTTP. */
class LocalAnswerTest {

  private static final String INVITE = "/api/member_invitations";

  @TempDir Path folder;

  private final Sandbox sandbox = Sandbox.start(Acme.seed().build(), SandboxOptions.of());
  private final Client dev = Acme.dev(sandbox);

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /api/members",
    "GET, /api/members?page=1&per_page=2",
    "GET, /api/user_groups?page%5Bsize%5D=1",
    "GET, /api/environment_roles",
    "GET, /api/projects?page=1",
    "GET, /api/activity_logs",
    "GET, /api/users/me",
    "GET, /api/none",
    "DELETE, /api/members/0",
    "POST, /api/member_invitations"
  })
  void isTheAnswerOverHttp(String method, String path) throws IOException {
    Client.Reply sent = dev.exchange(method, path, method.equals("POST") ? "no JSON" : "");
    LocalAnswer given = ask(method, path, method.equals("POST") ? "no JSON" : "");

    assertThat(given.status()).isEqualTo(sent.status());
    assertThat(text(given)).isEqualTo(sent.body());
    assertThat(given.headers().get("Content-Type")).isEqualTo(sent.header("content-type"));
    assertThat(sandbox.requests().get(1))
        .usingRecursiveComparison()
        .ignoringFields("time")
        .isEqualTo(sandbox.requests().get(0));
  }

  @Test
  void whoHasNoTokenIsTurnedAway() throws IOException {
    URI members = URI.create(sandbox.url() + "/api/members");

    assertThat(sandbox.answer("GET", members, "", "").status()).isEqualTo(401);
  }

  @ParameterizedTest
  @EnumSource(names = {"SLOW", "DRIP", "GARBAGE", "HTML", "EMPTY"})
  void faultsSpoilItAsTheySpoilThat(InjectedFault.Effect effect) throws IOException {
    sandbox.fail(FaultDraft.of("GET", "/api/members", effect).times(2).made());
    sandbox.fail(FaultDraft.statusAfter("GET", "/api/user_groups", 503).times(2).made());

    Client.Reply sent = dev.get("/api/members");
    LocalAnswer given = ask("GET", "/api/members", "");

    assertThat(given.status()).isEqualTo(sent.status());
    assertThat(text(given)).isEqualTo(sent.body());
    assertThat(dev.get("/api/user_groups").status()).isEqualTo(503);
    assertThat(ask("GET", "/api/user_groups", "").status()).isEqualTo(503);
  }

  @Test
  void aConnectionThatWouldBeCutIsAnExceptionBeforeTheEffectOrAfterIt() {
    sandbox.fail(FaultDraft.resetBefore("POST", INVITE).made());
    sandbox.fail(FaultDraft.resetAfter("POST", INVITE).nth(2).made());
    String person = Client.invitation("new@example.com", "Member", "");

    assertThatThrownBy(() -> ask("POST", INVITE, person)).isInstanceOf(IOException.class);
    assertThat(sandbox.mails()).isEmpty();
    assertThatThrownBy(() -> ask("POST", INVITE, person)).isInstanceOf(IOException.class);
    assertThat(sandbox.mails()).hasSize(1);
  }

  @Test
  void aBodyThatWouldBreakOffDoesSo() throws IOException {
    sandbox.fail(FaultDraft.of("GET", "/api/members", InjectedFault.Effect.TRUNCATED).made());

    LocalAnswer given = ask("GET", "/api/members", "");

    assertThat(given.body().readNBytes(10)).hasSize(10);
    assertThatThrownBy(() -> given.body().readAllBytes()).isInstanceOf(IOException.class);
  }

  @Test
  void waitingForAFaultEndsWithTheSandbox() {
    sandbox.fail(FaultDraft.slow("GET", "/api/members", Duration.ofMinutes(5)).made());
    sandbox.close();

    assertThatThrownBy(() -> ask("GET", "/api/members", "")).isInstanceOf(IOException.class);
  }

  @Test
  void aSandboxThatIsOnlyOpenedListensNowhereAndKeepsItsState() throws IOException {
    SandboxOptions options = SandboxOptions.of().withState(folder.resolve("state.json"));
    try (Sandbox opened = Sandbox.open(options)) {
      assertThat(opened.url()).hasToString(Sandbox.ADDRESS);
      opened.advance(Duration.ofDays(3));
    }

    try (Sandbox again = Sandbox.open(options)) {
      assertThat(again.now()).isAfter(Instant.now().plus(Duration.ofDays(2)));
    }
  }

  private LocalAnswer ask(String method, String path, String body) throws IOException {
    return sandbox.answer(method, URI.create(sandbox.url() + path), "Bearer sandbox-dev", body);
  }

  private static String text(LocalAnswer answer) throws IOException {
    return new String(answer.body().readAllBytes(), StandardCharsets.UTF_8);
  }
}
