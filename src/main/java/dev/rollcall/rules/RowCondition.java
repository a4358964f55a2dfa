package dev.rollcall.rules;

import dev.rollcall.model.Origin;
import dev.rollcall.model.Problem;
import dev.rollcall.source.columns.RowFilter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The condition under {@code where:} of a source: which of its rows are people of ours. */
public final class RowCondition implements RowFilter {

  private static final int LONGEST_TOLD = 200;

  private final ConditionText text;
  private final ConditionCompiler.Condition condition;
  private final Map<String, String> identifiers = new HashMap<>();

  private RowCondition(ConditionText text, ConditionCompiler.Condition condition) {
    this.text = text;
    this.condition = condition;
  }

  /**
   * What stands under {@code where:}.
   *
   * @param source the source's name
   * @param origin where the text begins, as {@link Rule} has it
   * @param positions where places within the text are
   */
  public record Written(String source, String where, Origin origin, Rule.Positions positions) {}

  /**
   * Compiles it.
   *
   * @param today the date it sees, in the job's time zone
   * @param conditions the compiler of the job
   * @throws UnusableRules with all that is wrong
   */
  public static RowCondition compile(
      Written written, LocalDate today, ConditionCompiler conditions) {
    ConditionText text =
        new ConditionText(
            "source \"" + written.source() + "\"",
            "where",
            written.where(),
            written.origin(),
            written.positions(),
            "write a shorter condition");
    List<Problem> problems = new ArrayList<>();
    Optional<ConditionCompiler.Condition> condition = conditions.compile(text, today, problems);
    return new RowCondition(text, condition.orElseThrow(() -> new UnusableRules(problems)));
  }

  @Override
  public String told() {
    String line = text.text().strip().replaceAll("\\s+", " ");
    String shown =
        line.codePointCount(0, line.length()) <= LONGEST_TOLD
            ? line
            : line.substring(0, line.offsetByCodePoints(0, LONGEST_TOLD)) + "…";
    return "where: " + shown + " (" + text.positions().at(1, 0) + ")";
  }

  @Override
  public boolean looksAt(String key) {
    return condition.mentions().mayBe(PersonView.names(key));
  }

  @Override
  public boolean comparesAsDate(String key) {
    return condition.mentions().mayCompare(PersonView.names(key));
  }

  @Override
  public List<Problem> unknown(Collection<String> fields, Collection<String> attributes) {
    Set<String> known = PersonView.names(attributes);
    known.addAll(fields);
    return condition.mentions().unknown(known).stream()
        .map(
            attribute ->
                new ConditionErrors(text)
                    .at(
                        attribute.offset(),
                        "there is no column for person" + attribute.access(),
                        attribute.nearest(known)))
        .toList();
  }

  @Override
  public Optional<Boolean> counts(
      Map<String, String> fields,
      Map<String, String> attributes,
      Origin row,
      List<Problem> problems) {
    return condition.holds(new PersonView(fields, attributes, identifiers), problems, row);
  }
}
