package dev.rollcall.job;

import dev.rollcall.job.yaml.Position;
import dev.rollcall.job.yaml.Tree;
import dev.rollcall.model.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The unanswered questions of a job file to begin with that wait for their answer in place of a
 * value.
 */
public final class UnansweredQuestions {

  private static final String START = "answer question ";
  private static final Pattern TEXT =
      Pattern.compile("answer question (\\d+): (.*)", Pattern.DOTALL);

  private final String label;
  private final Map<Position, Problem> problems = new LinkedHashMap<>();

  private UnansweredQuestions(String label) {
    this.label = label;
  }

  /** What stands where an answer is missing. */
  public static String text(int number, String choices) {
    return START + number + ": " + choices;
  }

  /** Those of a job file. */
  static UnansweredQuestions in(Tree tree, String label) {
    UnansweredQuestions found = new UnansweredQuestions(label);
    found.look(tree);
    return found;
  }

  private void look(Tree tree) {
    if (tree instanceof Tree.Mapping mapping) {
      mapping.entries().forEach(entry -> look(entry.value()));
    } else if (tree instanceof Tree.Sequence sequence) {
      sequence.items().forEach(this::look);
    } else if (tree instanceof Tree.Scalar scalar) {
      Matcher text = TEXT.matcher(scalar.text());
      if (text.matches()) {
        problems.put(scalar.position(), problem(scalar.position(), text));
      }
    }
  }

  private Problem problem(Position position, Matcher text) {
    return new Problem(
        position.toString(),
        "question " + text.group(1) + " of " + label + " is unanswered: " + text.group(2),
        "write the answer in its place");
  }

  /** All that is wrong: they first, and of the others those that are about something else. */
  List<Problem> before(List<Problem> others) {
    List<Problem> all = new ArrayList<>(problems.values());
    others.stream()
        .filter(
            other ->
                problems.keySet().stream()
                    .noneMatch(position -> other.where().equals(position.toString())))
        .forEach(all::add);
    return all;
  }
}
