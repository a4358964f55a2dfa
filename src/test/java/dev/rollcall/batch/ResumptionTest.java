package dev.rollcall.batch;

import static dev.rollcall.testing.Plans.invite;
import static dev.rollcall.testing.Plans.plan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.apply.OperationState;
import dev.rollcall.apply.RunId;
import dev.rollcall.apply.RunRecord;
import dev.rollcall.job.JobFileReader;
import dev.rollcall.job.LoadedJob;
import dev.rollcall.job.RunOptions;
import dev.rollcall.job.yaml.ReferenceSources;
import dev.rollcall.journal.RepositorySettings;
import dev.rollcall.journal.UnusablePlan;
import dev.rollcall.plan.Plan;
import dev.rollcall.plan.Stage;
import dev.rollcall.report.RunHead;
import dev.rollcall.testing.TestingRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a run of before goes on, told by what the repository holds alone. */
class ResumptionTest {

  private static final Plan PLAN =
      plan().with(Stage.ADDITIONS, invite("ana")).with(Stage.ADDITIONS, invite("ben")).build();
  private static final Instant NOW = PLAN.madeAt().plusSeconds(60);
  private static final RunId RUN = TestingRepository.id(1);
  private static final RunId FRESH = TestingRepository.id(9);

  private final TestingRepository kept =
      TestingRepository.at(RepositorySettings.of("jdbc:h2:mem:" + UUID.randomUUID()));

  @TempDir Path folder;
  private LoadedJob job;

  @BeforeEach
  void read() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("job.yaml"),
            """
            name: nightly
            sources: [ { name: hr, type: csv, path: people.csv } ]
            target: { type: sandbox }
            """);
    job = new JobFileReader(ReferenceSources.with(Map.of())).read(file, List.of());
  }

  @AfterEach
  void close() {
    kept.close();
  }

  private RunRecord begun(String flags) {
    kept.journal()
        .begin(
            new RunRecord(
                RUN,
                "nightly",
                job.path().toString(),
                PLAN.workspace(),
                KeptPlan.inputs(job, RunOptions.none()),
                flags,
                RunRecord.State.UNFINISHED,
                NOW,
                Optional.empty(),
                Optional.empty(),
                false));
    return record();
  }

  private RunRecord planned(String flags) {
    begun(flags);
    kept.journal().plan(RUN, PLAN, Map.of(), Map.of(), "");
    return record();
  }

  private RunRecord record() {
    return kept.journal().run(RUN).orElseThrow();
  }

  private Resumption resumption(RunRecord record, RunOptions options) {
    return new Resumption(record, job, options, () -> FRESH);
  }

  private Resumption.Next next(RunRecord record, RunOptions options, Instant now) {
    return resumption(record, options).next(kept.journal(), now);
  }

  @Test
  void aPlanThatStandsIsGoneOnWithByTheSameRun() {
    Resumption.Next next = next(planned(""), RunOptions.none(), NOW);

    assertThat(next.run()).isEqualTo(RUN);
    assertThat(next.mode()).isEqualTo(RunHead.Mode.SYNC);
    assertThat(next.told()).isEqualTo("Going on with run " + RUN + " of nightly.");
  }

  @Test
  void aRunWithoutAPlanPlansAndStaysTheSame() {
    Resumption.Next next = next(begun(""), RunOptions.none(), NOW);

    assertThat(next.run()).isEqualTo(RUN);
    assertThat(next.told()).contains("which had no plan yet: it plans afresh");
  }

  @Test
  void anOldPlanIsMadeAnewByANewRunThatSaysWhatHoldsForIt() {
    RunOptions only = RunOptions.none().limitedTo(List.of("ana@example.com"));
    Resumption.Next next = next(planned("--only=ana@example.com"), only, NOW.plusSeconds(90_000));

    assertThat(next.run()).isEqualTo(FRESH);
    assertThat(next.mode()).isEqualTo(RunHead.Mode.SYNC);
    assertThat(next.options()).isEqualTo(only);
    assertThat(next.told()).contains("a new run plans afresh, with --only=ana@example.com.");
  }

  @Test
  void ofAReviewedPlanNothingElseIsEverDone() {
    assertThat(next(planned("--reviewed"), RunOptions.none(), NOW).mode())
        .isEqualTo(RunHead.Mode.APPLY);
    assertThatThrownBy(() -> next(record(), RunOptions.none(), NOW.plusSeconds(90_000)))
        .isInstanceOf(UnusablePlan.class)
        .hasMessageContaining("was to apply a saved plan")
        .hasMessageContaining("make a new plan");
  }

  @Test
  void aReviewedPlanThatWasNeverKeptIsNotMadeUp() {
    assertThatThrownBy(() -> next(begun("--reviewed"), RunOptions.none(), NOW))
        .isInstanceOf(UnusablePlan.class);
  }

  @Test
  void aRunThatIsOverIsNotGoneOnWith() {
    planned("");
    kept.journal().end(RUN, RunRecord.State.FINISHED, 0, NOW);

    assertThatThrownBy(() -> next(record(), RunOptions.none(), NOW))
        .isInstanceOf(WrongInput.class)
        .hasMessageContaining("is over; `rollcall rerun " + RUN + "` tries what it left");
  }

  @Test
  void anOverrideThatIsNotKeptMustBeGivenAgain() {
    assertThatThrownBy(() -> next(planned("--set-again=target.state"), RunOptions.none(), NOW))
        .isInstanceOf(WrongInput.class)
        .hasMessageContaining("--set target.state")
        .hasMessageContaining("give it again, or start a new run");
  }

  @Test
  void aRunThatBringsPeopleInIsNotGoneOnWithByRosters() {
    RunRecord onboarding = planned(RunRecord.ONBOARDS + "/x.xlsx\n--onboard-digest=0");

    assertThatThrownBy(() -> next(onboarding, RunOptions.none(), NOW))
        .isInstanceOf(WrongInput.class)
        .hasMessageContaining("onboards the people of a spreadsheet");
    assertThatThrownBy(() -> resumption(onboarding, RunOptions.none()).again(kept.journal()))
        .isInstanceOf(WrongInput.class);
  }

  @Test
  void aRunThatIsOverIsTriedAgainForThoseWhomItLeft() {
    planned("");
    kept.journal().change(RUN, 1, OperationState.REFUSED, "no", NOW);
    kept.journal().change(RUN, 2, OperationState.APPLIED, "", NOW);
    kept.journal().end(RUN, RunRecord.State.FINISHED, 3, NOW);

    Resumption.Next next = resumption(record(), RunOptions.none()).again(kept.journal());

    assertThat(new Leftovers(kept.journal()).has(record())).isTrue();
    assertThat(next.run()).isEqualTo(FRESH);
    assertThat(next.mode()).isEqualTo(RunHead.Mode.RERUN);
    assertThat(next.options().only()).containsExactly("ana@example.com");
    assertThat(next.told()).contains("plans afresh for the one person it left over");
  }

  @Test
  void whereItLeftNobodyTheNewRunIsNotLimited() {
    planned("");
    kept.journal().change(RUN, 1, OperationState.APPLIED, "", NOW);
    kept.journal().change(RUN, 2, OperationState.ALREADY_SO, "", NOW);
    kept.journal().end(RUN, RunRecord.State.FINISHED, 0, NOW);

    Resumption.Next next = resumption(record(), RunOptions.none()).again(kept.journal());

    assertThat(new Leftovers(kept.journal()).has(record())).isFalse();
    assertThat(next.options().only()).isEmpty();
    assertThat(next.told()).contains("plans afresh for what it left");
  }
}
