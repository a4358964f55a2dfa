package dev.rollcall.journal;

import static dev.rollcall.journal.Kept.LATER;
import static dev.rollcall.journal.Kept.NOW;
import static dev.rollcall.journal.Kept.RUN;
import static dev.rollcall.journal.Kept.WORKSPACE;
import static dev.rollcall.testing.Plans.at;
import static dev.rollcall.testing.Plans.invite;
import static dev.rollcall.testing.Plans.plan;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.apply.Lease;
import dev.rollcall.apply.OperationState;
import dev.rollcall.plan.Invitation;
import dev.rollcall.plan.Operation;
import dev.rollcall.plan.Plan;
import dev.rollcall.plan.Stage;
import dev.rollcall.tenant.Outcome;
import dev.rollcall.tenant.workato.Environment;
import dev.rollcall.testing.WorkatoTerms;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LedgerEntriesTest {

  private static final Instant NEXT_DAY = NOW.plus(Duration.ofDays(1));
  private static final Plan INVITING = plan().with(Stage.ADDITIONS, invite("ana", "Ops")).build();

  private final Kept kept = new Kept();

  @AfterEach
  void close() {
    kept.close();
  }

  @Test
  void remembersAnInvitationAsPossiblySentBeforeItLeaves() {
    kept.run(RUN, INVITING);

    kept.sent(RUN, 1, NOW);

    assertThat(kept.invitations())
        .containsExactly(
            WorkatoTerms.invitation(
                at("ana"),
                NOW,
                1,
                new TreeMap<>(Map.of(new Environment("dev"), "Member")),
                new TreeSet<>(List.of("Ops")),
                Optional.empty()));
    assertThat(certainty()).containsExactly("MAYBE");
  }

  @Test
  void isSureOnceTheWorkspaceAcceptedIt() {
    kept.run(RUN, INVITING);
    kept.sent(RUN, 1, NOW);

    kept.came(RUN, 1, new Outcome.Applied());

    assertThat(kept.invitations()).hasSize(1);
    assertThat(certainty()).containsExactly("SENT");
  }

  static Stream<Outcome> didNotHappen() {
    return Stream.of(
        new Outcome.Refused(422, "no"),
        new Outcome.Failed(1, false, "never left"),
        new Outcome.Deferred(NOW, "too soon"));
  }

  @ParameterizedTest
  @MethodSource("didNotHappen")
  void forgetsAnInvitationThatDidNotHappen(Outcome outcome) {
    kept.run(RUN, INVITING);
    kept.sent(RUN, 1, NOW);

    kept.came(RUN, 1, outcome);

    assertThat(kept.invitations()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("didNotHappen")
  void remembersTheEarlierInvitationWhereALaterOneDidNotHappen(Outcome outcome) {
    try (Lease lease = kept.run(RUN, INVITING)) {
      assertThat(lease).isNotNull();
      kept.sent(RUN, 1, NOW);
      kept.came(RUN, 1, new Outcome.Applied());
    }
    laterRun();

    kept.came(LATER, 1, outcome);

    assertThat(kept.invitations()).singleElement().satisfies(this::isTheFirst);
  }

  @Test
  void keepsWhatIsInDoubt() {
    kept.run(RUN, INVITING);
    kept.sent(RUN, 1, NOW);

    kept.came(RUN, 1, new Outcome.Failed(1, true, "no answer"));

    assertThat(kept.invitations()).hasSize(1);
    assertThat(certainty()).containsExactly("MAYBE");
  }

  @Test
  void settlesWhatWasInDoubtEitherWay() {
    kept.run(RUN, INVITING);
    kept.sent(RUN, 1, NOW);
    kept.journal().change(RUN, 1, OperationState.IN_DOUBT, "too early", NOW);
    assertThat(kept.invitations()).hasSize(1);

    kept.journal().change(RUN, 1, OperationState.PENDING, "it did not happen", NOW);

    assertThat(kept.invitations()).isEmpty();
  }

  @Test
  void countsInvitationsOfTheSamePerson() {
    try (Lease lease = kept.run(RUN, INVITING)) {
      assertThat(lease).isNotNull();
      kept.sent(RUN, 1, NOW);
      kept.came(RUN, 1, new Outcome.Applied());
    }

    laterRun();

    assertThat(kept.invitations())
        .singleElement()
        .satisfies(
            invitation -> {
              assertThat(invitation.times()).isEqualTo(2);
              assertThat(invitation.sent()).isEqualTo(NEXT_DAY);
            });
  }

  @Test
  void countsAnInvitationThatIsSentAgainInTheSameRunOnce() {
    kept.run(RUN, INVITING);
    kept.sent(RUN, 1, NOW);
    kept.journal().change(RUN, 1, OperationState.PENDING, "it did not happen", NOW);

    kept.sent(RUN, 1, NEXT_DAY);

    assertThat(kept.invitations())
        .singleElement()
        .satisfies(invitation -> assertThat(invitation.times()).isEqualTo(1));
  }

  @Test
  void endsAnInvitationOnceThePersonIsAMember() {
    kept.run(RUN, INVITING);
    kept.sent(RUN, 1, NOW);
    kept.came(RUN, 1, new Outcome.Applied());

    kept.ledger().accepted(WORKSPACE, List.of(at("ana"), at("ben")), NEXT_DAY);

    assertThat(kept.invitations()).isEmpty();
  }

  @Test
  void endsAnInvitationWithTheRemovalOfThePerson() {
    Plan removing =
        plan()
            .with(Stage.ADDITIONS, invite("ana"))
            .with(Stage.REMOVALS, new Operation.Remove(at("ana"), List.of()))
            .build();
    kept.run(RUN, removing);
    kept.sent(RUN, 1, NOW);
    kept.came(RUN, 1, new Outcome.Applied());
    kept.sent(RUN, 2, NOW);
    assertThat(kept.invitations()).hasSize(1);

    kept.came(RUN, 2, new Outcome.Applied());

    assertThat(kept.invitations()).isEmpty();
  }

  @Test
  void remembersWhoWasSuspendedUntilTheyAreReinstated() {
    TreeMap<Environment, String> roles = new TreeMap<>(Map.of(new Environment("dev"), "Member"));
    kept.run(
        RUN,
        plan()
            .with(Stage.REMOVALS, WorkatoTerms.suspend(at("ana"), roles))
            .with(Stage.ADDITIONS, WorkatoTerms.reinstate(at("ana"), roles))
            .build());
    kept.sent(RUN, 1, NOW);
    assertThat(kept.ledger().history(WORKSPACE, "nightly").suspended()).isEmpty();

    kept.came(RUN, 1, new Outcome.Applied());
    assertThat(kept.ledger().history(WORKSPACE, "nightly").suspended())
        .containsExactly(Map.entry(at("ana"), NOW.plusSeconds(1)));

    kept.sent(RUN, 2, NOW);
    kept.came(RUN, 2, new Outcome.Applied());
    assertThat(kept.ledger().history(WORKSPACE, "nightly").suspended()).isEmpty();
  }

  private void laterRun() {
    kept.run(LATER, INVITING);
    kept.sent(LATER, 1, NEXT_DAY);
  }

  private void isTheFirst(Invitation invitation) {
    assertThat(invitation.sent()).isEqualTo(NOW);
    assertThat(invitation.times()).isEqualTo(1);
  }

  private List<String> certainty() {
    return kept.sql("SELECT certainty FROM invitations");
  }
}
