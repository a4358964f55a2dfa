package dev.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.apply.Lease;
import dev.rollcall.apply.RunId;
import dev.rollcall.journal.Repository;
import dev.rollcall.journal.RepositorySettings;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two runs at a time: the second one is sent away and told by whom. */
class BusyTest {

  @TempDir Path folder;
  private Workbench bench;

  @BeforeEach
  void open() {
    bench = new Workbench(folder);
    bench.joined("flo@example.com,Flo Ray,active,Member,Member,Finance,");
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void aRepositoryInUseNamesItsHolder() {
    try (RepositoryUser user = RepositoryUser.of(bench.repository())) {
      sentAway(bench.run("sync"), String.valueOf(user.pid()));
    }

    assertThat(bench.run("sync").code()).isZero();
    assertThat(bench.mails()).containsExactly("flo@example.com");
  }

  @Test
  void aLeasedWorkspaceNamesItsRun() {
    String memory = "jdbc:h2:mem:busy;DB_CLOSE_DELAY=-1";
    bench.write("job.yaml", bench.jobText().replace("jdbc:h2:file:./runs", memory));
    RunId other = new RunId("20260301-100000-abcd");
    try (Repository repository = Repository.open(RepositorySettings.of(memory), Clock.systemUTC());
        Lease lease = repository.leases().acquire("127.0.0.1/7001", other)) {
      assertThat(lease).isNotNull();
      sentAway(bench.run("sync"), other.value());
    }

    assertThat(bench.run("sync").code()).isZero();
    assertThat(bench.mails()).containsExactly("flo@example.com");
  }

  @Test
  void pastRunsAreToldFromTheReportsMeanwhile() {
    assertThat(bench.run("sync").code()).isZero();
    String run = bench.newestReport().getFileName().toString();
    String reports = "--reports=" + folder.resolve("reports");
    try (RepositoryUser user = RepositoryUser.of(bench.repository())) {
      assertThat(user.pid()).isPositive();

      Ran runs = bench.look("runs", reports);
      Ran show = bench.look("show", run, reports);

      assertThat(runs.code()).as(runs.toString()).isZero();
      assertThat(runs.out()).contains(run);
      assertThat(show.code()).as(show.toString()).isEqualTo(6);
      assertThat(show.err()).contains("report.html");
    }
  }

  private void sentAway(Ran ran, String holder) {
    assertThat(ran.code()).as(ran.toString()).isEqualTo(6);
    assertThat(ran.err()).contains("held by").contains(holder);
    assertThat(ran.complaints()).hasSize(1);
    assertThat(bench.writes()).isEmpty();
  }
}
