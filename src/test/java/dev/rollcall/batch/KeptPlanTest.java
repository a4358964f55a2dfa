package dev.rollcall.batch;

import static dev.rollcall.testing.Plans.invite;
import static dev.rollcall.testing.Plans.plan;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.apply.RunRecord;
import dev.rollcall.journal.RepositorySettings;
import dev.rollcall.plan.Plan;
import dev.rollcall.plan.Stage;
import dev.rollcall.testing.TestingRepository;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** When a run goes on with its plan, when a new one plans afresh, and when neither. */
class KeptPlanTest {

  private static final Plan PLAN = plan().with(Stage.ADDITIONS, invite("ana")).build();
  private static final String WORKSPACE = PLAN.workspace();
  private static final Instant MADE_AT = PLAN.madeAt();

  private final TestingRepository kept =
      TestingRepository.at(RepositorySettings.of("jdbc:h2:mem:" + UUID.randomUUID()));

  @AfterEach
  void close() {
    kept.close();
  }

  private RunRecord begun(int number, String workspace) {
    kept.journal().begin(TestingRepository.record(number, "nightly", workspace));
    return record(number);
  }

  private RunRecord planned(int number, String workspace) {
    begun(number, workspace);
    kept.journal().plan(TestingRepository.id(number), PLAN, Map.of(), Map.of(), "");
    return record(number);
  }

  private RunRecord record(int number) {
    return kept.journal().run(TestingRepository.id(number)).orElseThrow();
  }

  private KeptPlan of(RunRecord run) {
    return of(run, new KeptPlan.Today("inputs", Duration.ofHours(12), MADE_AT.plusSeconds(60)));
  }

  private KeptPlan of(RunRecord run, KeptPlan.Today today) {
    return KeptPlan.of(run, kept.journal(), today);
  }

  @Test
  void aPlanThatNothingSpeaksAgainstStands() {
    assertThat(of(planned(1, WORKSPACE))).isEqualTo(KeptPlan.STANDS);
  }

  @Test
  void aRunWithoutAPlanMakesOneAndStaysTheSameRun() {
    assertThat(of(begun(1, WORKSPACE))).isEqualTo(KeptPlan.NONE);
  }

  @Test
  void aRunThatNeverReachedItsWorkspaceHasNothingToGoOnWith() {
    assertThat(of(begun(1, RunAttempt.UNREACHED))).isEqualTo(KeptPlan.UNREACHED);
  }

  @Test
  void whatItWasMadeFromMustBeUnchanged() {
    KeptPlan.Today changed = new KeptPlan.Today("others", Duration.ofHours(12), MADE_AT);

    assertThat(of(planned(1, WORKSPACE), changed)).isEqualTo(KeptPlan.CHANGED);
    assertThat(of(begun(2, WORKSPACE), changed)).isEqualTo(KeptPlan.CHANGED);
  }

  @ParameterizedTest
  @CsvSource({"PT0S, STANDS", "PT11H59M59S, STANDS", "PT12H, STANDS", "PT12H1S, OLD", "P3D, OLD"})
  void itsAgeIsMeasuredFromThePlan(Duration age, KeptPlan expected) {
    KeptPlan.Today later = new KeptPlan.Today("inputs", Duration.ofHours(12), MADE_AT.plus(age));

    assertThat(of(planned(1, WORKSPACE), later)).isEqualTo(expected);
  }

  @Test
  void onlyALaterPlanForTheSameWorkspaceOvertakesIt() {
    RunRecord run = planned(2, WORKSPACE);
    planned(1, WORKSPACE);
    planned(3, "example.com/2");
    begun(4, WORKSPACE);
    assertThat(of(run)).isEqualTo(KeptPlan.STANDS);

    planned(5, WORKSPACE);

    assertThat(of(run)).isEqualTo(KeptPlan.OVERTAKEN);
    assertThat(of(record(4))).as("it had none either").isEqualTo(KeptPlan.OVERTAKEN);
  }

  @Test
  void aPlanOfAnotherFormatIsOutdatedWhateverElseSpeaksAgainstIt() throws SQLException {
    RunRecord run = planned(1, WORKSPACE);
    planned(2, WORKSPACE);
    try (Connection connection = kept.repository().dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("UPDATE plans SET content = '{\"format_version\":\"0.9\"}'");
      if (!connection.getAutoCommit()) {
        connection.commit();
      }
    }

    assertThat(of(run)).isEqualTo(KeptPlan.OUTDATED);
    assertThat(of(run, new KeptPlan.Today("others", Duration.ZERO, Instant.MAX)))
        .isEqualTo(KeptPlan.OUTDATED);
  }

  @ParameterizedTest
  @EnumSource(KeptPlan.class)
  void eachSaysWhatIsGoingToHappenOfWhichRun(KeptPlan plan) {
    RunRecord run = begun(1, WORKSPACE);

    assertThat(plan.words(run)).contains(run.id().toString()).contains("nightly");
    assertThat(plan.isSameRun()).isEqualTo(plan.words(run).startsWith("Going on with"));
    assertThat(plan.words(run).contains("a new run plans afresh"))
        .isEqualTo(!plan.isSameRun() && plan != KeptPlan.OUTDATED);
  }

  @Test
  void aRecordThatHasEndedIsJudgedLikeAnyOther() {
    RunRecord run = planned(1, WORKSPACE);
    kept.journal().end(run.id(), RunRecord.State.UNFINISHED, 9, MADE_AT);

    assertThat(record(1).exitCode()).isEqualTo(Optional.of(9));
    assertThat(of(record(1))).isEqualTo(KeptPlan.STANDS);
  }
}
