package dev.rollcall.rules;

import dev.rollcall.model.Origin;
import dev.rollcall.model.Problem;
import dev.rollcall.source.columns.DoubtfulCell;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A condition that is asked once for people who are alike in all that it speaks of, which is far
 * quicker: a company has many people and few departments. What could not be told is asked again,
 * for it is about a row.
 */
final class RememberedCondition implements ConditionCompiler.Condition {

  /** Whoever speaks of names or addresses has no two people alike, and shall not keep them all. */
  private static final int MOST = 256;

  private final ConditionCompiler.Condition asked;
  private final List<String> names;
  private final Map<List<String>, Boolean> known = new ConcurrentHashMap<>();

  /** Of a condition that names all attributes it looks at. */
  RememberedCondition(ConditionCompiler.Condition asked) {
    this.asked = asked;
    this.names =
        asked.mentions().attributes().stream().map(each -> each.name()).distinct().toList();
  }

  @Override
  public Optional<Boolean> holds(Map<String, String> person, List<Problem> problems, Origin row) {
    List<String> alike;
    try {
      alike = values(person);
    } catch (DoubtfulCell e) {
      // Perhaps nothing hangs on it.
      return asked.holds(person, problems, row);
    }
    Boolean before = known.get(alike);
    if (before != null) {
      return Optional.of(before);
    }
    Optional<Boolean> holds = asked.holds(person, problems, row);
    if (known.size() < MOST) {
      holds.ifPresent(result -> known.put(alike, result));
    }
    return holds;
  }

  private List<String> values(Map<String, String> person) {
    List<String> values = new ArrayList<>(names.size());
    for (String name : names) {
      values.add(person.getOrDefault(name, ""));
    }
    return values;
  }

  @Override
  public ConditionReferences mentions() {
    return asked.mentions();
  }
}
