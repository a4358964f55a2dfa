package dev.rollcall.batch;

import static dev.rollcall.testing.Plans.invite;
import static dev.rollcall.testing.Plans.plan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.rollcall.apply.OperationState;
import dev.rollcall.apply.Progress;
import dev.rollcall.apply.RunRecord;
import dev.rollcall.apply.Stop;
import dev.rollcall.job.JobFileReader;
import dev.rollcall.job.LoadedJob;
import dev.rollcall.job.RunOptions;
import dev.rollcall.job.yaml.ReferenceSources;
import dev.rollcall.journal.RepositorySettings;
import dev.rollcall.plan.Plan;
import dev.rollcall.plan.Stage;
import dev.rollcall.planning.OpenedTenant;
import dev.rollcall.report.RunHead;
import dev.rollcall.report.RunReport;
import dev.rollcall.report.RunTimeline;
import dev.rollcall.source.columns.Destination;
import dev.rollcall.tenant.Identity;
import dev.rollcall.tenant.TenantUnavailable;
import dev.rollcall.tenant.http.Sleeper;
import dev.rollcall.tenant.workato.WorkatoVocabulary;
import dev.rollcall.testing.RecordingWorkspace;
import dev.rollcall.testing.TestingRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run tells of itself, however far it came. */
class RunReporterTest {

  private static final Plan PLAN = plan().with(Stage.ADDITIONS, invite("ana")).build();

  private final TestingRepository kept =
      TestingRepository.at(RepositorySettings.of("jdbc:h2:mem:" + UUID.randomUUID()));
  private final Stop stop = new Stop(TestingRepository.clock(), Optional.empty(), 5);

  @TempDir Path folder;
  private RunReporter reporter;

  @BeforeEach
  void begin() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("job.yaml"),
            """
            name: nightly
            sources: [ { name: hr, type: csv, path: people.csv } ]
            target:
              type: workato
              data-center: us
              tokens: { dev: "${env:TOKEN}" }
            report: { formats: [json] }
            """);
    LoadedJob job =
        new JobFileReader(ReferenceSources.with(Map.of("TOKEN", "hush-hush")))
            .read(file, List.of());
    kept.journal().begin(TestingRepository.record(1, "nightly", PLAN.workspace()));
    OpenedTenant target =
        new OpenedTenant(
            new RecordingWorkspace(),
            new Destination(WorkatoVocabulary.VOCABULARY, List.of()),
            TestingRepository.clock(),
            Sleeper.REAL,
            Optional.empty(),
            key -> {});
    reporter =
        new RunReporter(
            new RunOrder(
                TestingRepository.id(1), RunHead.Mode.SYNC, job, RunOptions.none(), Set.of()),
            new RunResources(
                kept.repository(), target, stop, Progress.SILENT, TestingRepository.clock()),
            new Identity(PLAN.workspace(), "Acme", Optional.empty()));
  }

  @AfterEach
  void close() {
    kept.close();
  }

  private void planned() {
    kept.journal().plan(TestingRepository.id(1), PLAN, Map.of(), Map.of(), "");
  }

  private static int code(RunReport report) {
    return report.head().ending().orElseThrow().exitCode();
  }

  @Test
  void phasesFollowEachOtherWithoutGapsAndTheLastOneGoesOn() {
    reporter.phase("reading rosters");
    reporter.phase("planning");

    assertThat(reporter.report().course().timeline())
        .extracting(RunTimeline.Phase::name, RunTimeline.Phase::status)
        .containsExactly(tuple("reading rosters", "completed"), tuple("planning", "running"));
  }

  @Test
  void theFirstFailureIsToldAndEndsItsPhase() {
    planned();
    reporter.phase("additions");
    reporter.failed(new TenantUnavailable("no answer"));
    reporter.failed(new IllegalStateException("because of that"));

    RunReport report = reporter.report();

    assertThat(reporter.failure()).get().isInstanceOf(TenantUnavailable.class);
    assertThat(report.course().stopped()).contains("no answer");
    assertThat(report.course().timeline())
        .extracting(RunTimeline.Phase::status)
        .containsExactly("failed");
    assertThat(code(report)).isEqualTo(9);
  }

  @Test
  void noSecretOfTheJobIsInWhatIsTold() {
    reporter.failed(new IllegalStateException("refused hush-hush"));

    assertThat(reporter.report().course().stopped().orElseThrow()).doesNotContain("hush");
  }

  @Test
  void aStopIsToldInWords() {
    planned();
    stop.ask(Stop.Cause.DEADLINE);

    assertThat(reporter.report().course().stopped()).contains("its time is over");
    assertThat(code(reporter.report())).isEqualTo(8);
  }

  @Test
  void aRunWithoutAPlanHasAReportAllTheSame() {
    reporter.failed(new WrongInput("the roster is empty"));

    RunReport report = reporter.report();

    assertThat(report.plan().operations()).isEmpty();
    assertThat(report.head().workspace()).isEqualTo("Acme");
    assertThat(code(report)).isEqualTo(5);
    assertThat(reporter.ending().state(RunHead.Mode.SYNC)).isEqualTo(RunRecord.State.UNFINISHED);
  }

  @Test
  void whatBecameOfOperationsIsTheJournalsWord() {
    planned();
    assertThat(code(reporter.report())).isEqualTo(3);

    kept.journal()
        .change(TestingRepository.id(1), 1, OperationState.APPLIED, "", TestingRepository.NOW);

    RunReport report = reporter.report();
    assertThat(report.plan()).isEqualTo(PLAN);
    assertThat(report.operations()).hasSize(1);
    assertThat(code(report)).isZero();
    assertThat(reporter.ending().isFinished()).isTrue();
  }

  @Test
  void aReportThatCannotBeWrittenIsAProblemAndNoFailure() throws IOException {
    planned();
    Files.writeString(folder.resolve("reports"), "a file");

    reporter.write(Optional.empty());

    assertThat(reporter.unwritten()).isNotEmpty();
    assertThat(reporter.failure()).isEmpty();
  }

  @Test
  void reportsGoWhereTheJobFileSays() {
    planned();

    reporter.write(Optional.empty());

    assertThat(reporter.unwritten()).isEmpty();
    assertThat(folder.resolve("reports/" + TestingRepository.id(1) + "/report.json")).exists();
    assertThat(kept.repository().purging().reportFolders())
        .containsEntry(TestingRepository.id(1), folder.resolve("reports").toAbsolutePath());
  }
}
