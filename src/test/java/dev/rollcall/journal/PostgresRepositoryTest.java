package dev.rollcall.journal;

import static dev.rollcall.testing.TestingRepository.clock;
import static dev.rollcall.testing.TestingRepository.id;
import static dev.rollcall.testing.TestingRepository.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rollcall.apply.Lease;
import dev.rollcall.apply.LeaseLost;
import dev.rollcall.apply.OperationState;
import dev.rollcall.apply.TenantBusy;
import dev.rollcall.plan.Stage;
import dev.rollcall.tenant.Lane;
import dev.rollcall.tenant.Request;
import dev.rollcall.testing.Plans;
import dev.rollcall.testing.Postgres;
import dev.rollcall.testing.TestingRepository;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The contract on PostgreSQL, and what only a shared server can do. */
class PostgresRepositoryTest extends RepositoryContract {

  private static final String WORKSPACE = "example.com/1";

  private String url = "";

  @Override
  TestingRepository empty() {
    url = Postgres.freshDatabase();
    return again();
  }

  /** As another process would open it. */
  private TestingRepository again() {
    return TestingRepository.at(RepositorySettings.of(url));
  }

  private void execute(String sql) throws SQLException {
    try (TestingRepository repository = again();
        Connection connection = repository.repository().dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Test
  void isReadWhereItExistsOnly() {
    RepositorySettings fresh = RepositorySettings.of(Postgres.freshDatabase());
    assertThat(Repository.openExisting(fresh, clock())).isEmpty();

    try (Repository existing =
        Repository.openExisting(RepositorySettings.of(url), clock()).orElseThrow()) {
      assertThat(existing.journal().runs()).isEmpty();
    }
  }

  @Test
  void showsSpringBatchItsTables() throws SQLException {
    execute("SELECT nextval('batch_job_instance_seq') FROM BATCH_JOB_INSTANCE");
  }

  @Test
  void letsTwoProcessesWorkOnTwoWorkspacesAndNeverOnOne() {
    try (TestingRepository one = again();
        TestingRepository two = again()) {
      Lease first = one.repository().leases().acquire(WORKSPACE, id(1));
      two.repository().leases().acquire("example.com/2", id(2));

      assertThatExceptionOfType(TenantBusy.class)
          .isThrownBy(() -> two.repository().leases().acquire(WORKSPACE, id(3)))
          .withMessageContaining("run " + id(1));
      first.close();
      two.repository().leases().acquire(WORKSPACE, id(3));
    }
  }

  @Test
  void takesTheLeaseOfAnOwnerWhoseSessionDiedAndFencesTheOwnerOff() throws SQLException {
    Request request = new Request(new Lane("invitations"), false, List.of(1));
    try (TestingRepository cutOff = again();
        TestingRepository next = again()) {
      cutOff.begin(1, Plans.plan().with(Stage.ADDITIONS, Plans.invite("ana")).build());
      execute(
          "SELECT pg_terminate_backend(pid, 60000) FROM pg_locks WHERE locktype = 'advisory' AND database"
              + " = (SELECT oid FROM pg_database WHERE datname = current_database())");

      next.repository().leases().acquire(WORKSPACE, id(2));

      assertThatExceptionOfType(LeaseLost.class)
          .isThrownBy(() -> cutOff.journal().sent(id(1), request, TestingRepository.NOW))
          .withMessageContaining(WORKSPACE);
      assertThat(next.journal().operations(id(1)).get(0).state()).isEqualTo(OperationState.PENDING);
      assertThat(next.ledger().invitations(WORKSPACE)).isEmpty();
    }
  }

  @Test
  void opensForManyAtOnce() {
    List<TestingRepository> opened =
        IntStream.range(0, 4).parallel().mapToObj(i -> again()).toList();
    opened.get(0).journal().begin(record(1, "nightly", WORKSPACE));

    assertThat(opened).allMatch(repository -> repository.journal().run(id(1)).isPresent());
    opened.forEach(TestingRepository::close);
  }
}
