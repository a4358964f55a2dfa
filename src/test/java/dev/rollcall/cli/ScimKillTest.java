package dev.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.sandbox.FaultDraft;
import dev.rollcall.sandbox.SandboxOptions;
import dev.rollcall.sandbox.scim.ScimSandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Kills a real process in the middle of a run against a SCIM service provider, and lets {@code
 * rollcall rerun} finish: the end is that of an undisturbed run.
 */
@Tag("long")
class ScimKillTest {

  private static final Duration HELD = Duration.ofMinutes(5);
  private static final String USERS = "/scim/v2/Users";
  private static final String GROUPS = "/scim/v2/Groups";

  private static final String SEED =
      """
      { "users": [
          { "id": "ana", "userName": "ana@example.com", "name": { "givenName": "Ana" } },
          { "id": "bob", "userName": "bob@example.com", "name": { "givenName": "Bob" } },
          { "id": "joe", "userName": "joe@example.com", "active": false },
          { "id": "xan", "userName": "xan@example.net" } ],
        "groups": [
          { "id": "g1", "displayName": "Staff",
            "members": [ { "value": "bob" }, { "value": "xan" } ] } ] }
      """;

  private static final String PEOPLE =
      """
      Email,Name,Status,Groups
      ana@example.com,Ana,Active,Staff
      bob@example.com,Bob,Left,
      joe@example.com,Joe,Active,Staff; Desk
      new@example.com,New Face,Active,Staff
      more@example.com,More Faces,Active,Desk
      """;

  private static final String JOB =
      """
      name: directory
      time-zone: UTC
      sources:
        - { name: hr, type: csv, path: people.csv, status: { active: [Active], left: [Left] } }
      groups: { Desk: {} }
      target:
        type: scim
        url: URL
        token: sandbox-scim
        allow-create: true
        rate: { per-minute: 60000 }
      scope: { emails: ["*@example.com"] }
      safety:
        removals: { share: 100%, count: 25 }
        losses: { share: 100% }
        protected: [ana@example.com]
      """;

  /** When the process dies: while a request gets no answer. */
  enum Moment {
    UNDISTURBED(FaultDraft.resetBefore("DELETE", "/never")),
    AFTER_A_GROUP_IS_MADE(FaultDraft.resetAfter("POST", GROUPS)),
    BEFORE_AN_ACCOUNT_IS_MADE(FaultDraft.resetBefore("POST", USERS)),
    AFTER_AN_ACCOUNT_IS_MADE(FaultDraft.resetAfter("POST", USERS).nth(2)),
    AFTER_SOMEBODY_COMES_BACK(FaultDraft.resetAfter("PATCH", USERS + "/:id")),
    AFTER_MEMBERS_ARE_ADDED(FaultDraft.resetAfter("PATCH", GROUPS + "/:id").nth(2));

    private final FaultDraft fault;

    Moment(FaultDraft fault) {
      this.fault = fault.lasting(HELD);
    }
  }

  @TempDir static Path folder;

  private static final ExecutorService THREADS = Executors.newFixedThreadPool(2);
  private static final Map<Moment, Future<String>> ENDINGS = new EnumMap<>(Moment.class);

  @BeforeAll
  static void startAll() {
    for (Moment moment : Moment.values()) {
      ENDINGS.put(moment, THREADS.submit(() -> ending(moment)));
    }
  }

  @AfterAll
  static void stopAll() {
    THREADS.shutdownNow();
  }

  private static String ending(Moment moment) throws IOException {
    Path own = Files.createDirectory(folder.resolve(moment.name()));
    Files.writeString(own.resolve("people.csv"), PEOPLE);
    try (ScimSandbox sandbox = ScimSandbox.of(SEED, SandboxOptions.of())) {
      Path job = own.resolve("job.yaml");
      String url = sandbox.url() + ScimSandbox.PATH;
      Files.writeString(job, JOB.replace("URL", url));
      RealShell shell = new RealShell(own);
      sandbox.fail(moment.fault.made());
      RealShell.Running sync = shell.start("sync", job.toString());
      if (moment != Moment.UNDISTURBED) {
        sync.until(moment.name(), () -> isHolding(sandbox));
        sync.kill();
        sandbox.clearFaults();
        sync = shell.start("rerun");
      }
      assertThat(sync.exitCode()).as(sync.told()).isZero();
      assertThat(Shell.run("plan", job.toString(), "--detailed-exitcode").code()).isZero();
      return sandbox.comparableState();
    }
  }

  private static boolean isHolding(ScimSandbox sandbox) {
    return sandbox.requests().stream().anyMatch(request -> request.status() == 0);
  }

  @ParameterizedTest
  @EnumSource
  void aRerunFinishesWhatWasKilled(Moment moment) throws ExecutionException, InterruptedException {
    String state = ENDINGS.get(moment).get();

    assertThat(state.lines())
        .containsExactly(
            "group Desk",
            "group Desk has joe@example.com",
            "group Desk has more@example.com",
            "group Staff",
            "group Staff has ana@example.com",
            "group Staff has joe@example.com",
            "group Staff has new@example.com",
            "group Staff has xan@example.net",
            "user ana@example.com",
            "user bob@example.com suspended",
            "user joe@example.com",
            "user more@example.com",
            "user new@example.com",
            "user xan@example.net");
  }
}
