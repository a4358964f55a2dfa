package dev.rollcall.tenant.careful;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.tenant.Outcome;
import dev.rollcall.tenant.http.CallOutcome;
import dev.rollcall.tenant.http.FinishedCall;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswersTest {

  /** Answers of somebody who says what came, and lets everybody in. */
  private static final Answers ANSWERS =
      new Answers() {
        @Override
        public String why(CallOutcome<?> call) {
          return call instanceof CallOutcome.Rejected<?> rejected
              ? rejected.status() + " " + rejected.body()
              : call.why();
        }

        @Override
        public boolean notPermitted(CallOutcome<?> call) {
          return false;
        }

        @Override
        public Optional<Outcome> closed() {
          return Optional.empty();
        }
      };

  @ParameterizedTest
  @CsvSource({"400, refused", "404, refused", "429, failed", "500, in doubt", "503, in doubt"})
  void aRefusalIsNoDoubtAndABrokenServerIs(int status, String expected) {
    CallOutcome<String> rejected = new CallOutcome.Rejected<>(status, "Why", Optional.empty());

    Outcome outcome = ANSWERS.outcome(new FinishedCall<>(rejected, 1));

    assertThat(outcome.message()).contains("Why").contains(Integer.toString(status));
    assertThat(outcome).isInstanceOf(kind(expected));
    if (outcome instanceof Outcome.Failed failed) {
      assertThat(failed.inDoubt()).isEqualTo(expected.equals("in doubt"));
    }
  }

  @Test
  void whatAStopCameBeforeIsStillToBeSent() {
    assertThat(ANSWERS.outcome(new FinishedCall<>(new CallOutcome.Stopped<>("stopped"), 0)))
        .isInstanceOf(Outcome.NotSent.class);
  }

  private static Class<? extends Outcome> kind(String expected) {
    return expected.equals("refused") ? Outcome.Refused.class : Outcome.Failed.class;
  }
}
