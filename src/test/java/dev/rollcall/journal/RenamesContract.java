package dev.rollcall.journal;

import static dev.rollcall.testing.Plans.at;
import static dev.rollcall.testing.TestingRepository.NOW;
import static dev.rollcall.testing.TestingRepository.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.apply.Lease;
import dev.rollcall.plan.AddressBook;
import dev.rollcall.plan.KnownAddress;
import dev.rollcall.plan.Plan;
import dev.rollcall.plan.PlannedOperation;
import dev.rollcall.plan.Reason;
import dev.rollcall.plan.Stage;
import dev.rollcall.tenant.workato.WorkatoVocabulary;
import dev.rollcall.testing.Plans;
import dev.rollcall.testing.TestingRepository;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a repository must remember of people, so that a changed address is a rename. */
abstract class RenamesContract {

  private static final String WORKSPACE = "example.com/1";

  /** The repository of the test that runs. */
  abstract TestingRepository repository();

  @Test
  void remembersWhoseEachAddressIsByJob() {
    learn("nightly", List.of(known("ana", "1", "Ana Fox"), known("bo", "2", "Bo Ray")));
    learn("weekly", List.of(known("ana", "900", "Ana Fox")));

    assertThat(addresses("nightly"))
        .containsExactly(known("ana", "1", "Ana Fox"), known("bo", "2", "Bo Ray"));
    assertThat(addresses("weekly")).containsExactly(known("ana", "900", "Ana Fox"));
    assertThat(repository().ledger().addresses("example.com/2", "nightly", any -> true)).isEmpty();
    assertThat(
            repository()
                .ledger()
                .addresses(WORKSPACE, "nightly", known -> known.employeeId().equals("2")))
        .containsExactly(known("bo", "2", "Bo Ray"));
  }

  @Test
  void keepsFormerAddressesAndGivesEachToItsLatestOwner() {
    learn("nightly", List.of(known("ana", "1", "Ana Fox"), known("bo", "2", "Bo Ray")));
    learn("nightly", List.of(known("ann", "1", "Ana Roe"), known("bo", "3", "Bob Ley")));

    assertThat(addresses("nightly"))
        .containsExactly(
            known("ana", "1", "Ana Fox"),
            known("ann", "1", "Ana Roe"),
            known("bo", "3", "Bob Ley"));

    AddressBook forgetting = new AddressBook(List.of(), Set.of(at("ana")));
    repository().ledger().remember(WORKSPACE, "nightly", forgetting, NOW);
    assertThat(addresses("nightly"))
        .containsExactly(known("ann", "1", "Ana Roe"), known("bo", "3", "Bob Ley"));
  }

  @Test
  void remembersVeryManyAddressesAtOnce() {
    List<KnownAddress> many =
        IntStream.range(0, 2500).mapToObj(i -> known("p" + i, "" + i, "Person " + i)).toList();

    learn("nightly", many);
    learn("nightly", many);

    assertThat(addresses("nightly")).containsExactlyInAnyOrderElementsOf(many);
  }

  private void learn(String job, List<KnownAddress> known) {
    repository().ledger().remember(WORKSPACE, job, new AddressBook(known, Set.of()), NOW);
  }

  private List<KnownAddress> addresses(String job) {
    return repository().ledger().addresses(WORKSPACE, job, any -> true);
  }

  private static KnownAddress known(String name, String id, String fullName) {
    return new KnownAddress(at(name), id, fullName);
  }

  @Test
  void keepsTheNoteOfAnOperation() {
    Plan plain = Plans.plan().with(Stage.ADDITIONS, Plans.invite("ana")).build();
    PlannedOperation noted =
        new PlannedOperation(
            1,
            Stage.ADDITIONS,
            Plans.invite("ana"),
            Reason.JOINER,
            "people.csv:2",
            "",
            "renamed from bo@example.com (employee-id 17)");
    Plan plan =
        new Plan(
            WorkatoVocabulary.VOCABULARY,
            plain.job(),
            plain.workspace(),
            plain.madeAt(),
            List.of(noted),
            plain.findings(),
            plain.problems(),
            plain.people());

    try (Lease lease = repository().begin(1, plan)) {
      assertThat(lease).isNotNull();
    }

    assertThat(repository().journal().operations(id(1)).get(0).planned()).isEqualTo(noted);
    assertThat(repository().journal().planOf(id(1))).contains(plan);
  }
}
