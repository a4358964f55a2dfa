package dev.rollcall.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.model.Problem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A text that was compiled is not compiled again, and says the same as if it were. */
class ConditionCompilerTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
  private static final String SOUND = "person.name == 'Ana' && today < '2026-03-03'";

  private final ConditionCompiler compiler = new ConditionCompiler();
  private final List<Problem> problems = new ArrayList<>();

  private Optional<ConditionCompiler.Condition> compiled(String when, int line, LocalDate today) {
    Rule rule = new Rule("r" + line, when, People.at(line, 0), List.of(), (l, c) -> line + ":" + c);
    return compiler.compile(ConditionText.of(rule), today, problems);
  }

  private Optional<Boolean> holds(ConditionCompiler.Condition condition) {
    return condition.holds(Map.of("name", "Ana"), problems, People.at(1, 0));
  }

  @Test
  void compilesATextOnce() {
    ConditionReferences first = compiled(SOUND, 1, TODAY).orElseThrow().mentions();
    ConditionReferences again = compiled(SOUND, 2, TODAY.plusDays(1)).orElseThrow().mentions();

    assertThat(again).isSameAs(first);
    assertThat(compiled(SOUND + " ", 3, TODAY).orElseThrow().mentions()).isNotSameAs(first);
    assertThat(new ConditionCompilerTest().compiled(SOUND, 1, TODAY).orElseThrow().mentions())
        .isEqualTo(first)
        .isNotSameAs(first);
  }

  @Test
  void answersForTheDayItIsAskedFor() {
    assertThat(holds(compiled(SOUND, 1, TODAY).orElseThrow())).contains(true);
    assertThat(holds(compiled(SOUND, 1, TODAY.plusDays(1)).orElseThrow())).contains(false);
    assertThat(holds(compiled(SOUND, 1, TODAY).orElseThrow())).contains(true);
  }

  @Test
  void tellsOfAMistakeWhereverTheTextStands() {
    for (int line = 1; line <= 3; line++) {
      assertThat(compiled("persn.name == ''", line, TODAY)).isEmpty();
    }

    assertThat(problems).extracting(Problem::where).containsExactly("1:0", "2:0", "3:0");
    assertThat(problems).extracting(Problem::what).allMatch(what -> what.contains("persn"));
    assertThat(problems.get(2).what()).startsWith("rule \"r3\"");
  }

  @Test
  void tellsOfTheConditionThatTheTextStandsInWhereItCannotBeAsked() {
    compiled("int(person.name) > 1", 1, TODAY);
    holds(compiled("int(person.name) > 1", 2, TODAY).orElseThrow());

    assertThat(problems).hasSize(1);
    assertThat(problems.get(0).what()).startsWith("rule \"r2\": ");
    assertThat(problems.get(0).remedy()).contains(People.at(2, 0).toString());
  }

  @Test
  void findsOutEachDayWhatRunsTooLong() {
    String forty = "[" + "1,".repeat(39) + "1]";
    String later = "today < '2026-03-03' || " + forty + ".all(a, " + forty + ".all(b, a == b))";

    assertThat(compiled(later, 1, TODAY)).isPresent();
    assertThat(compiled(later, 2, TODAY.plusDays(1))).isEmpty();
    assertThat(compiled(later, 3, TODAY)).isPresent();
    assertThat(problems).hasSize(1);
    assertThat(problems.get(0).what()).startsWith("rule \"r2\": goes through more than");
  }

  @Test
  void letsThreadsTakeTurns() {
    long sound =
        IntStream.range(0, 200)
            .parallel()
            .filter(
                i ->
                    compiler
                        .compile(
                            ConditionText.of(People.rule("r", "person.a == '" + i % 10 + "'")),
                            TODAY,
                            new ArrayList<>())
                        .isPresent())
            .count();

    assertThat(sound).isEqualTo(200);
  }
}
