import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What was asked for.
 *
 * @param parts those to be measured, in the order of the page
 * @param options the options that take a value, with what was said
 * @param write whether the page is to be written as well
 */
record Order(Set<Part> parts, Map<String, String> options, boolean write) {

  static final String USAGE =
      """
      usage: bench/run [PART…] [--against COMMIT] [--people N[,N…]] [--runs N] [--print]

      Builds what is missing, measures, prints ratios, and writes them into docs/performance.md.
      Without a PART all of them, which takes about a quarter of an hour; other sections of the page
      stay as they are.

        start    what starting costs, as multiples of a bare Java that says hello
        plan     a dry run for a whole company: time, memory, requests
        sync     two hundred changes sent, read back and reported
        quota    a thousand joiners: requests, and time, beside what the quotas allow
        growth   a dry run at four sizes, a line each
        csv, excel, jdbc   reading a roster, as multiples of a bare loop of the library below

        --against COMMIT   start, plan and sync: measures that commit as well, in turns with this one
        --people N[,N…]    so many people, or rows, in place of the usual (all but start)
        --runs N           so many turns each; the median counts
        --print            prints only, and leaves the page as it is

      Needs a JDK, Maven, git and bash; /proc for the figures of memory.
      """;

  private static final String AGAINST = "--against";
  private static final String PEOPLE = "--people";
  private static final String RUNS = "--runs";
  private static final String PRINT = "--print";
  private static final int FEWEST = 1_000;
  private static final int MOST = 1_000_000;
  private static final int MOST_RUNS = 99;

  /** What the words of a command line ask for. */
  static Order of(String... arguments) {
    Set<Part> parts = new TreeSet<>();
    Map<String, String> options = new LinkedHashMap<>();
    Deque<String> words = new ArrayDeque<>(Arrays.asList(arguments));
    while (!words.isEmpty()) {
      String word = words.pop();
      switch (word) {
        case PRINT -> options.put(word, "");
        case AGAINST, PEOPLE, RUNS -> options.put(word, value(word, words));
        default -> parts.add(Part.of(word).orElseThrow(() -> unknown(word)));
      }
    }
    boolean write = options.remove(PRINT) == null;
    return new Order(
        parts.isEmpty() ? new TreeSet<>(List.of(Part.values())) : parts, options, write);
  }

  private static String value(String option, Deque<String> words) {
    if (words.isEmpty() || words.peek().isEmpty() || words.peek().startsWith("--")) {
      throw new IllegalArgumentException(option + " takes a value; bench/run --help says which");
    }
    return words.pop();
  }

  private static IllegalArgumentException unknown(String word) {
    return new IllegalArgumentException(
        "there is no part or option \"" + word + "\"; bench/run --help lists them");
  }

  Order {
    if (options.containsKey(AGAINST) && parts.stream().noneMatch(Part::comparesCommits)) {
      throw new IllegalArgumentException(AGAINST + " is of start, plan and sync");
    }
    if (options.containsKey(PEOPLE) && parts.stream().allMatch(part -> part.people().isEmpty())) {
      throw new IllegalArgumentException(PEOPLE + " is of all parts but start");
    }
    for (String size : options.getOrDefault(PEOPLE, String.valueOf(FEWEST)).split(",", -1)) {
      number(PEOPLE, size, FEWEST, MOST);
    }
    number(RUNS, options.getOrDefault(RUNS, "1"), 1, MOST_RUNS);
  }

  private static int number(String option, String text, int fewest, int most) {
    if (!text.matches("[0-9]{1,9}")
        || Integer.parseInt(text) < fewest
        || Integer.parseInt(text) > most) {
      throw new IllegalArgumentException(
          "%s takes a number from %d to %d, not \"%s\"".formatted(option, fewest, most, text));
    }
    return Integer.parseInt(text);
  }

  /** The same, with the commit by its own name, which does not move as that of a branch does. */
  Order naming(Git git) throws IOException, InterruptedException {
    Map<String, String> named = new LinkedHashMap<>(options);
    if (named.containsKey(AGAINST)) {
      named.put(AGAINST, git.commit(named.get(AGAINST)));
    }
    return new Order(parts, named, write);
  }

  /** The commit to compare with. */
  Optional<String> against() {
    return Optional.ofNullable(options.get(AGAINST));
  }

  /** For how many people a part is measured, each size once, the smallest first. */
  List<Integer> people(Part part) {
    return options.containsKey(PEOPLE)
        ? Arrays.stream(options.get(PEOPLE).split(","))
            .map(Integer::valueOf)
            .distinct()
            .sorted()
            .toList()
        : part.people();
  }

  /** How many turns of a part count. */
  int runs(Part part) {
    return options.containsKey(RUNS) ? Integer.parseInt(options.get(RUNS)) : part.runs();
  }

  /** What measures one part of this order again. */
  String command(Part part) {
    StringBuilder command = new StringBuilder("bench/run ").append(part.word());
    options.forEach(
        (option, value) -> {
          if (concerns(option, part)) {
            command.append(' ').append(option).append(' ').append(value);
          }
        });
    return command.toString();
  }

  private static boolean concerns(String option, Part part) {
    return switch (option) {
      case AGAINST -> part.comparesCommits();
      case PEOPLE -> !part.people().isEmpty();
      default -> true;
    };
  }
}
