import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A table of Markdown, aligned so that it can be read as it is: words left, figures right. */
final class FigureTable {

  private final List<List<String>> rows = new ArrayList<>();

  FigureTable(String... header) {
    rows.add(List.of(header));
  }

  FigureTable row(String... cells) {
    if (cells.length != rows.get(0).size()) {
      throw new IllegalArgumentException(Arrays.toString(cells) + " under " + rows.get(0));
    }
    rows.add(List.of(cells));
    return this;
  }

  /** A number in the words of all tables, with so many places behind the point. */
  static String number(double value, int places) {
    return String.format(Locale.ROOT, "%,." + places + "f", value);
  }

  /** A ratio: as precise as three digits, or one place less than that from ten on. */
  static String ratio(double value) {
    return number(value, value < 10 ? 2 : value < 100 ? 1 : 0);
  }

  /** From the lowest to the highest ratio of all rounds. */
  static String range(Figures ratios) {
    return ratio(ratios.lowest()) + " to " + ratio(ratios.highest());
  }

  static String percent(double share) {
    return number(100 * share, 0) + "%";
  }

  @Override
  public String toString() {
    int[] widths =
        IntStream.range(0, rows.get(0).size())
            .map(column -> rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(3))
            .toArray();
    List<String> lines = new ArrayList<>();
    rows.forEach(row -> lines.add(line(row, widths)));
    lines.add(1, rule(widths));
    return String.join("\n", lines) + "\n";
  }

  private static String line(List<String> row, int[] widths) {
    return IntStream.range(0, widths.length)
        .mapToObj(i -> String.format("%" + (i == 0 ? "-" : "") + widths[i] + "s", row.get(i)))
        .collect(Collectors.joining(" | ", "| ", " |"));
  }

  private static String rule(int[] widths) {
    return IntStream.range(0, widths.length)
        .mapToObj(i -> i == 0 ? "-".repeat(widths[i] + 2) : "-".repeat(widths[i] + 1) + ":")
        .collect(Collectors.joining("|", "|", "|"));
  }
}
