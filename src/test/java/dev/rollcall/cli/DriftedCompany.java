package dev.rollcall.cli;

import dev.rollcall.sandbox.Sandbox;
import dev.rollcall.sandbox.SandboxOptions;
import dev.rollcall.sandbox.Seed;
import dev.rollcall.sandbox.SeedBuilder;
import dev.rollcall.sandbox.SeedMember;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A dozen people of whom most are not as their roster says: three join, three move, one loses a
 * group and a project role, two leave, and a group is new.
 */
final class DriftedCompany {

  private static final String JOB =
      """
      name: small
      time-zone: UTC
      sources:
        - name: hr
          type: csv
          path: people.csv
          columns:
            email: Email
            name: Name
            status: Status
            role.dev: DEV role
            role.prod: PROD role
            groups: Groups
            projects: Projects
          status: { active: [Active], left: [Left] }
      groups:
        Builders:
          description: Builds recipes
          projects: [ { project: Billing, environment: dev, role: Builder } ]
      target:
        type: workato
        url: URL
        tokens: { dev: sandbox-dev, prod: sandbox-prod }
        rate: { per-minute: 60000 }
      scope:
        emails: ["*@example.com"]
      safety:
        removals: { share: 100%, count: 25 }
        losses: { share: 100% }
        minimum-admins: 0
        seats: 100
      """;

  private static final String PEOPLE =
      """
      Email,Name,Status,DEV role,PROD role,Groups,Projects
      jana@example.com,Jana Holm,Active,Member,Member,Builders,
      jonas@example.com,Jonas Beck,Active,Member,,Ops,
      jule@example.com,Jule Roth,Active,,Member,,
      mia@example.com,Mia Sand,Active,Release captain,Member,Builders,
      milo@example.com,Milo Kern,Active,Member,,Builders;Ops,
      max@example.com,Max Lund,Active,Member,,Ops,Billing@dev = Project operator
      rita@example.com,Rita Moor,Active,Member,Member,,
      lars@example.com,Lars Witt,Left,,,,
      lena@example.com,Lena Voss,Left,,,,
      una@example.com,Una Falk,Active,Member,,Ops,
      uwe@example.com,Uwe Brandt,Active,Member,Member,,Close@dev = Builder
      ulla@example.com,Ulla Stein,Active,Member,,Ops,
      """;

  private DriftedCompany() {}

  static Sandbox sandbox() {
    return Sandbox.start(seed(), SandboxOptions.of());
  }

  private static Seed seed() {
    return new SeedBuilder()
        .quotaPerMinute(0)
        .environment("dev", "Billing", "Close")
        .environment("prod", "Billing")
        .environmentRole("Release captain")
        .group("Ops", "Keeps it running")
        .member(in("mia", "Mia Sand", "Ops", "dev", "prod"))
        .member(in("milo", "Milo Kern", "Ops", "dev"))
        .member(in("max", "Max Lund", "Ops", "dev").on("Billing@dev", "Builder"))
        .member(in("rita", "Rita Moor", "Ops", "dev", "prod").on("Billing@prod", "Builder"))
        .member(in("lars", "Lars Witt", "Ops", "dev", "prod").on("Close@dev", "Builder"))
        .member(in("lena", "Lena Voss", "Ops", "dev"))
        .member(in("una", "Una Falk", "Ops", "dev"))
        .member(in("uwe", "Uwe Brandt", "", "dev", "prod").on("Close@dev", "Builder"))
        .member(in("ulla", "Ulla Stein", "Ops", "dev"))
        .build();
  }

  private static SeedMember in(String who, String name, String group, String... environments) {
    Map<String, String> roles =
        Arrays.stream(environments).collect(Collectors.toMap(each -> each, e -> "Member"));
    SeedMember member = SeedMember.of(who + "@example.com", name, roles);
    return group.isEmpty() ? member : member.in(group);
  }

  /** Writes the job file and its roster into a folder. */
  static Path jobFile(Path folder, Sandbox sandbox) {
    try {
      Files.writeString(folder.resolve("people.csv"), PEOPLE);
      return Files.writeString(
          folder.resolve("small.yaml"), JOB.replace("URL", sandbox.url().toString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
