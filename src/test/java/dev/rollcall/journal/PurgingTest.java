package dev.rollcall.journal;

import static dev.rollcall.testing.Plans.at;
import static dev.rollcall.testing.Plans.invite;
import static dev.rollcall.testing.Plans.plan;
import static dev.rollcall.testing.Plans.role;
import static dev.rollcall.testing.TestingRepository.NOW;
import static dev.rollcall.testing.TestingRepository.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.apply.Lease;
import dev.rollcall.apply.OperationRecord;
import dev.rollcall.apply.OperationState;
import dev.rollcall.apply.Purged;
import dev.rollcall.apply.RunRecord;
import dev.rollcall.model.Email;
import dev.rollcall.plan.AddressBook;
import dev.rollcall.plan.KnownAddress;
import dev.rollcall.plan.Plan;
import dev.rollcall.plan.Stage;
import dev.rollcall.testing.Postgres;
import dev.rollcall.testing.TestingRepository;
import dev.rollcall.testing.WorkatoTerms;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PurgingTest {

  private static final String WORKSPACE = "example.com/1";
  private static final String JOB = "nightly";
  private static final Instant LATER = NOW.plus(Duration.ofDays(10));
  private static final String NOBODY = Purged.person(7);

  /** Odd enough to be found among bytes that may be packed. */
  private static final String ODD = "qzxkvjwy";

  private static final Plan OF_TWO =
      plan()
          .with(Stage.ADDITIONS, invite(ODD, "Ops"))
          .with(Stage.ADDITIONS, role("bo", "", "Member"))
          .build();

  private enum Where {
    FILE,
    SERVER
  }

  @TempDir Path folder;

  private TestingRepository open(Where where) {
    return where == Where.FILE
        ? TestingRepository.in(folder)
        : TestingRepository.at(RepositorySettings.of(Postgres.freshDatabase()));
  }

  private static void run(TestingRepository repository, int number, RunRecord.State state) {
    try (Lease lease = repository.begin(number, OF_TWO)) {
      assertThat(lease).isNotNull();
      if (state != RunRecord.State.UNFINISHED) {
        repository.journal().change(id(number), 1, OperationState.APPLIED, "", NOW);
        repository.journal().change(id(number), 2, OperationState.APPLIED, "", NOW);
        repository.journal().end(id(number), state, 0, NOW);
      }
    }
  }

  private static Purging purging(TestingRepository repository) {
    return repository.repository().purging();
  }

  @ParameterizedTest
  @EnumSource
  void letsOnlyThoseRunsGoThatAreOverAndWithoutDoubt(Where where) {
    try (TestingRepository repository = open(where)) {
      run(repository, 1, RunRecord.State.FINISHED);
      run(repository, 2, RunRecord.State.UNFINISHED);
      run(repository, 3, RunRecord.State.SUPERSEDED);
      run(repository, 4, RunRecord.State.FINISHED);
      repository.journal().change(id(3), 1, OperationState.IN_DOUBT, "", NOW);

      assertThat(purging(repository).over(NOW)).isEmpty();
      List<RunRecord> over = purging(repository).over(LATER);
      assertThat(over).extracting(RunRecord::id).containsExactly(id(1), id(4));
      purging(repository).delete(List.of(id(1)));

      assertThat(repository.journal().run(id(1))).isEmpty();
      assertThat(repository.journal().operations(id(1))).isEmpty();
      assertThat(repository.journal().operations(id(4))).hasSize(2);
      assertThat(repository.journal().runs()).hasSize(3);
    }
  }

  @ParameterizedTest
  @EnumSource
  void forgetsAddressesThatHaveBeenNobodysForLong(Where where) {
    try (TestingRepository repository = open(where)) {
      AddressBook book =
          new AddressBook(
              List.of(known("ana", "1"), known("bo", "2"), known("cy", "3"), known("di", "4")),
              Set.of());
      repository.ledger().remember(WORKSPACE, JOB, book, NOW);
      attend(repository, Set.of("ana"), Set.of("bo"), NOW);
      attend(repository, Set.of("ana", "di"), Set.of("bo"), LATER);

      assertThat(purging(repository).gone(NOW, Optional.empty())).isZero();
      assertThat(purging(repository).gone(LATER, Optional.of("other"))).isZero();
      assertThat(purging(repository).gone(LATER, Optional.of(JOB))).isEqualTo(1);
      assertThat(purging(repository).forget(LATER, Optional.empty())).isEqualTo(1);
      assertThat(repository.ledger().addresses(WORKSPACE, JOB, any -> true))
          .extracting(KnownAddress::email)
          .containsExactly(at("ana"), at("bo"), at("di"));
    }
  }

  private static void attend(
      TestingRepository repository, Set<String> listed, Set<String> present, Instant when) {
    repository
        .ledger()
        .attendance(
            WORKSPACE, JOB, email -> isOne(listed, email), email -> isOne(present, email), when);
  }

  private static boolean isOne(Set<String> names, Email email) {
    return names.stream().anyMatch(name -> at(name).equals(email));
  }

  private static KnownAddress known(String name, String id) {
    return new KnownAddress(at(name), id, "The " + name);
  }

  @ParameterizedTest
  @EnumSource
  void forgetsSuspensionsOnlyOfThoseWhoAreNoMembersAndNoOpenInvitation(Where where) {
    try (TestingRepository repository = open(where)) {
      Plan plan =
          plan()
              .with(Stage.REMOVALS, WorkatoTerms.suspend(at("ana"), new TreeMap<>()))
              .with(Stage.REMOVALS, WorkatoTerms.suspend(at("bo"), new TreeMap<>()))
              .build();
      try (Lease lease = repository.begin(1, plan)) {
        assertThat(lease).isNotNull();
        repository.journal().change(id(1), 1, OperationState.APPLIED, "", NOW);
        repository.journal().change(id(1), 2, OperationState.APPLIED, "", NOW);
      }
      accept(repository);
      repository.ledger().adopt(WORKSPACE, List.of(invited("cy"), invited("di")));
      repository.ledger().accepted(WORKSPACE, List.of(at("di")), NOW);
      attend(repository, Set.of("bo"), Set.of("ana"), NOW);

      assertThat(purging(repository).forget(LATER, Optional.of(JOB))).isEqualTo(2);

      assertThat(repository.ledger().history(WORKSPACE, JOB).suspended())
          .containsOnlyKeys(at("ana"));
      assertThat(repository.ledger().invitations(WORKSPACE))
          .extracting(dev.rollcall.plan.Invitation::email)
          .containsExactly(at("cy"));
    }
  }

  private static void accept(TestingRepository repository) {
    repository
        .ledger()
        .accept(
            WORKSPACE,
            JOB,
            Map.of(),
            WorkatoTerms.mentioned(new TreeSet<>(), new TreeSet<>()),
            NOW);
  }

  private static dev.rollcall.plan.Invitation invited(String name) {
    return dev.rollcall.plan.Invitation.logged(at(name), NOW, List.of(), Optional.empty());
  }

  @ParameterizedTest
  @EnumSource
  void takesAPersonOutOfARunThatGoesOnAndLeavesTheOthers(Where where) {
    try (TestingRepository repository = open(where)) {
      run(repository, 1, RunRecord.State.UNFINISHED);
      assertThat(purging(repository).traces(at(ODD)).operations()).isEqualTo(1);

      purging(repository).erase(at(ODD), NOBODY);

      assertThat(purging(repository).traces(at(ODD)).isEmpty()).isTrue();
      List<OperationRecord> left = repository.journal().operations(id(1));
      assertThat(left)
          .extracting(OperationRecord::state)
          .containsExactly(OperationState.STALE, OperationState.PENDING);
      assertThat(left)
          .extracting(each -> each.planned().operation().assignee().label())
          .containsExactly(NOBODY, "bo@example.com");
      assertThat(repository.journal().planOf(id(1))).isPresent();
    }
  }

  @Test
  void leavesNoBytesOfWhatItDeleted() throws IOException {
    try (TestingRepository repository = TestingRepository.in(folder)) {
      String report = "{\"notes\":[\"" + noise() + "\",\"" + ODD + "@example.com said so\"]}";
      repository.journal().begin(TestingRepository.record(1, JOB, WORKSPACE));
      repository.journal().plan(id(1), OF_TWO, Map.of(), Map.of(), report);
    }
    assertThat(bytes()).contains(ODD).contains("vbnqmxzc");

    try (TestingRepository repository = TestingRepository.in(folder)) {
      purging(repository).erase(at(ODD), NOBODY);
      assertThat(
              Repository.compact(
                  RepositorySettings.of("jdbc:h2:file:" + folder.resolve("runs").toAbsolutePath())))
          .isFalse();
    }
    assertThat(
            Repository.compact(
                RepositorySettings.of("jdbc:h2:file:" + folder.resolve("runs").toAbsolutePath())))
        .isTrue();

    assertThat(bytes()).doesNotContain(ODD).contains("vbnqmxzc");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(folder.resolve("runs.mv.db"));
    }
    assertThat(Files.getPosixFilePermissions(folder.resolve("runs.mv.db"))).hasSize(2);
    try (TestingRepository repository = TestingRepository.in(folder)) {
      assertThat(repository.journal().operations(id(1))).hasSize(2);
      assertThat(repository.journal().reportOf(id(1))).contains("vbnqmxzc", NOBODY);
    }
  }

  /** Longer than what a database keeps within a row, with a word that can be found again. */
  private static String noise() {
    Random random = new Random(1);
    List<String> words = new ArrayList<>();
    random.ints(40_000, 0, 1 << 20).forEach(each -> words.add(Integer.toString(each, 36)));
    return "vbnqmxzc " + String.join(" ", words);
  }

  private String bytes() throws IOException {
    return Files.readString(folder.resolve("runs.mv.db"), StandardCharsets.ISO_8859_1);
  }
}
