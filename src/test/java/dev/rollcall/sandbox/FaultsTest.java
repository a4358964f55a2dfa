package dev.rollcall.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FaultsTest {
  private static final String PATH = "/api/member_invitations";
  private static final String BODY = Client.invitation("new@example.com", "Member", "");

  private final Sandbox sandbox = Sandbox.start(Acme.seed().build(), SandboxOptions.of());
  private final Client dev = Acme.dev(sandbox);

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void answersAStatusWithHeadersInsteadOfTheEffectOnce() {
    sandbox.fail(FaultDraft.status("POST", PATH, 429).withHeader("Retry-After", "7").made());

    Client.Reply refused = dev.post(PATH, BODY);

    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.header("retry-after")).isEqualTo("7");
    assertThat(sandbox.mails()).isEmpty();
    assertThat(dev.post(PATH, BODY).status()).isEqualTo(200);
  }

  @Test
  void answersServerErrorsAsTheVendorAndItsGatewayDo() {
    sandbox.fail(FaultDraft.status("GET", "/api/members", 500).made());
    sandbox.fail(FaultDraft.status("GET", "/api/members", 502).nth(2).made());

    assertThat(dev.get("/api/members").at("/id").asString()).hasSize(36);
    assertThat(dev.get("/api/members").body()).startsWith("<html>");
    assertThat(dev.get("/api/members").status()).isEqualTo(200);
  }

  @Test
  void closesTheConnectionBeforeTheEffect() {
    sandbox.fail(FaultDraft.resetBefore("POST", PATH).made());

    assertThatThrownBy(() -> dev.exchange("POST", PATH, BODY)).isInstanceOf(IOException.class);

    assertThat(sandbox.mails()).isEmpty();
    assertThat(sandbox.requests()).extracting(RecordedRequest::status).containsExactly(0);
  }

  @Test
  void closesTheConnectionAfterTheEffect() {
    sandbox.fail(FaultDraft.resetAfter("POST", PATH).made());

    assertThatThrownBy(() -> dev.exchange("POST", PATH, BODY)).isInstanceOf(IOException.class);

    assertThat(sandbox.mails()).hasSize(1);
    assertThat(sandbox.counts()).containsEntry("POST " + PATH, 1L);
  }

  @Test
  void mayHoldAConnectionOpenBeforeItCutsIt() {
    sandbox.fail(FaultDraft.resetBefore("POST", PATH).lasting(Duration.ofMillis(200)).made());

    long start = System.nanoTime();
    assertThatThrownBy(() -> dev.exchange("POST", PATH, BODY)).isInstanceOf(IOException.class);

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(190));
    assertThat(sandbox.requests()).extracting(RecordedRequest::status).containsExactly(0);
    assertThat(sandbox.mails()).isEmpty();
  }

  @Test
  void sendsNoByteOnAConnectionItCuts() throws IOException {
    sandbox.fail(FaultDraft.resetAfter("GET", "/api/members").made());

    try (Socket socket = new Socket("127.0.0.1", sandbox.url().getPort())) {
      socket.setSoTimeout(5000);
      String request = "GET /api/members HTTP/1.1\r\nHost: x\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      InputStream answer = socket.getInputStream();
      assertThat(answer.read()).isEqualTo(-1);
    }
  }

  @Test
  void mayTakeEffectAndStillAnswerAnError() {
    sandbox.fail(FaultDraft.statusAfter("POST", PATH, 504).made());

    assertThat(dev.post(PATH, BODY).status()).isEqualTo(504);
    assertThat(sandbox.mails()).hasSize(1);
  }

  @Test
  void spoilsTheBody() {
    sandbox.fail(FaultDraft.of("GET", "*", InjectedFault.Effect.GARBAGE).made());
    sandbox.fail(FaultDraft.of("GET", "*", InjectedFault.Effect.HTML).nth(2).made());
    sandbox.fail(FaultDraft.of("GET", "*", InjectedFault.Effect.EMPTY).nth(3).made());

    assertThat(dev.get("/api/members").body()).contains("not json");
    assertThat(dev.get("/api/members").header("content-type")).isEqualTo("text/html");
    Client.Reply empty = dev.get("/api/members");
    assertThat(empty.status()).isEqualTo(200);
    assertThat(empty.body()).isEmpty();
  }

  @Test
  void cutsTheBodyInTheMiddle() {
    sandbox.fail(FaultDraft.of("GET", "/api/members", InjectedFault.Effect.TRUNCATED).made());

    assertThatThrownBy(() -> dev.exchange("GET", "/api/members", ""))
        .isInstanceOf(IOException.class);
  }

  @Test
  void answersTooLateButTakesEffect() {
    sandbox.fail(FaultDraft.slow("POST", PATH, Duration.ofMinutes(1)).made());

    assertThatThrownBy(() -> impatiently("POST /api/member_invitations"))
        .isInstanceOf(SocketTimeoutException.class);

    assertThat(sandbox.mails()).hasSize(1);
  }

  @Test
  void dripsTheBody() {
    sandbox.fail(FaultDraft.drip("GET", "/api/members", Duration.ofMillis(200)).made());

    long start = System.nanoTime();
    assertThat(dev.get("/api/members").at("/total").asInt()).isEqualTo(3);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(190));
  }

  @Test
  void strikesTheNthSoManyTimesAndOnlyWhatItNames() {
    sandbox.fail(FaultDraft.status("GET", "/api/members/:id", 503).nth(2).times(2).made());
    sandbox.fail(FaultDraft.status("POST", "*", 500).containing("bad@example.com").always().made());

    int[] seen = new int[4];
    for (int i = 0; i < seen.length; i++) {
      seen[i] = dev.get("/api/members/70001").status();
    }

    assertThat(seen).containsExactly(200, 503, 503, 200);
    assertThat(dev.invite("bad@example.com").status()).isEqualTo(500);
    assertThat(dev.invite("good@example.com").status()).isEqualTo(200);
    sandbox.clearFaults();
    assertThat(dev.invite("bad@example.com").status()).isEqualTo(200);
  }

  private void impatiently(String line) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", sandbox.url().getPort())) {
      socket.setSoTimeout(300);
      String request =
          line
              + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer sandbox-dev\r\nContent-Length: "
              + BODY.length()
              + "\r\n\r\n"
              + BODY;
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      socket.getInputStream().read();
    }
  }
}
