package dev.rollcall.tenant.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.security.Secrets;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LocalTransportTest {

  private static final String SECRET = "s3cr3t-t0ken";

  @Test
  void anAnswerIsReadAndTheTokenIsShownToTheServerAlone() {
    CallOutcome<String> outcome =
        attempt((call, authorization) -> answer(200, call + " " + authorization.length()));

    assertThat(outcome)
        .isEqualTo(
            new CallOutcome.Accepted<>(
                200,
                "GET /api/members " + ("Bearer " + SECRET).length(),
                Map.of("retry-after", "7")));
  }

  @Test
  void aRefusalIsToldWithoutSecretsAndWithHowLongToWait() {
    CallOutcome<String> outcome = attempt((call, authorization) -> answer(429, "no " + SECRET));

    assertThat(outcome)
        .isEqualTo(new CallOutcome.Rejected<>(429, "no ***", Optional.of(Duration.ofSeconds(7))));
  }

  @Test
  void whateverBreaksLeavesNoAnswer() {
    List<LocalTransport.Server> broken =
        List.of(
            (call, authorization) -> {
              throw new IOException("cut off " + SECRET);
            },
            (call, authorization) -> answer(200, "garbage"));

    for (LocalTransport.Server server : broken) {
      CallOutcome<String> outcome =
          transport(server)
              .attempt(
                  call(),
                  body -> {
                    throw new UncheckedIOException(new IOException("unreadable"));
                  });

      assertThat(outcome).isInstanceOf(CallOutcome.NoAnswer.class);
      assertThat(outcome.isLost()).isTrue();
      assertThat(outcome.why()).doesNotContain(SECRET);
    }
  }

  private static CallOutcome<String> attempt(LocalTransport.Server server) {
    return transport(server)
        .attempt(call(), body -> new String(body.readAllBytes(), StandardCharsets.UTF_8));
  }

  private static LocalTransport transport(LocalTransport.Server server) {
    return new LocalTransport(
        server,
        new Waiting(Clock.systemUTC(), Sleeper.REAL, () -> false),
        Secrets.of(List.of(SECRET)));
  }

  private static HttpCall call() {
    return new HttpCall(
        "GET",
        URI.create("http://127.0.0.1/api/members"),
        Optional.empty(),
        BearerToken.of(SECRET));
  }

  private static LocalTransport.Answer answer(int status, String body) {
    return new LocalTransport.Answer(
        status,
        Map.of("Retry-After", "7"),
        new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
  }
}
