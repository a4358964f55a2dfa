package dev.rollcall.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.job.spec.DurationOrNever;
import dev.rollcall.job.spec.EmailGlob;
import dev.rollcall.job.spec.JobFile;
import dev.rollcall.job.spec.NameScope.Listed;
import dev.rollcall.job.spec.Percentage;
import dev.rollcall.job.spec.PolicySpec;
import dev.rollcall.job.spec.PolicySpec.EarlierInvitations;
import dev.rollcall.job.spec.PolicySpec.LeftSpec;
import dev.rollcall.job.spec.RosterSpec;
import dev.rollcall.job.spec.SafetySpec;
import dev.rollcall.job.spec.SafetySpec.Limit;
import dev.rollcall.job.spec.SandboxSpec;
import dev.rollcall.job.spec.ScopeSpec;
import dev.rollcall.job.spec.StandInVendor;
import dev.rollcall.job.spec.TargetSpec.RateSpec;
import dev.rollcall.job.spec.WorkatoSpec;
import dev.rollcall.plan.Policy;
import dev.rollcall.plan.Policy.Extra;
import dev.rollcall.plan.Policy.Leaving;
import dev.rollcall.plan.Usual;
import dev.rollcall.report.ReportFolder;
import dev.rollcall.safety.OnTrip;
import dev.rollcall.security.FileMode;
import dev.rollcall.source.columns.Shape;
import dev.rollcall.source.gather.OnConflict;
import dev.rollcall.tenant.workato.WorkatoSettings.Quota;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What holds where a key is left out. */
class JobFileDefaultsTest {

  private final JobFile job = JobFiles.read(JobFiles.SMALLEST);

  @Test
  void datesAreInUtc() {
    assertThat(job.timeZone()).isEqualTo(ZoneId.of("UTC"));
  }

  @Test
  void thereAreNoRulesAndNoGroups() {
    assertThat(job.rules()).isEmpty();
    assertThat(job.groups()).isEmpty();
  }

  @Test
  void aSourceHasPeopleAndDetectsItsColumns() {
    RosterSpec roster = job.sources().get(0).roster();

    assertThat(roster.columns()).isEmpty();
    assertThat(roster.status()).isEmpty();
    assertThat(roster.shape()).isEqualTo(Shape.PEOPLE);
    assertThat(roster.onConflict()).isEqualTo(OnConflict.PROBLEM);
  }

  @Test
  void theTargetIsAskedSixtyTimesAMinuteInBatchesOfAHundred() {
    WorkatoSpec target = (WorkatoSpec) job.target();

    assertThat(target.baseUrl()).isEqualTo(URI.create("https://www.workato.com"));
    assertThat(target.model()).isEqualTo(WorkatoSpec.Model.AUTO);
    assertThat(target.workspace()).isEmpty();
    assertThat(target.rate())
        .isEqualTo(new RateSpec(Quota.WORKSPACE, Optional.empty(), Optional.empty()));
    assertThat(target.batch()).isEqualTo(100);
  }

  @Test
  void aSandboxBeginsEmptyAndForgets() {
    assertThat(JobFiles.read(JobFiles.SMALLEST, "target={ type: sandbox }").target())
        .isEqualTo(
            new SandboxSpec(
                StandInVendor.WORKATO,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new RateSpec(Quota.WORKSPACE, Optional.empty(), Optional.empty()),
                100));
  }

  @Test
  void everyAddressAndWhatIsListedIsOurs() {
    ScopeSpec scope = job.scope();

    assertThat(scope.emails()).containsExactly(new EmailGlob("*"));
    assertThat(scope.groups()).isEqualTo(new Listed());
    assertThat(scope.projects()).isEqualTo(new Listed());
    assertThat(scope.managedByIdp().roles()).isFalse();
    assertThat(scope.managedByIdp().groups()).isEmpty();
  }

  @Test
  void leaversAreSuspendedAndAbsenceIsReported() {
    assertThat(job.policy())
        .isEqualTo(
            new PolicySpec(
                PolicySpec.People.MANAGE,
                true,
                Optional.empty(),
                Leaving.REPORT,
                Extra.REVOKE,
                new DurationOrNever(Optional.empty()),
                1,
                Policy.Names.LEAVE_ALONE,
                Duration.ofHours(12),
                EarlierInvitations.AUDIT_LOG));
    assertThat(job.policy().left(job.vocabulary()))
        .isEqualTo(new LeftSpec(Leaving.SUSPEND, Optional.empty()));
    assertThat(job.policy().toPolicy(job.vocabulary())).isEqualTo(Usual.policy());
  }

  @Test
  void aPlanIsFencedIn() {
    Optional<Percentage> none = Optional.empty();

    assertThat(job.safety())
        .isEqualTo(
            new SafetySpec(
                OnTrip.ADDITIONS,
                new Limit(Optional.of(Percentage.parse("10%")), Optional.of(25)),
                new Limit(Optional.of(Percentage.parse("20%")), Optional.empty()),
                new Limit(none, Optional.of(200)),
                Optional.empty(),
                new Limit(none, Optional.of(2)),
                2,
                List.of(),
                SafetySpec.CertificationGroups.REPORT,
                List.of(),
                Percentage.parse("20%"),
                100,
                Percentage.parse("5%"),
                new SafetySpec.Tolerance(new Limit(none, Optional.of(0)))));
  }

  @Test
  void aLimitOfWhichOnePartIsWrittenKeepsTheOther() {
    assertThat(JobFiles.read(JobFiles.SMALLEST, "safety.removals.count=5").safety().removals())
        .isEqualTo(new Limit(Optional.of(Percentage.parse("10%")), Optional.of(5)));
  }

  @Test
  void runsAreRememberedBesideTheJobFile() {
    Path folder = JobFiles.FOLDER.toAbsolutePath();

    assertThat(job.repository().reveal()).isEqualTo("jdbc:h2:file:" + folder + "/.rollcall/runs");
    assertThat(job.report().folder().path()).isEqualTo(folder.resolve("reports"));
    assertThat(job.report().formats()).containsExactly(ReportFolder.Format.values());
    assertThat(job.report().mode()).isEqualTo(FileMode.OWNER);
    assertThat(job.report().keep().duration()).isEmpty();
    assertThat(job.repositoryKeep().duration()).isEmpty();
  }
}
