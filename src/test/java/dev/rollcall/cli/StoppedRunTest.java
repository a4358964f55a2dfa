package dev.rollcall.cli;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.rollcall.sandbox.FaultDraft;
import dev.rollcall.sandbox.InjectedFault;
import dev.rollcall.sandbox.Mail;
import dev.rollcall.sandbox.RecordedRequest;
import dev.rollcall.sandbox.Sandbox;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever stops a run, {@code rollcall rerun} ends it as if it had never been stopped, once the
 * cause is mended: with the same workspace, and nothing unrepeatable done twice.
 */
class StoppedRunTest {

  private static final int FIRST_WRITE = 26;
  private static final String INVITE = "/api/member_invitations";
  private static final String IN_GROUP = "/api/user_groups/:id/members";
  private static final String GRANTS = "/api/projects/:id/project_grants";

  /** What a workspace came to. */
  private record Ending(String state, Map<String, Long> mails, long groupsCreated) {

    static Ending of(Sandbox sandbox) {
      return new Ending(
          sandbox.comparableState(),
          sandbox.mails().stream().collect(groupingBy(Mail::email, counting())),
          sandbox.requests().stream()
              .filter(request -> request.endpoint().equals("POST /api/user_groups"))
              .filter(request -> request.status() / 100 == 2)
              .count());
    }
  }

  private static Ending undisturbed;
  private static List<RecordedRequest> requests;

  @TempDir Path folder;
  private Sandbox sandbox;
  private Path job;

  @BeforeEach
  void open() {
    sandbox = DriftedCompany.sandbox();
    job = DriftedCompany.jobFile(folder, sandbox);
  }

  @AfterEach
  void close() {
    sandbox.close();
  }

  /** The first request to each endpoint of an undisturbed run, and the last that only reads. */
  static Stream<Arguments> moments(@TempDir Path elsewhere) {
    learn(elsewhere);
    Map<String, Integer> moments = new LinkedHashMap<>();
    for (int i = requests.size(); i > 0; i--) {
      String endpoint = requests.get(i - 1).endpoint();
      if (endpoint.startsWith("GET")) {
        moments.putIfAbsent("last " + endpoint, i);
      }
      // Before anything is written it hardly matters what is read, but for what may go unread.
      if (i >= FIRST_WRITE || i % 4 == 0 || endpoint.endsWith("activity_logs")) {
        moments.put("first " + endpoint, i);
      }
    }
    return moments.entrySet().stream()
        .sorted(Map.Entry.comparingByValue())
        .map(moment -> arguments(moment.getKey(), moment.getValue()));
  }

  private static synchronized void learn(Path elsewhere) {
    try (Sandbox quiet = DriftedCompany.sandbox()) {
      Ran ran = Shell.run("sync", DriftedCompany.jobFile(elsewhere, quiet).toString());
      assertThat(ran.code()).as(ran.toString()).isZero();
      undisturbed = Ending.of(quiet);
      requests = quiet.requests();
    }
  }

  @ParameterizedTest
  @MethodSource("moments")
  void aTokenThatDiedAndLivesAgain(String moment, int nth) {
    sandbox.fail(FaultDraft.status("*", "*", 401).nth(nth).always().made());

    Ran sync = Shell.run("sync", job.toString());

    if (sandbox.requests().size() < nth) {
      // Which lane comes first decides how much is looked at: there are runs of fewer requests.
      assertThat(sync.code()).as(sync.toString()).isZero();
      assertThat(Ending.of(sandbox)).isEqualTo(undisturbed);
      return;
    }
    boolean hasWritten = sandbox.requests().stream().anyMatch(each -> !each.method().equals("GET"));
    assertThat(sync.code()).as(sync.toString()).isEqualTo(hasWritten ? 9 : 5);
    assertThat(sync.complaints()).hasSize(1);
    assertThat(sync.err()).contains("is refused everywhere", "target.tokens.");
    if (nth > 2) {
      assertThat(sync.out())
          .as(sync.toString())
          .contains(hasWritten ? "Applied " : "nothing was written");
    }
    sandbox.clearFaults();
    goesOnToItsEnd();
  }

  @Test
  void aTokenThatIsStillDead(@TempDir Path elsewhere) {
    learn(elsewhere);
    sandbox.fail(FaultDraft.status("PUT", GRANTS, 401).made());
    sandbox.fail(FaultDraft.status("*", "*", 401).nth(29).always().made());
    Ran sync = Shell.run("sync", job.toString());

    Ran rerun = Shell.run("rerun", job.toString());

    assertThat(sync.code()).as(sync.toString()).isEqualTo(9);
    assertThat(rerun.code()).as(rerun.toString()).isEqualTo(9);
    sandbox.clearFaults();
    goesOnToItsEnd();
  }

  static Stream<Arguments> causes() {
    Map<String, FaultDraft> causes = new LinkedHashMap<>();
    causes.put("9 the members cannot be read", gone("GET", "/api/members"));
    causes.put("9 the names cannot be read", gone("GET", "/api/environment_roles"));
    causes.put("9 nothing answers any more", gone("*", "*").nth(12));
    causes.put("9 what was done cannot be read back", gone("GET", "/api/members").nth(2));
    causes.put("9 a group cannot be read before it is changed", gone("GET", IN_GROUP).nth(3));
    causes.put("9 a project cannot be read before it is changed", gone("GET", GRANTS).nth(7));
    causes.put(
        "3 a group is not read whole before it is changed",
        FaultDraft.of("GET", IN_GROUP, InjectedFault.Effect.EMPTY)
            .withBody("{\"data\":[],\"total\":7}")
            .nth(3)
            .times(4));
    causes.put(
        "5 a group is not read whole for the plan",
        FaultDraft.of("GET", IN_GROUP, InjectedFault.Effect.EMPTY)
            .withBody("{\"data\":[],\"total\":7}")
            .times(4));
    causes.put("3 there are too many requests", tooMany("POST", INVITE));
    causes.put("3 there are too many requests to groups", tooMany("POST", IN_GROUP));
    for (String write :
        List.of(
            "POST " + INVITE,
            "POST /api/user_groups",
            "POST " + IN_GROUP,
            "DELETE " + IN_GROUP,
            "PUT " + GRANTS,
            "DELETE /api/project_grants/:id",
            "PUT /api/members/:id")) {
      String[] parts = write.split(" ");
      causes.put("3 " + write + " may not be called", forbidden(parts[0], parts[1]));
    }
    causes.put(
        "3 a new group is refused", FaultDraft.status("POST", "/api/user_groups", 422).always());
    causes.put("3 invitations are refused", FaultDraft.status("POST", INVITE, 422).always());
    causes.put("3 grants are refused", FaultDraft.status("PUT", GRANTS, 422).always());
    return causes.entrySet().stream()
        .map(
            cause ->
                arguments(
                    cause.getKey().substring(2),
                    Integer.parseInt(cause.getKey().substring(0, 1)),
                    cause.getValue()));
  }

  private static FaultDraft gone(String method, String path) {
    return FaultDraft.status(method, path, 503).withHeader("Retry-After", "0").always();
  }

  private static FaultDraft tooMany(String method, String path) {
    return FaultDraft.status(method, path, 429).withHeader("Retry-After", "0").always();
  }

  private static FaultDraft forbidden(String method, String path) {
    return FaultDraft.status(method, path, 403).always();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("causes")
  void whateverElseStoppedIt(String cause, int code, FaultDraft fault, @TempDir Path elsewhere) {
    if (undisturbed == null) {
      learn(elsewhere);
    }
    sandbox.fail(fault.made());

    Ran sync = Shell.run("sync", job.toString());

    assertThat(sync.code()).as(sync.toString()).isEqualTo(code);
    sandbox.clearFaults();
    goesOnToItsEnd();
  }

  @Test
  void theEndOfItsTime(@TempDir Path elsewhere) {
    learn(elsewhere);
    sandbox.fail(FaultDraft.slow("POST", INVITE, Duration.ofMillis(1_500)).always().made());

    Ran sync = Shell.run("sync", job.toString(), "--deadline", "1s");

    assertThat(sync.code()).as(sync.toString()).isEqualTo(8);
    sandbox.clearFaults();
    goesOnToItsEnd();
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 503})
  void neverHavingReachedTheWorkspace(int status, @TempDir Path elsewhere) {
    learn(elsewhere);
    sandbox.fail(
        FaultDraft.status("*", "*", status).withHeader("Retry-After", "0").always().made());

    Ran sync = Shell.run("sync", job.toString());
    Ran still = Shell.run("rerun", job.toString());

    assertThat(sync.code()).as(sync.toString()).isEqualTo(status == 401 ? 5 : 9);
    assertThat(still.code()).as(still.toString()).isEqualTo(sync.code());
    sandbox.clearFaults();
    goesOnToItsEnd();
    Ran nothing = Shell.run("rerun", job.toString());
    assertThat(nothing.out()).contains("No run has left anything", "rollcall sync " + job);
  }

  private void goesOnToItsEnd() {
    Ran rerun = Shell.run("rerun", job.toString());

    assertThat(rerun.code()).as(rerun.toString()).isZero();
    assertThat(rerun.err()).containsPattern("(Going on with run|a new run plans afresh)");
    assertThat(Ending.of(sandbox)).isEqualTo(undisturbed);
  }
}
