package dev.rollcall.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.testing.JavaCommand;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateTest {
  @TempDir Path folder;
  private Path state;

  @BeforeEach
  void choose() {
    state = folder.resolve("sub").resolve("state.jsonl");
  }

  @Test
  void isLoadedInsteadOfTheSeed() {
    String before;
    try (Sandbox sandbox = start(Acme.seed().build())) {
      changeAlot(sandbox);
      before = sandbox.stateJson();
    }

    try (Sandbox sandbox = start(Seed.sample())) {
      assertThat(sandbox.stateJson()).isEqualTo(before);
      assertThat(sandbox.tokens()).containsKeys("dev", "prod");
      assertThat(Acme.dev(sandbox).invite("new@example.com").status()).isEqualTo(429);
      assertThat(sandbox.mails()).hasSize(2);
    }
  }

  @Test
  void isDurableBeforeAnAnswerIsSent() throws IOException {
    try (Sandbox sandbox = start(Acme.seed().build())) {
      changeAlot(sandbox);
      Path copy = folder.resolve("copy.jsonl");
      Files.copy(state, copy);

      try (Sandbox other = Sandbox.start(Seed.sample(), SandboxOptions.of().withState(copy))) {
        assertThat(other.comparableState()).isEqualTo(sandbox.comparableState());
      }
    }
  }

  @Test
  void survivesAKilledProcess() throws Exception {
    Process child =
        new ProcessBuilder(JavaCommand.with().of(Child.class, state.toString()))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader output = child.inputReader()) {
      URI url = URI.create(output.readLine() + "/api/member_invitations");
      HttpRequest invite =
          HttpRequest.newBuilder(url)
              .header("Authorization", "Bearer sandbox-dev")
              .POST(BodyPublishers.ofString(Client.invitation("new@example.com", "Member", "")))
              .build();
      assertThat(HttpClient.newHttpClient().send(invite, BodyHandlers.ofString()).statusCode())
          .isEqualTo(200);
    } finally {
      child.destroyForcibly().waitFor();
    }

    try (Sandbox sandbox = start(Seed.sample())) {
      assertThat(sandbox.mails()).extracting(Mail::email).containsExactly("new@example.com");
    }
  }

  @Test
  void dropsALineThatAKillCutShort() throws IOException {
    String before;
    try (Sandbox sandbox = start(Acme.seed().build())) {
      before = sandbox.comparableState();
    }
    String torn = "[{\"table\":\"members\",\"key\":\"70001\",\"row\":null},{\"table\":\"me";
    Files.writeString(state, torn, StandardOpenOption.APPEND);

    try (Sandbox sandbox = start(Seed.sample())) {
      assertThat(sandbox.comparableState()).isEqualTo(before);
      Acme.dev(sandbox).invite("new@example.com");
    }
    try (Sandbox sandbox = start(Seed.sample())) {
      assertThat(sandbox.comparableState()).contains("invited new@example.com");
    }
  }

  @Test
  void refusesADamagedFileAndASecondUser() throws IOException {
    try (Sandbox sandbox = start(Acme.seed().build())) {
      assertThat(sandbox.quota()).isEqualTo(60);
      assertThatThrownBy(() -> start(Seed.sample()))
          .isInstanceOf(SandboxException.class)
          .hasMessageContaining("another sandbox is using");
    }
    Files.writeString(state, "something else\n");
    assertThatThrownBy(() -> start(Seed.sample()))
        .isInstanceOf(SandboxException.class)
        .hasMessageContaining("not a state file");
  }

  @Test
  void isNotBegunAnewWhereItsFileCannotBeLookedAt() throws IOException {
    Files.createDirectories(state.getParent());
    Files.createSymbolicLink(state, state);

    assertThatThrownBy(() -> start(Seed.sample()))
        .isInstanceOf(SandboxException.class)
        .hasMessageContaining("cannot be read");
    assertThat(state).isSymbolicLink();
  }

  @Test
  void shrinksOnceMostOfItIsSuperseded() throws IOException {
    try (Sandbox sandbox = start(Acme.seed().build())) {
      for (int i = 0; i < 3000; i++) {
        sandbox.advance(Duration.ofSeconds(1));
      }
    }
    long grown = Files.size(state);

    try (Sandbox sandbox = start(Seed.sample())) {
      assertThat(Files.size(state)).isLessThan(grown / 5);
      assertThat(sandbox.now()).isAfter(Acme.START.plusSeconds(2999));
    }
  }

  @Test
  void staysQuickWithManyMembers() {
    SeedBuilder seed = Acme.seed().quotaPerMinute(0);
    for (int i = 0; i < 50_000; i++) {
      seed.member("p" + i + "@example.com", "Person " + i, Map.of("dev", "Member"));
    }
    try (Sandbox sandbox = start(seed.build())) {
      Client dev = Acme.dev(sandbox);
      for (int i = 0; i < 200; i++) {
        assertThat(dev.put("/api/members/70010", Client.roles("prod", "Member")).status())
            .isEqualTo(200);
      }
      assertThat(dev.get("/api/members").at("/total").asInt()).isEqualTo(50_003);
    }
  }

  @Test
  void comparesByNamesWhateverTheIdsAre() {
    try (Sandbox one = Sandbox.start(Acme.seed().build(), SandboxOptions.of());
        Sandbox two = Sandbox.start(Acme.seed().build(), SandboxOptions.of())) {
      Acme.dev(one).invite("a@example.com");
      Acme.dev(one).invite("b@example.com");
      Acme.dev(two).invite("b@example.com");
      Acme.dev(two).invite("a@example.com");

      assertThat(one.comparableState()).isEqualTo(two.comparableState());
      one.acceptAll();
      assertThat(one.comparableState()).isNotEqualTo(two.comparableState());
      two.acceptAll();
      assertThat(one.comparableState()).isEqualTo(two.comparableState());
    }
  }

  private Sandbox start(Seed seed) {
    return Sandbox.start(seed, SandboxOptions.of().withState(state));
  }

  private static void changeAlot(Sandbox sandbox) {
    Client dev = Acme.dev(sandbox);
    String dana = dev.id("/api/members", "email", "dana@example.com");
    String finance = dev.id("/api/user_groups", "name", "Finance");
    dev.invite("new@example.com");
    dev.invite("newer@example.com");
    sandbox.accept("newer@example.com");
    dev.put("/api/members/" + dana, Client.roles("prod", "Member"));
    dev.post("/api/user_groups/" + finance + "/members?user_ids=" + dana, "");
    dev.delete("/api/members/" + dev.id("/api/members", "email", "eli@example.com"));
    sandbox.behave(Map.of(Switch.PUT_GRANTS.key(), "replaces"));
    sandbox.advance(Duration.ofMinutes(3));
  }
}
