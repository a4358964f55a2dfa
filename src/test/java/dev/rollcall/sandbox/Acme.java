package dev.rollcall.sandbox;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The company of the tests: two environments, two groups, three people and one invitation. */
final class Acme {
  static final Instant START = Instant.parse("2025-06-02T08:00:00Z");

  private Acme() {}

  static SeedBuilder seed() {
    return new SeedBuilder()
        .workspace(4711, "Acme", "owner@example.com")
        .clock(START)
        .environment("dev", "Billing", "Close")
        .environment("prod", "Billing")
        .token("narrow", "dev", List.of("GET /api/members"))
        .token(new Seed.Token("scoped", "dev", Optional.of(List.of("Close")), Optional.empty()))
        .environmentRole("Release captain")
        .projectRole("Auditor")
        .group("Finance", "Finance people")
        .groupProject("Finance", "Billing@dev", "Builder")
        .group("Ops", "")
        .member(
            SeedMember.of(
                    "ana@example.com",
                    "Ana Silva",
                    Map.of("dev", "Environment admin", "prod", "Member"))
                .in("Finance")
                .on("Billing@dev", "Project admin"))
        .member("dana@example.com", "Dana Kim", Map.of("dev", "Member"))
        .member("eli@example.com", "Eli Moss", Map.of("dev", "Member"))
        .invitation(
            new Seed.Invitation(
                "pia@example.com",
                "Pia Lund",
                Map.of("dev", "Member"),
                List.of("Ops"),
                Optional.empty()));
  }

  static Sandbox start(Switch which, String position) {
    return Sandbox.start(seed().behaviour(which, position).build(), SandboxOptions.of());
  }

  static Client dev(Sandbox sandbox) {
    return new Client(sandbox, "sandbox-dev");
  }
}
