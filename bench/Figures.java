import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** What one thing measured as in each of some rounds, in their order. */
record Figures(List<Double> values) {

  Figures {
    values = List.copyOf(values);
    if (values.isEmpty()) {
      throw new IllegalArgumentException("nothing was measured");
    }
  }

  static Figures of(List<Cost> costs, ToDoubleFunction<Cost> figure) {
    return new Figures(costs.stream().map(figure::applyAsDouble).toList());
  }

  double median() {
    List<Double> sorted = values.stream().sorted().toList();
    return (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2;
  }

  double lowest() {
    return values.stream().min(Double::compare).orElseThrow();
  }

  double highest() {
    return values.stream().max(Double::compare).orElseThrow();
  }

  /** The ratio of the medians. */
  double times(Figures base) {
    return median() / base.median();
  }

  /** The ratio of each round by itself, which tells how sure that of the medians is. */
  Figures inEachRound(Figures base) {
    return new Figures(
        IntStream.range(0, values.size())
            .mapToObj(i -> values.get(i) / base.values().get(i))
            .toList());
  }
}
