package dev.rollcall.job.yaml;

import dev.rollcall.job.yaml.Tree.Mapping;
import dev.rollcall.job.yaml.Tree.Scalar;
import dev.rollcall.job.yaml.Tree.Sequence;
import dev.rollcall.model.Nearest;
import dev.rollcall.model.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Overrides of values of a tree by path: {@code safety.removals.count=5}, {@code sources.0.path=x},
 * {@code sources[hr].path=x}. Brackets take any name, so that names may hold dots. A key that no
 * record knows is added all the same: the binder then complains as about any other.
 */
public final class Overrides {

  private static final Pattern STEP = Pattern.compile("\\[([^]]*)]|([^.\\[\\]]+)");
  private static final Pattern PATH =
      Pattern.compile("(\\[[^]]*]|[^.\\[\\]=]+)(\\.?\\[[^]]*]|\\.[^.\\[\\]=]+)*");
  private static final String NAME = "name";

  private final Consumer<Problem> problems;

  /** Tells problems to somebody. */
  public Overrides(Consumer<Problem> problems) {
    this.problems = problems;
  }

  /**
   * The path of an override, without its value and in one spelling; empty where it has none. It is
   * itself a path.
   */
  public static Optional<String> path(String override) {
    Matcher path = PATH.matcher(override);
    return path.lookingAt()
        ? Optional.of(
            steps(path.group()).stream()
                .map(step -> step.matches("[^.\\[\\]=]+") ? step : "[" + step + "]")
                .collect(Collectors.joining(".")))
        : Optional.empty();
  }

  /** The key of the whole file that an override is about or below. */
  public static Optional<String> key(String override) {
    Matcher path = PATH.matcher(override);
    return path.lookingAt() ? steps(path.group()).stream().findFirst() : Optional.empty();
  }

  /** The tree with all of them set, in order. */
  public Tree apply(Tree tree, List<String> overrides) {
    Tree changed = tree;
    for (String override : overrides) {
      changed = apply(changed, override);
    }
    return changed;
  }

  private Tree apply(Tree tree, String override) {
    Matcher path = PATH.matcher(override);
    if (!path.lookingAt() || !override.startsWith("=", path.end())) {
      problems.accept(
          new Problem(
              "--set", "a value is set by path=value", "write --set safety.removals.count=5"));
      return tree;
    }
    Position position = Position.whole("--set " + path.group());
    String text = override.substring(path.end() + 1);
    Optional<Tree> value =
        text.isEmpty()
            ? Optional.of(new Scalar("", false, position))
            : YamlText.parseValue(position, text, problems);
    return value.map(to -> set(tree, steps(path.group()), to)).orElse(tree);
  }

  private static List<String> steps(String path) {
    List<String> steps = new ArrayList<>();
    Matcher step = STEP.matcher(path);
    while (step.find()) {
      steps.add(step.group(1) == null ? step.group(2) : step.group(1));
    }
    return steps;
  }

  private Tree set(Tree tree, List<String> steps, Tree value) {
    if (steps.isEmpty()) {
      return value;
    }
    if (tree instanceof Sequence sequence) {
      return setItem(sequence, steps, value);
    }
    Mapping mapping =
        tree instanceof Mapping known ? known : new Mapping(List.of(), value.position());
    String whole = String.join(".", steps);
    if (mapping.get(whole).isPresent()) {
      return mapping.with(new Scalar(whole, true, value.position()), value);
    }
    Tree below = mapping.get(steps.get(0)).orElse(new Mapping(List.of(), value.position()));
    return mapping.with(
        new Scalar(steps.get(0), true, value.position()),
        set(below, steps.subList(1, steps.size()), value));
  }

  private Tree setItem(Sequence sequence, List<String> steps, Tree value) {
    List<String> names =
        sequence.items().stream().map(Overrides::name).collect(Collectors.toList());
    String wanted = steps.get(0);
    int index =
        names.contains(wanted)
            ? names.indexOf(wanted)
            : IntStream.range(0, names.size())
                .filter(i -> String.valueOf(i).equals(wanted))
                .findFirst()
                .orElse(-1);
    if (index < 0) {
      names.removeIf(String::isEmpty);
      problems.accept(
          new Problem(
              value.position().toString(),
              "there is no item \"" + wanted + "\" in a list of " + sequence.items().size(),
              names.isEmpty() ? "count from 0" : Nearest.remedy(wanted, names)));
      return sequence;
    }
    List<Tree> items = new ArrayList<>(sequence.items());
    items.set(index, set(items.get(index), steps.subList(1, steps.size()), value));
    return new Sequence(items, sequence.position());
  }

  private static String name(Tree item) {
    return item instanceof Mapping mapping && mapping.get(NAME).orElse(item) instanceof Scalar name
        ? name.text()
        : "";
  }
}
