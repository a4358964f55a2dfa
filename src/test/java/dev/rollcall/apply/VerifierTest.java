package dev.rollcall.apply;

import static dev.rollcall.testing.Plans.at;
import static dev.rollcall.testing.Plans.invite;
import static dev.rollcall.testing.Plans.plan;
import static dev.rollcall.testing.Plans.role;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.model.Member;
import dev.rollcall.model.Roster;
import dev.rollcall.model.Status;
import dev.rollcall.plan.Stage;
import dev.rollcall.plan.Usual;
import dev.rollcall.tenant.workato.Environment;
import dev.rollcall.tenant.workato.WorkatoVocabulary;
import dev.rollcall.testing.MemoryJournal;
import dev.rollcall.testing.RecordingWorkspace;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerifierTest {

  private static final RunId RUN = new RunId("20261122-033101-7f3a");

  @Test
  void believesWhatIsSeenAndNotWhatWasAnswered() {
    MemoryJournal journal =
        MemoryJournal.of(
                plan()
                    .with(Stage.ADDITIONS, invite("ana"))
                    .with(Stage.ADDITIONS, role("ben", "", "Member"))
                    .with(Stage.ADDITIONS, role("cem", "", "Member"))
                    .with(Stage.ADDITIONS, role("dan", "", "Member"))
                    .build())
            .left(1, OperationState.APPLIED, Instant.EPOCH)
            .left(2, OperationState.APPLIED, Instant.EPOCH)
            .left(3, OperationState.APPLIED, Instant.EPOCH)
            .left(4, OperationState.REFUSED, Instant.EPOCH);
    RecordingWorkspace workspace =
        new RecordingWorkspace()
            .holding(
                Roster.of(
                    List.of(
                        Member.of(
                            at("ben"),
                            "Ben",
                            Status.ACTIVE,
                            List.of(
                                WorkatoVocabulary.environmentRole(
                                    new Environment("dev"), "Member"))),
                        Member.of(at("cem"), "Cem", Status.SUSPENDED, List.of())),
                    List.of()));

    new Verifier(journal, workspace, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC))
        .verify(RUN, Usual.everything());

    assertThat(journal.operations(RUN).stream().map(OperationRecord::verification))
        .containsExactly(
            Verification.NOT_YET_VISIBLE,
            Verification.VERIFIED,
            Verification.DIFFERS,
            Verification.UNREAD);
  }
}
