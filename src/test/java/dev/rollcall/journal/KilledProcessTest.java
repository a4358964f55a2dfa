package dev.rollcall.journal;

import static dev.rollcall.testing.TestingRepository.clock;
import static dev.rollcall.testing.TestingRepository.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rollcall.apply.Journal;
import dev.rollcall.apply.OperationRecord;
import dev.rollcall.apply.OperationState;
import dev.rollcall.apply.TenantBusy;
import dev.rollcall.model.Email;
import dev.rollcall.plan.Invitation;
import dev.rollcall.testing.TestingRepository;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A real process on a real file: held, killed without warning, and opened again. */
class KilledProcessTest {

  @TempDir Path folder;

  private RepositorySettings settings() {
    return RepositorySettings.of("jdbc:h2:file:" + folder.resolve("runs").toAbsolutePath());
  }

  @Test
  void namesWhoHoldsTheFile() throws Exception {
    try (OtherProcess other = OtherProcess.start(folder)) {
      assertThat(other.next()).isEqualTo("sent 1");

      assertThatExceptionOfType(TenantBusy.class)
          .isThrownBy(() -> TestingRepository.in(folder))
          .withMessageContaining("run " + id(1))
          .withMessageContaining("process " + other.pid());
      assertThatExceptionOfType(TenantBusy.class)
          .isThrownBy(() -> Repository.openExisting(settings(), clock()));
      other.kill();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 35, 120})
  void keepsAllThatWasAcknowledgedBeforeAKill(int words) throws Exception {
    String last = "";
    try (OtherProcess other = OtherProcess.start(folder)) {
      for (int i = 0; i < words; i++) {
        last = other.next();
      }
      other.kill();
    }

    int sequence = Integer.parseInt(last.substring(last.indexOf(' ') + 1));
    try (TestingRepository repository = TestingRepository.in(folder)) {
      List<OperationRecord> operations = repository.journal().operations(id(1));
      assertThat(operations).hasSize(OtherProcess.PEOPLE);
      assertThat(operations.subList(0, sequence - 1))
          .allMatch(record -> record.state() == OperationState.APPLIED);
      assertThat(operations.get(sequence - 1).state())
          .isIn(
              last.startsWith("sent")
                  ? Set.of(OperationState.SENT, OperationState.APPLIED)
                  : Set.of(OperationState.APPLIED));
      assertThat(sent(repository.journal())).isEqualTo(remembered(repository));
      assertThat(repository.journal().requestCount(id(1))).isEqualTo(remembered(repository).size());
      repository.repository().leases().acquire("example.com/1", id(2)).close();
    }
  }

  @Test
  void isReadWithoutBeingWrittenAfterAKill() throws Exception {
    try (OtherProcess other = OtherProcess.start(folder)) {
      while (!other.next().equals("recorded 20")) {
        assertThat(other.pid()).isPositive();
      }
      other.kill();
    }

    try (Repository existing = Repository.openExisting(settings(), clock()).orElseThrow()) {
      assertThat(existing.journal().operations(id(1)).subList(0, 20))
          .allMatch(record -> record.state() == OperationState.APPLIED);
    }
  }

  private static Set<String> sent(Journal journal) {
    return journal.operations(id(1)).stream()
        .filter(record -> record.state() != OperationState.PENDING)
        .map(record -> record.planned().operation().assignee().label())
        .collect(Collectors.toSet());
  }

  private static Set<String> remembered(TestingRepository repository) {
    return repository.ledger().invitations("example.com/1").stream()
        .map(Invitation::email)
        .map(Email::address)
        .collect(Collectors.toSet());
  }
}
