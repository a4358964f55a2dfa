package dev.rollcall.tenant.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.security.Secrets;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OAuthTransportTest {

  private static final URI TOKENS = URI.create("https://api.example.com/oauth2/token");
  private static final URI USERS = URI.create("https://api.example.com/users");
  private static final String SECRET = "s3cret-of-the-client";

  private final MovingClock clock = new MovingClock(Instant.parse("2026-11-30T10:00:00Z"));
  private final List<String> asked = new ArrayList<>();
  private int given;
  private String revoked = "";
  private LocalTransport.Answer refusal = answer(200, "");

  private LocalTransport.Answer served(HttpCall call, String authorization) throws IOException {
    if (call.uri().equals(TOKENS)) {
      asked.add(authorization + "|" + call.body().orElseThrow().text());
      if (refusal.status() != 200) {
        return refusal;
      }
      given++;
      return answer(
          200,
          "{\"access_token\":\"access-token-"
              + given
              + "\",\"token_type\":\"Bearer\",\"expires_in\":600,"
              + "\"scope\":\"organization:read organization:write\",\"more\":{\"a\":[1]}}");
    }
    return authorization.equals(revoked)
        ? answer(401, "refused " + authorization)
        : answer(200, authorization);
  }

  private OAuthTransport transport(ClientLogin.Place place) {
    return new OAuthTransport(
        new LocalTransport(this::served, clock.waiting(), Secrets.of(List.of(SECRET))),
        new ClientLogin(
            TOKENS,
            "rollcall",
            SECRET,
            List.of("organization:read", "organization:write"),
            place,
            Map.of("X-Version", "2026-01-01")),
        clock.waiting());
  }

  private static CallOutcome<String> ask(Transport transport) {
    return transport.attempt(
        new HttpCall("GET", USERS, Optional.empty(), Credential.NONE),
        body -> new String(body.readAllBytes(), StandardCharsets.UTF_8));
  }

  @Test
  void aTokenIsAskedForOnceAndShownByEveryCall() {
    OAuthTransport transport = transport(ClientLogin.Place.FORM);
    assertThat(transport.scopes()).isEmpty();

    assertThat(ask(transport)).isEqualTo(new CallOutcome.Accepted<>(200, "Bearer access-token-1"));
    assertThat(ask(transport)).isEqualTo(new CallOutcome.Accepted<>(200, "Bearer access-token-1"));

    assertThat(asked)
        .containsExactly(
            "|grant_type=client_credentials&client_id=rollcall&client_secret="
                + SECRET
                + "&scope=organization%3Aread+organization%3Awrite");
    assertThat(transport.scopes()).contains(Set.of("organization:read", "organization:write"));
  }

  @Test
  void theClientsSecretMayGoInTheHeader() {
    ask(transport(ClientLogin.Place.HEADER));

    assertThat(asked.get(0)).startsWith("Basic cm9sbGNhbGw6").doesNotContain("client_secret");
  }

  @Test
  void aTokenIsRenewedAMinuteBeforeItsEnd() {
    OAuthTransport transport = transport(ClientLogin.Place.FORM);
    ask(transport);
    clock.sleep(Duration.ofSeconds(539));
    ask(transport);
    assertThat(given).isEqualTo(1);

    clock.sleep(Duration.ofSeconds(1));

    assertThat(ask(transport)).isEqualTo(new CallOutcome.Accepted<>(200, "Bearer access-token-2"));
  }

  @Test
  void aTokenThatIsRefusedIsRenewedOnce() {
    OAuthTransport transport = transport(ClientLogin.Place.FORM);
    ask(transport);
    revoked = "Bearer access-token-1";
    assertThat(ask(transport)).isEqualTo(new CallOutcome.Accepted<>(200, "Bearer access-token-2"));

    revoked = "Bearer access-token-3";
    clock.sleep(Duration.ofSeconds(600));
    assertThat(ask(transport)).isEqualTo(new CallOutcome.Accepted<>(200, "Bearer access-token-4"));
    assertThat(given).isEqualTo(4);
  }

  @Test
  void aClientThatIsRefusedForGoodIsAnsweredWith401AndNothingOfItIsTold() {
    for (int status : List.of(400, 401, 403)) {
      refusal = answer(status, "{\"error\":\"invalid_client\",\"secret\":\"" + SECRET + "\"}");

      CallOutcome<String> outcome = ask(transport(ClientLogin.Place.FORM));

      assertThat(outcome).isInstanceOf(CallOutcome.Rejected.class);
      assertThat(((CallOutcome.Rejected<String>) outcome).status()).isEqualTo(401);
      assertThat(((CallOutcome.Rejected<String>) outcome).body())
          .contains("invalid_client")
          .doesNotContain(SECRET);
    }
  }

  @Test
  void aCallForWhichNoTokenCouldBeHadWasNeverMade() {
    refusal = answer(503, "");
    assertThat(ask(transport(ClientLogin.Place.FORM)))
        .isEqualTo(new CallOutcome.NotSent<>("no access token was given out: status 503"));

    refusal = answer(200, "");
    Transport garbled =
        new OAuthTransport(
            new LocalTransport(
                (call, authorization) -> answer(200, "<html>"), clock.waiting(), Secrets.none()),
            new ClientLogin(
                TOKENS, "rollcall", SECRET, List.of(), ClientLogin.Place.FORM, Map.of()),
            clock.waiting());
    assertThat(ask(garbled)).isInstanceOf(CallOutcome.NotSent.class);
  }

  @Test
  void whatTheServerSaysOfTooManyIsKept() {
    refusal = answer(429, "slow down");

    CallOutcome<String> outcome = ask(transport(ClientLogin.Place.FORM));

    assertThat(outcome.isTooMany()).isTrue();
    assertThat(((CallOutcome.Rejected<String>) outcome).retryAfter())
        .contains(Duration.ofSeconds(7));
  }

  @Test
  void anAnswerThatRepeatsTheTokenDoesNotTellIt() {
    OAuthTransport transport = transport(ClientLogin.Place.FORM);
    refusal = answer(200, "");
    revoked = "Bearer access-token-1";
    Transport always =
        new OAuthTransport(
            new LocalTransport(
                (call, authorization) ->
                    call.uri().equals(TOKENS)
                        ? served(call, authorization)
                        : answer(401, "refused " + authorization),
                clock.waiting(),
                Secrets.none()),
            new ClientLogin(
                TOKENS, "rollcall", SECRET, List.of(), ClientLogin.Place.FORM, Map.of()),
            clock.waiting());

    CallOutcome<String> outcome = ask(always);

    assertThat(((CallOutcome.Rejected<String>) outcome).body())
        .startsWith("refused ")
        .doesNotContain("access-token-2");
    assertThat(transport.toString() + asked.size()).doesNotContain(SECRET);
  }

  @Test
  void severalThreadsShareAToken() {
    OAuthTransport transport = transport(ClientLogin.Place.FORM);

    List<CallOutcome<String>> outcomes =
        IntStream.range(0, 40).parallel().mapToObj(each -> ask(transport)).toList();

    assertThat(outcomes.stream().collect(Collectors.toSet()))
        .containsExactly(new CallOutcome.Accepted<>(200, "Bearer access-token-1"));
    assertThat(given).isEqualTo(1);
  }

  private static LocalTransport.Answer answer(int status, String body) {
    return new LocalTransport.Answer(
        status,
        status == 429 ? Map.of("Retry-After", "7") : Map.of(),
        new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
  }
}
