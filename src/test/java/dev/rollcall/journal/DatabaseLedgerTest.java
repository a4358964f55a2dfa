package dev.rollcall.journal;

import static dev.rollcall.journal.Kept.LATER;
import static dev.rollcall.journal.Kept.NOW;
import static dev.rollcall.journal.Kept.RUN;
import static dev.rollcall.journal.Kept.WORKSPACE;
import static dev.rollcall.testing.Plans.at;
import static dev.rollcall.testing.Plans.plan;
import static dev.rollcall.testing.Plans.role;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.apply.Lease;
import dev.rollcall.apply.RunId;
import dev.rollcall.apply.RunRecord;
import dev.rollcall.model.MentionedNames;
import dev.rollcall.plan.Invitation;
import dev.rollcall.plan.Plan;
import dev.rollcall.plan.PlanDigest;
import dev.rollcall.plan.Stage;
import dev.rollcall.tenant.Experience;
import dev.rollcall.tenant.Experience.Lesson;
import dev.rollcall.tenant.Experience.Trust;
import dev.rollcall.tenant.Outcome;
import dev.rollcall.tenant.workato.WorkatoBatchKinds;
import dev.rollcall.testing.WorkatoTerms;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DatabaseLedgerTest {

  private final Kept kept = new Kept();

  @AfterEach
  void close() {
    kept.close();
  }

  @Test
  void hasSeenAWorkspaceOnceARunWasAcceptedThere() {
    assertThat(kept.ledger().hasSeen(WORKSPACE)).isFalse();
    assertThat(kept.ledger().history(WORKSPACE, "nightly").firstRun()).isTrue();
    assertThat(kept.ledger().history(WORKSPACE, "nightly").mentioned()).isEmpty();

    kept.ledger().accept(WORKSPACE, "nightly", Map.of(), mentioned("Ops", "Billing"), NOW);

    assertThat(kept.ledger().hasSeen(WORKSPACE)).isTrue();
    assertThat(kept.ledger().hasSeen("elsewhere")).isFalse();
    assertThat(kept.ledger().history(WORKSPACE, "nightly").firstRun()).isFalse();
    assertThat(kept.ledger().history(WORKSPACE, "nightly").mentioned())
        .contains(mentioned("Ops", "Billing"));
  }

  @Test
  void knowsInvitationsUntilTheLogWasReadAndNotUntilTheLastRun() {
    kept.ledger().accept(WORKSPACE, "nightly", Map.of(), mentioned("Ops", "Billing"), NOW);
    Instant later = NOW.plusSeconds(60);
    kept.ledger().accept(WORKSPACE, "nightly", Map.of(), mentioned("Ops", "Billing"), later);
    assertThat(kept.ledger().invitationsKnown(WORKSPACE)).contains(NOW);

    kept.ledger().knowInvitations(WORKSPACE, later);

    assertThat(kept.ledger().invitationsKnown(WORKSPACE)).contains(later);
    assertThat(kept.ledger().invitationsKnown("elsewhere")).isEmpty();
  }

  @Test
  void movesTheBaselineOfOneJobAndLeavesOthers() {
    kept.ledger().accept(WORKSPACE, "nightly", Map.of("hr", 100, "", 120), none(), NOW);
    kept.ledger().accept(WORKSPACE, "weekly", Map.of("hr", 7), none(), NOW);

    kept.ledger().accept(WORKSPACE, "nightly", Map.of("hr", 90), none(), NOW);

    assertThat(kept.ledger().acceptedSizes(WORKSPACE, "nightly")).isEqualTo(Map.of("hr", 90));
    assertThat(kept.ledger().acceptedSizes(WORKSPACE, "weekly")).isEqualTo(Map.of("hr", 7));
    assertThat(kept.ledger().acceptedSizes("elsewhere", "nightly")).isEmpty();
  }

  @Test
  void forgetsWhatAJobMentionsNoMoreButNotWhatOthersMention() {
    kept.ledger().accept(WORKSPACE, "nightly", Map.of(), mentioned("Ops", "Billing"), NOW);
    kept.ledger().accept(WORKSPACE, "weekly", Map.of(), mentioned("Finance", "Billing"), NOW);

    kept.ledger().accept(WORKSPACE, "nightly", Map.of(), none(), NOW);

    assertThat(kept.ledger().history(WORKSPACE, "nightly").mentioned()).contains(none());
    assertThat(kept.ledger().history(WORKSPACE, "weekly").mentioned())
        .contains(mentioned("Finance", "Billing"));
  }

  @Test
  void adoptsOnlyInvitationsThatItDoesNotKnow() {
    kept.ledger().adopt(WORKSPACE, List.of(invitation("ana", NOW, 7)));

    kept.ledger()
        .adopt(
            WORKSPACE,
            List.of(invitation("ana", NOW.plusSeconds(9), 8), invitation("ben", NOW, 9)));

    assertThat(kept.ledger().invitations(WORKSPACE))
        .containsExactly(invitation("ana", NOW, 7), invitation("ben", NOW, 9));
    assertThat(kept.ledger().invitations("elsewhere")).isEmpty();
  }

  @Test
  void letsASavedPlanBeUsedOnce() {
    assertThat(kept.ledger().isUsed("content", NOW)).isFalse();
    assertThat(kept.ledger().use("content", NOW, RUN, NOW.plusSeconds(5))).isTrue();
    assertThat(kept.ledger().isUsed("content", NOW)).isTrue();
    assertThat(kept.ledger().use("content", NOW, LATER, NOW.plusSeconds(9))).isFalse();
    assertThat(kept.ledger().use("another", NOW, LATER, NOW)).isTrue();
  }

  @Test
  void letsASavedPlanBeUsedOnceThoughTheClockWasSetBack() {
    assertThat(kept.ledger().use("content", NOW, RUN, NOW.minusSeconds(5))).isTrue();

    assertThat(kept.ledger().use("content", NOW, LATER, NOW.minusSeconds(3))).isFalse();
    assertThat(kept.ledger().isUsed("content", NOW)).isTrue();
  }

  @Test
  void remembersTheLatestExperienceOfAWorkspace() {
    Experience experience = kept.ledger().experience(WORKSPACE);
    assertThat(experience.of(WorkatoBatchKinds.ADD_MEMBERS)).isEqualTo(Trust.UNTRIED);

    experience.remember(WorkatoBatchKinds.ADD_MEMBERS, Trust.ONE_WORKED, "one");
    experience.remember(
        WorkatoBatchKinds.ADD_MEMBERS, new Lesson("brackets", Trust.ONE_WORKED, "one"));
    experience.remember(WorkatoBatchKinds.ADD_MEMBERS, Trust.MANY_WORK, "many");

    assertThat(kept.ledger().experience(WORKSPACE).lesson(WorkatoBatchKinds.ADD_MEMBERS))
        .isEqualTo(new Lesson("brackets", Trust.MANY_WORK, "many"));

    assertThat(kept.ledger().experience(WORKSPACE).of(WorkatoBatchKinds.ADD_MEMBERS))
        .isEqualTo(Trust.MANY_WORK);
    assertThat(experience.of(WorkatoBatchKinds.REMOVE_MEMBERS)).isEqualTo(Trust.UNTRIED);
    assertThat(kept.ledger().experience("elsewhere").of(WorkatoBatchKinds.ADD_MEMBERS))
        .isEqualTo(Trust.UNTRIED);
  }

  @Test
  void countsInHowManyOfTheLatestRunsInARowAnOperationWasApplied() {
    Plan again = plan().with(Stage.ADDITIONS, role("ana", "Member", "Analyst")).build();
    Plan other = plan().with(Stage.ADDITIONS, role("ben", "Member", "Analyst")).build();
    finished("20261101-000000-0001", again);
    finished("20261102-000000-0001", other);
    finished("20261103-000000-0001", again);
    finished("20261104-000000-0001", again);

    assertThat(kept.ledger().history(WORKSPACE, "nightly").recurring())
        .isEqualTo(Map.of(PlanDigest.key(again.operation(1).operation()), 2));
  }

  @Test
  void aLimitedRunNeitherCountsNorBreaksTheRow() {
    Plan again = plan().with(Stage.ADDITIONS, role("ana", "Member", "Analyst")).build();
    Plan other = plan().with(Stage.ADDITIONS, role("ben", "Member", "Analyst")).build();
    finished("20261101-000000-0001", again);
    finished("20261102-000000-0001", other, "--only=ben@example.com");
    finished("20261103-000000-0001", other, "--allow=removals=5\n--only=ben@example.com");
    finished("20261104-000000-0001", again);

    assertThat(kept.ledger().history(WORKSPACE, "nightly").recurring())
        .isEqualTo(Map.of(PlanDigest.key(again.operation(1).operation()), 2));
  }

  private void finished(String id, Plan plan) {
    finished(id, plan, "");
  }

  private void finished(String id, Plan plan, String flags) {
    RunId run = new RunId(id);
    try (Lease lease = kept.run(run, plan, flags)) {
      assertThat(lease).isNotNull();
      kept.sent(run, 1, NOW);
      kept.came(run, 1, new Outcome.Applied());
      kept.journal().end(run, RunRecord.State.FINISHED, 0, NOW);
    }
  }

  private static MentionedNames mentioned(String group, String project) {
    return WorkatoTerms.mentioned(new TreeSet<>(List.of(group)), new TreeSet<>(List.of(project)));
  }

  private static MentionedNames none() {
    return WorkatoTerms.mentioned(new TreeSet<>(), new TreeSet<>());
  }

  private static Invitation invitation(String name, Instant sent, long id) {
    return Invitation.logged(at(name), sent, List.of(), Optional.of(String.valueOf(id)));
  }
}
