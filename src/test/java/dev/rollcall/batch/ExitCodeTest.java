package dev.rollcall.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.apply.LeaseLost;
import dev.rollcall.apply.RepositoryUnavailable;
import dev.rollcall.apply.RepositoryUnusable;
import dev.rollcall.apply.RunId;
import dev.rollcall.apply.TenantBusy;
import dev.rollcall.job.InvalidJobFile;
import dev.rollcall.journal.UnusablePlan;
import dev.rollcall.model.Problem;
import dev.rollcall.plan.UnknownNames;
import dev.rollcall.rules.UnusableRules;
import dev.rollcall.source.UnreadableSource;
import dev.rollcall.tenant.AccessRefused;
import dev.rollcall.tenant.ReadingStopped;
import dev.rollcall.tenant.TenantUnavailable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The one ladder: what is documented, and nothing between its steps. */
class ExitCodeTest {

  /** As the manual has it: where several apply, the first of these. */
  private static final List<Integer> DOCUMENTED = List.of(1, 9, 8, 6, 7, 5, 4, 3, 2, 0);

  private static final List<Problem> PROBLEMS = List.of(new Problem("job.yaml:3", "is wrong", ""));

  private static ExitCode of(int code) {
    return Arrays.stream(ExitCode.values())
        .filter(each -> each.code() == code)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void everyCodeIsOnTheLadderOnce() {
    assertThat(ExitCode.values())
        .extracting(ExitCode::code)
        .containsExactlyInAnyOrderElementsOf(DOCUMENTED);
    assertThat(ExitCode.values()).extracting(ExitCode::meaning).doesNotHaveDuplicates();
  }

  @Test
  void ofAnyThatApplyTheHigherStepHolds() {
    for (int upper = 0; upper < DOCUMENTED.size(); upper++) {
      List<ExitCode> from =
          new ArrayList<>(
              DOCUMENTED.subList(upper, DOCUMENTED.size()).stream().map(ExitCodeTest::of).toList());
      assertThat(ExitCode.firstOf(from)).isEqualTo(of(DOCUMENTED.get(upper)));
      Collections.reverse(from);
      assertThat(ExitCode.firstOf(from)).isEqualTo(of(DOCUMENTED.get(upper)));
      for (int lower = upper; lower < DOCUMENTED.size(); lower++) {
        assertThat(ExitCode.firstOf(List.of(of(DOCUMENTED.get(lower)), of(DOCUMENTED.get(upper)))))
            .isEqualTo(of(DOCUMENTED.get(upper)));
      }
    }
    assertThat(ExitCode.firstOf(List.of())).isEqualTo(ExitCode.DONE);
  }

  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of(new IllegalStateException("a bug"), 1),
        Arguments.of(new NullPointerException(), 1),
        Arguments.of(new StackOverflowError(), 1),
        Arguments.of(new WrongInput("there is no run 7"), 5),
        Arguments.of(new InvalidJobFile(PROBLEMS), 5),
        Arguments.of(new UnusableRules(PROBLEMS), 5),
        Arguments.of(new UnreadableSource(PROBLEMS), 5),
        Arguments.of(new UnknownNames(PROBLEMS), 5),
        Arguments.of(new AccessRefused("the token is refused"), 5),
        Arguments.of(new RepositoryUnusable("damaged", new IllegalStateException()), 5),
        Arguments.of(new TenantBusy("held"), 6),
        Arguments.of(new LeaseLost("taken over"), 6),
        Arguments.of(new UnusablePlan("used"), 7),
        Arguments.of(UnusablePlan.ofAnotherVersion(new RunId("20261122-033101-7f3a")), 7),
        Arguments.of(new ReadingStopped("while reading"), 8),
        Arguments.of(new TenantUnavailable("gone"), 9),
        Arguments.of(new RepositoryUnavailable("gone", new IllegalStateException()), 9));
  }

  @ParameterizedTest(name = "{0} ends with {1}")
  @MethodSource("failures")
  void whatAnExceptionMeans(Throwable failure, int code) {
    assertThat(ExitCode.of(failure).code()).isEqualTo(code);
  }

  @Test
  void aNumberThatIsNotOursMeansNothing() {
    assertThat(ExitCode.meaningOf(137)).isEmpty();
    assertThat(ExitCode.meaningOf(7)).isEqualTo("the saved plan is stale, used or altered");
  }
}
