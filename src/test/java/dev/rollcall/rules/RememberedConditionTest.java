package dev.rollcall.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.model.Origin;
import dev.rollcall.model.Problem;
import dev.rollcall.source.columns.DoubtfulCell;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Asked once for whoever is alike in what it speaks of, and with no other answer than before. */
class RememberedConditionTest {

  private static final Origin ROW = People.at(2, 1);

  private final List<Map<String, String>> asked = new ArrayList<>();
  private Optional<Boolean> answer = Optional.of(true);

  private final RememberedCondition condition =
      new RememberedCondition(
          new ConditionCompiler.Condition() {
            @Override
            public Optional<Boolean> holds(
                Map<String, String> person, List<Problem> problems, Origin row) {
              asked.add(person);
              return answer;
            }

            @Override
            public ConditionReferences mentions() {
              return new ConditionReferences(
                  List.of(
                      new ConditionReferences.Attribute("department", 3),
                      new ConditionReferences.Attribute("country", 30)),
                  false,
                  Set.of());
            }
          });

  private Optional<Boolean> holds(Map<String, String> person) {
    return condition.holds(person, new ArrayList<>(), ROW);
  }

  @Test
  void asksOnceForWhoeverIsAlike() {
    holds(Map.of("department", "Finance", "country", "US", "name", "Ada"));
    answer = Optional.of(false);

    assertThat(holds(Map.of("department", "Finance", "country", "US", "name", "Bea")))
        .contains(true);
    assertThat(holds(Map.of("department", "Finance", "country", "CA"))).contains(false);
    assertThat(holds(Map.of("department", "Finance"))).contains(false);
    assertThat(asked).hasSize(3);
  }

  @Test
  void asksAgainWhatCouldNotBeTold() {
    Map<String, String> person = Map.of("department", "Finance");
    answer = Optional.empty();
    holds(person);
    answer = Optional.of(true);

    assertThat(holds(person)).contains(true);
    assertThat(asked).hasSize(2);
  }

  @Test
  void leavesItToTheConditionWhetherAnythingHangsOnACellInDoubt() {
    Map<String, String> doubtful =
        new HashMap<>(Map.of("department", "Finance")) {
          private static final long serialVersionUID = 1L;

          @Override
          public String getOrDefault(Object name, String otherwise) {
            throw new DoubtfulCell(String.valueOf(name));
          }
        };

    assertThat(holds(doubtful)).contains(true);
    assertThat(holds(doubtful)).contains(true);
    assertThat(asked).hasSize(2);
  }

  @Test
  void keepsNoMoreThanAFewHundred() {
    for (int i = 0; i < 1_000; i++) {
      holds(Map.of("department", "d" + i));
    }
    holds(Map.of("department", "d999"));
    holds(Map.of("department", "d0"));

    assertThat(asked).hasSize(1_001);
  }
}
