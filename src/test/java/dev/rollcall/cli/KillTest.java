package dev.rollcall.cli;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.apply.RunId;
import dev.rollcall.apply.RunRecord;
import dev.rollcall.journal.Repository;
import dev.rollcall.journal.RepositorySettings;
import dev.rollcall.sandbox.FaultDraft;
import dev.rollcall.sandbox.Mail;
import dev.rollcall.sandbox.Sandbox;
import dev.rollcall.sandbox.Switch;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.batch.core.repository.dao.DefaultExecutionContextSerializer;

/**
 * Kills a real process in the middle of a run, again and again, and lets {@code rollcall rerun}
 * finish: the workspace must end as after an undisturbed run, with one invitation mail a person.
 */
class KillTest {

  private static final Duration HELD = Duration.ofMinutes(5);
  private static final Duration TWENTY_MINUTES_AND_A_MARGIN = Duration.ofMinutes(25);

  private static final String CREATE = "/api/user_groups";
  private static final String IN_GROUP = "/api/user_groups/:id/members";
  private static final String GRANTS = "/api/projects/:id/project_grants";
  private static final String GRANT = "/api/project_grants/:id";
  private static final String INVITE = "/api/member_invitations";
  private static final String MEMBER = "/api/members/:id";

  /** When the process dies: with a request held by the workspace, or once it has said something. */
  enum Moment {
    READING_THE_MEMBERS(FaultDraft.resetBefore("GET", "/api/members")),
    PLANNED("\ngroups: "),
    BEFORE_A_GROUP_IS_CREATED(FaultDraft.resetBefore("POST", CREATE)),
    AFTER_A_GROUP_IS_CREATED(FaultDraft.resetAfter("POST", CREATE)),
    AFTER_A_GROUP_GETS_A_PROJECT_ROLE(FaultDraft.resetAfter("PUT", GRANTS)),
    BEFORE_AN_INVITATION(FaultDraft.resetBefore("POST", INVITE)),
    AFTER_AN_INVITATION(FaultDraft.resetAfter("POST", INVITE).nth(2)),
    AFTER_ROLES_ARE_SET(FaultDraft.resetAfter("PUT", MEMBER)),
    BEFORE_SOMEBODY_IS_ADDED_TO_A_GROUP(FaultDraft.resetBefore("POST", IN_GROUP)),
    BEFORE_A_PROJECT_ROLE_IS_REVOKED(FaultDraft.resetBefore("DELETE", GRANT)),
    AFTER_SOMEBODY_IS_TAKEN_OUT_OF_A_GROUP(FaultDraft.resetAfter("DELETE", IN_GROUP)),
    BEFORE_A_LEAVER_IS_SUSPENDED(FaultDraft.resetBefore("PUT", MEMBER).nth(2)),
    VERIFYING("\nverifying"),
    REPORTING("\nreporting");

    private final Optional<FaultDraft> fault;
    private final String said;

    Moment(FaultDraft fault) {
      this.fault = Optional.of(fault.lasting(HELD));
      this.said = "";
    }

    Moment(String said) {
      this.fault = Optional.empty();
      this.said = said;
    }
  }

  /** What a workspace came to. */
  record Ending(String state, Map<String, Long> mails, List<String> stillPlanned) {

    static Ending of(Sandbox sandbox, Path job) {
      return new Ending(sandbox.comparableState(), mails(sandbox), stillPlanned(job));
    }

    private static Map<String, Long> mails(Sandbox sandbox) {
      return sandbox.mails().stream().collect(groupingBy(Mail::email, counting()));
    }

    /** The exit code of a dry run, with what it says where there is something left. */
    private static List<String> stillPlanned(Path job) {
      ByteArrayOutputStream told = new ByteArrayOutputStream();
      PrintStream stream = new PrintStream(told, true, StandardCharsets.UTF_8);
      int code =
          Main.run(
              new Terminal(stream, stream, false, Map.of()),
              "plan",
              job.toString(),
              "--detailed-exitcode");
      return code == 0 ? List.of() : List.of("exit " + code, told.toString(StandardCharsets.UTF_8));
    }
  }

  @TempDir static Path folder;

  // Two at a time: most of a run is the start of its process.
  private static final ExecutorService THREADS = Executors.newFixedThreadPool(2);
  private static final Map<Moment, Future<Ending>> ENDINGS = new EnumMap<>(Moment.class);
  private static Future<Ending> undisturbed;
  private static Future<Ending> terminated;
  private static Future<Ending> busy;
  private static Future<Ending> taken;
  private static Future<Ending> unsaid;
  private static Future<Ending> withoutContexts;
  private static Future<Ending> withoutExecution;

  @BeforeAll
  static void startAll() {
    undisturbed = THREADS.submit(() -> in("undisturbed", KillTest::runUndisturbed));
    terminated = THREADS.submit(() -> in("terminated", KillTest::terminate));
    busy = THREADS.submit(() -> in("busy", KillTest::runTwiceAtOnce));
    taken = THREADS.submit(() -> in("taken", KillTest::killWhileGroupsAreTaken));
    unsaid = THREADS.submit(() -> in("unsaid", KillTest::loseTheLastWord));
    withoutContexts = THREADS.submit(() -> in("withoutContexts", withPartitionsButNoContexts()));
    withoutExecution = THREADS.submit(() -> in("withoutExecution", withAnInstanceButNoExecution()));
    for (Moment moment : Moment.values()) {
      Callable<Ending> killed =
          () -> in(moment.name(), (sandbox, shell, job) -> kill(moment, sandbox, shell, job));
      ENDINGS.put(moment, THREADS.submit(killed));
    }
  }

  @AfterAll
  static void stopAll() {
    THREADS.shutdownNow();
  }

  @Test
  void anUndisturbedRunBringsEverythingAbout() {
    Ending ending = get(undisturbed);

    assertThat(ending.mails())
        .isEqualTo(Map.of("jana@example.com", 1L, "jonas@example.com", 1L, "jule@example.com", 1L));
    assertThat(ending.state())
        .contains("group Builders [mia@example.com, milo@example.com]")
        .contains("grant Billing@dev group Builders = Builder")
        .contains("grant Billing@dev max@example.com = Project operator")
        .contains("member lars@example.com roles={}")
        .doesNotContain("rita@example.com = Builder");
    assertThat(ending.stillPlanned()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aRerunFinishesWhatWasKilled(Moment moment) {
    Ending ending = get(ENDINGS.get(moment));

    assertThat(ending).isEqualTo(get(undisturbed));
  }

  @Test
  void aTerminatedRunEndsTheRequestInFlightAndIsFinishedByARerun() {
    assertThat(get(terminated)).isEqualTo(get(undisturbed));
  }

  @Test
  void aSecondRunIsToldWhoHoldsTheWorkspaceAndDisturbsNothing() {
    assertThat(get(busy)).isEqualTo(get(undisturbed));
  }

  @Test
  void whatSettingRolesTookByTheWayIsGivenBackByTheRerun() {
    assertThat(get(taken)).isEqualTo(get(undisturbed));
  }

  @Test
  void aRunThatDiedBeforeItCouldSayThatItIsOverIsOver() {
    assertThat(get(unsaid)).isEqualTo(get(undisturbed));
  }

  @Test
  void aRunThatDiedWhileBatchWroteDownItsPartitionsIsFinishedByARerun() {
    assertThat(get(withoutContexts)).isEqualTo(get(undisturbed));
  }

  @Test
  void aRunThatDiedBeforeBatchWroteDownItsExecutionIsFinishedByARerun() {
    assertThat(get(withoutExecution)).isEqualTo(get(undisturbed));
  }

  private static Ending runUndisturbed(Sandbox sandbox, RealShell shell, Path job) {
    RealShell.Running sync = shell.start("sync", job.toString());
    assertThat(sync.exitCode()).as(sync.told()).isZero();
    return Ending.of(sandbox, job);
  }

  private static Ending kill(Moment moment, Sandbox sandbox, RealShell shell, Path job) {
    moment.fault.map(FaultDraft::made).ifPresent(sandbox::fail);

    RealShell.Running sync = shell.start("sync", job.toString());
    sync.until(
        moment.name(),
        () -> moment.fault.isPresent() ? isHolding(sandbox) : sync.stderr().contains(moment.said));
    sync.kill();
    sandbox.clearFaults();
    finish(sandbox, shell);

    return Ending.of(sandbox, job);
  }

  /** Whoever gets other roles is in no group any more, and the process dies right then. */
  private static Ending killWhileGroupsAreTaken(Sandbox sandbox, RealShell shell, Path job) {
    sandbox.behave(Map.of(Switch.PUT_MEMBER.key(), "drops-groups"));
    return kill(Moment.AFTER_ROLES_ARE_SET, sandbox, shell, job);
  }

  private static Ending terminate(Sandbox sandbox, RealShell shell, Path job) {
    sandbox.fail(FaultDraft.slow("POST", INVITE, Duration.ofSeconds(2)).always().made());

    RealShell.Running sync = shell.start("sync", job.toString());
    sync.until("an invitation is in flight", () -> !sandbox.mails().isEmpty());
    sync.process().destroy();

    assertThat(sync.exitCode()).as(sync.told()).isEqualTo(8);
    assertThat(sync.stderr()).contains("Stopping after the request in flight");
    assertThat(sandbox.mails()).hasSizeLessThan(3);
    sandbox.clearFaults();
    RealShell.Running rerun = shell.start("rerun");
    assertThat(rerun.exitCode()).as(rerun.told()).isZero();
    return Ending.of(sandbox, job);
  }

  private static Ending runTwiceAtOnce(Sandbox sandbox, RealShell shell, Path job) {
    sandbox.fail(FaultDraft.resetBefore("POST", CREATE).lasting(HELD).made());

    RealShell.Running first = shell.start("sync", job.toString());
    first.until("a request is held", () -> isHolding(sandbox));
    int requests = sandbox.requests().size();
    RealShell.Running second = shell.start("sync", job.toString());

    assertThat(second.exitCode()).as(second.told()).isEqualTo(6);
    assertThat(second.stderr())
        .containsPattern("held by run \\d{8}-\\d{6}-\\w{4}")
        .contains("process " + first.process().pid());
    assertThat(sandbox.requests()).hasSize(requests);
    first.kill();
    sandbox.clearFaults();
    finish(sandbox, shell);
    return Ending.of(sandbox, job);
  }

  /** Puts the journal back to what it was a moment before the run ended. */
  private static Ending loseTheLastWord(Sandbox sandbox, RealShell shell, Path job) {
    runUndisturbed(sandbox, shell, job);
    Path repository = job.resolveSibling(".rollcall").resolve("runs");
    try (Repository opened =
        Repository.open(
            RepositorySettings.of("jdbc:h2:file:" + repository.toAbsolutePath()),
            Clock.systemUTC())) {
      RunId run = opened.journal().runs().get(0).id();
      opened.journal().end(run, RunRecord.State.UNFINISHED, 8, Instant.now());
    }

    RealShell.Running rerun = shell.start("rerun");

    assertThat(rerun.exitCode()).as(rerun.told()).isZero();
    return Ending.of(sandbox, job);
  }

  /**
   * Kills a run, and puts Batch's tables back to what they were earlier: Batch writes some things
   * one after the other.
   */
  private static Scene killedWhileWriting(FaultDraft held, String... back) {
    return (sandbox, shell, job) -> {
      sandbox.fail(held.lasting(HELD).made());
      RealShell.Running sync = shell.start("sync", job.toString());
      sync.until("a request is held", () -> isHolding(sandbox));
      sync.kill();
      sandbox.clearFaults();
      try (Repository opened =
              Repository.open(
                  RepositorySettings.of(
                      "jdbc:h2:file:"
                          + job.resolveSibling(".rollcall").resolve("runs").toAbsolutePath()),
                  Clock.systemUTC());
          Connection connection = opened.dataSource().getConnection();
          Statement statement = connection.createStatement()) {
        for (String sql : back) {
          assertThat(statement.executeUpdate(sql)).as(sql).isPositive();
        }
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
      finish(sandbox, shell);
      return Ending.of(sandbox, job);
    };
  }

  private static Scene withPartitionsButNoContexts() {
    ByteArrayOutputStream empty = new ByteArrayOutputStream();
    try {
      new DefaultExecutionContextSerializer().serialize(Map.of(), empty);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return killedWhileWriting(
        FaultDraft.resetBefore("POST", CREATE),
        "UPDATE batch_step_execution_context SET short_context = '"
            + empty.toString(StandardCharsets.ISO_8859_1)
            + "'");
  }

  private static Scene withAnInstanceButNoExecution() {
    return killedWhileWriting(
        FaultDraft.resetBefore("GET", "/api/members"),
        "DELETE FROM batch_step_execution_context",
        "DELETE FROM batch_step_execution",
        "DELETE FROM batch_job_execution_context",
        "DELETE FROM batch_job_execution_params",
        "DELETE FROM batch_job_execution");
  }

  /** Whether a request has come that gets no answer. */
  private static boolean isHolding(Sandbox sandbox) {
    return sandbox.requests().stream().anyMatch(request -> request.status() == 0);
  }

  /** Reruns; where an invitation is in doubt, once more when the workspace's rule lets it tell. */
  private static void finish(Sandbox sandbox, RealShell shell) {
    RealShell.Running rerun = shell.start("rerun");
    if (rerun.exitCode() == 3) {
      assertThat(rerun.told()).contains("in doubt");
      sandbox.advance(TWENTY_MINUTES_AND_A_MARGIN);
      shell.later(TWENTY_MINUTES_AND_A_MARGIN);
      rerun = shell.start("rerun");
    }
    assertThat(rerun.exitCode()).as(rerun.told()).isZero();
  }

  /** Something done with a workspace of its own, in a folder of its own. */
  private interface Scene {
    Ending play(Sandbox sandbox, RealShell shell, Path job) throws IOException;
  }

  private static Ending in(String name, Scene scene) throws IOException {
    Path own = Files.createDirectory(folder.resolve(name));
    try (Sandbox sandbox = DriftedCompany.sandbox()) {
      return scene.play(sandbox, new RealShell(own), DriftedCompany.jobFile(own, sandbox));
    }
  }

  private static Ending get(Future<Ending> ending) {
    try {
      return ending.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof AssertionError failed) {
        throw failed;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
