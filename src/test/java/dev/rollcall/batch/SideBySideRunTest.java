package dev.rollcall.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.rollcall.apply.OperationState;
import dev.rollcall.apply.Progress;
import dev.rollcall.apply.Stop;
import dev.rollcall.job.JobFileReader;
import dev.rollcall.job.LoadedJob;
import dev.rollcall.job.RunOptions;
import dev.rollcall.job.yaml.ReferenceSources;
import dev.rollcall.planning.OpenedTenant;
import dev.rollcall.report.RunHead;
import dev.rollcall.sandbox.Sandbox;
import dev.rollcall.sandbox.SandboxOptions;
import dev.rollcall.sandbox.SeedBuilder;
import dev.rollcall.sandbox.SeedMember;
import dev.rollcall.security.Secrets;
import dev.rollcall.source.columns.Destination;
import dev.rollcall.tenant.MemoryExperience;
import dev.rollcall.tenant.http.BearerToken;
import dev.rollcall.tenant.http.MovingClock;
import dev.rollcall.tenant.http.RunContext;
import dev.rollcall.tenant.workato.Environment;
import dev.rollcall.tenant.workato.WorkatoSettings;
import dev.rollcall.tenant.workato.WorkatoTenant;
import dev.rollcall.tenant.workato.WorkatoVocabulary;
import dev.rollcall.testing.QuotaWindows;
import dev.rollcall.testing.TestingRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole run by a clock that moves only when all its lanes wait. */
class SideBySideRunTest {

  private static final int JOINERS = 250;
  private static final int MOVERS = 200;
  private static final int PROJECTS = 12;

  @TempDir Path folder;
  private final MovingClock clock = new MovingClock(Instant.parse("2026-03-01T10:00:00Z"));

  @Test
  void lastsAsLongAsItsLongestLane() throws IOException {
    try (Sandbox sandbox = Sandbox.start(seed().build(), SandboxOptions.of().withClock(clock));
        TestingRepository repository = TestingRepository.in(folder)) {
      LoadedJob job = job(sandbox);
      OpenedTenant target = target(sandbox);
      Instant begun = clock.instant();

      RunResult result =
          run(job, repository, target, new Stop(clock, Optional.empty(), 5), Progress.SILENT);

      Duration took = Duration.between(begun, clock.instant());
      assertThat(result.code()).as(result.toString()).isEqualTo(ExitCode.DONE);
      assertThat(repository.journal().results(TestingRepository.id(1)))
          .hasSizeGreaterThan(JOINERS + MOVERS)
          .allMatch(each -> each.state() == OperationState.APPLIED);
      assertThat(sandbox.mails()).hasSize(JOINERS).doesNotHaveDuplicates();
      QuotaWindows windows = QuotaWindows.of(60, sandbox.requests()).isNeverExceeded();
      assertThat(windows.sum()).isGreaterThan(windows.longest().multipliedBy(3).dividedBy(2));
      assertThat(took)
          .isBetween(windows.longest(), windows.longest().multipliedBy(105).dividedBy(100));
      target.close();
    }
  }

  @Test
  void saysBeforeItSendsThatItWillNotEndInTime() throws IOException {
    try (Sandbox sandbox = Sandbox.start(seed().build(), SandboxOptions.of().withClock(clock));
        TestingRepository repository = TestingRepository.in(folder)) {
      LoadedJob job = job(sandbox);
      OpenedTenant target = target(sandbox);
      Stop stop = new Stop(clock, Optional.of(clock.instant().plus(Duration.ofMinutes(3))), 5);
      List<String> said = new ArrayList<>();

      RunResult result =
          run(
              job,
              repository,
              target,
              stop,
              new Progress() {
                @Override
                public void begins(String how) {
                  said.add(how + " (%d writes before)".formatted(writes(sandbox)));
                }

                @Override
                public void phase(String name, int requests) {}

                @Override
                public void step(String detail) {}
              });

      assertThat(result.code()).as(result.toString()).isEqualTo(ExitCode.INTERRUPTED);
      assertThat(said)
          .singleElement(STRING)
          .matches(
              "this takes about \\d+ min \\d+ s, and only [23] min \\d+ s are left until --deadline: .*"
                  + "rerun \\(0 writes before\\)");
      assertThat(writes(sandbox)).isPositive();
      target.close();
    }
  }

  private static long writes(Sandbox sandbox) {
    return sandbox.requests().stream().filter(each -> !each.method().equals("GET")).count();
  }

  private RunResult run(
      LoadedJob job,
      TestingRepository repository,
      OpenedTenant target,
      Stop stop,
      Progress progress) {
    return new RunAttempt(
            new RunOrder(
                TestingRepository.id(1), RunHead.Mode.SYNC, job, RunOptions.none(), Set.of()),
            new RunResources(repository.repository(), target, stop, progress, clock))
        .make();
  }

  private static SeedBuilder seed() {
    String[] projects = new String[PROJECTS];
    for (int i = 0; i < PROJECTS; i++) {
      projects[i] = "Project " + i;
    }
    SeedBuilder seed =
        new SeedBuilder()
            .workspace(9001, "Acme", "owner@example.com")
            .environment("dev", projects)
            .environment("prod")
            .environmentRole("Analyst")
            .group("Old", "");
    for (int i = 0; i < MOVERS; i++) {
      seed.member(
          SeedMember.of(mail("m", i), "M " + i, Map.of("dev", "Member", "prod", "Member"))
              .in("Old"));
    }
    return seed;
  }

  private LoadedJob job(Sandbox sandbox) throws IOException {
    StringBuilder roster = new StringBuilder("Email,Name,DEV role,Groups,Projects\n");
    for (int i = 0; i < MOVERS; i++) {
      roster.append(
          "%s,M %d,Analyst,Old;New,Project %d@dev = Builder\n"
              .formatted(mail("m", i), i, i % PROJECTS));
    }
    for (int i = 0; i < JOINERS; i++) {
      roster.append("%s,J %d,Member,New,\n".formatted(mail("j", i), i));
    }
    Files.writeString(folder.resolve("people.csv"), roster);
    Path file =
        Files.writeString(
            folder.resolve("job.yaml"),
            """
            name: nightly
            sources:
              - name: hr
                type: csv
                path: people.csv
                columns: { email: Email, name: Name, role.dev: DEV role, groups: Groups, projects: Projects }
            groups:
              New:
                description: New
                projects: [ { project: Project 0, environment: dev, role: Builder } ]
            target: { type: workato, url: "%s", tokens: { dev: "${env:TOKEN}" } }
            safety: { seats: 5000, invites: { count: 1000 }, losses: { share: 100%%, count: 1000 } }
            report: { formats: [json] }
            """
                .formatted(sandbox.url()));
    return new JobFileReader(ReferenceSources.with(Map.of("TOKEN", sandbox.tokens().get("dev"))))
        .read(file, List.of());
  }

  private OpenedTenant target(Sandbox sandbox) {
    Map<Environment, BearerToken> tokens = new LinkedHashMap<>();
    tokens.put(new Environment("dev"), BearerToken.of(sandbox.tokens().get("dev")));
    WorkatoTenant workspace =
        new WorkatoTenant(
            WorkatoSettings.of(sandbox.url(), tokens),
            new RunContext(
                new MemoryExperience(), clock.waiting(), lane -> List.of(), Secrets.none()));
    return new OpenedTenant(
        workspace,
        new Destination(
            WorkatoVocabulary.VOCABULARY,
            tokens.keySet().stream().map(WorkatoVocabulary::resource).toList()),
        clock,
        clock,
        Optional.empty(),
        key -> {});
  }

  private static String mail(String prefix, int number) {
    return prefix + number + "@example.com";
  }
}
