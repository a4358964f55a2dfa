package dev.rollcall.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.model.Email;
import dev.rollcall.testing.Worlds;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What an accepted plan teaches. */
class AddressBookTest {

  @Test
  void learnsWhoIsActiveAndUnchangedToo() {
    assertThat(
            learned(
                """
                desired  ana   active  id: E-1  name: Ana Fox  prod: Member
                desired  ben   left    id: 2
                desired  cleo  future  id: 3
                desired  dan   active  prod: Member
                actual   ana   active  prod: Member
                """,
                UnaryOperator.identity()))
        .containsExactly("ana@example.com e-1 Ana Fox");
  }

  @Test
  void learnsNothingOfPeopleWhoAreHeldOrShareAnId() {
    assertThat(
            learned(
                """
                desired  ana   active  id: 1  prod: Member
                desired  ben   active  id: 2  prod: Member
                desired  cleo  active  id: 2  prod: Member
                """,
                world -> world.held("ana", "a problem")))
        .isEmpty();
  }

  @Test
  void doesNotLearnAnIdThatSeemsToBeTakenOver() {
    String text =
        """
        known    jane  17  Jane Doe
        desired  ben   active  id: 17  name: Ben Ray  prod: Member
        actual   jane  active  prod: Member
        """;

    assertThat(learned(text, UnaryOperator.identity())).isEmpty();
    assertThat(book(text, UnaryOperator.identity()).forgotten()).isEmpty();
  }

  @Test
  void forgetsAnAddressOnceItsAccountIsGoneAndTheNewOneActive() {
    String renamed =
        """
        known    jane.doe  17  Jane Doe
        desired  jane.roe  active  id: 17  name: Jane Roe  prod: Member
        """;
    String active = "actual  jane.roe  active  prod: Member\n";

    assertThat(forgotten(renamed)).isEmpty();
    assertThat(forgotten(renamed + "actual  jane.roe  invited  prod: Member")).isEmpty();
    assertThat(forgotten(renamed + active + "actual  jane.doe  suspended")).isEmpty();
    assertThat(forgotten(renamed + active + "actual  jane.doe  invited  prod: Member")).isEmpty();
    assertThat(forgotten(renamed + active)).containsExactly(new Email("jane.doe@example.com"));
  }

  private static Iterable<Email> forgotten(String text) {
    return book(text, UnaryOperator.identity()).forgotten();
  }

  private static List<String> learned(String text, UnaryOperator<Worlds> worldly) {
    return book(text, worldly).known().stream()
        .map(known -> known.email() + " " + known.employeeId() + " " + known.name())
        .toList();
  }

  private static AddressBook book(String text, UnaryOperator<Worlds> worldly) {
    return AddressBook.of(worldly.apply(Scenario.of(text).world()).situation());
  }
}
