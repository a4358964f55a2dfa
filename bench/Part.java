import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What can be measured by itself, and has a section of its own on the page. */
enum Part {
  START("start", "Starting", 7, List.of()),
  PLAN("plan", "Planning for a whole company", 3, List.of(1_000, 50_000)),
  SYNC("sync", "Two hundred changes", 3, List.of(10_000)),
  QUOTA("quota", "A thousand joiners at the pace of the quotas", 3, List.of(1_000)),
  GROWTH("growth", "How cost grows", 3, List.of(1_000, 10_000, 50_000, 100_000)),
  CSV("csv", "Reading CSV", 5, List.of(1_000_000)),
  EXCEL("excel", "Reading workbooks", 5, List.of(100_000)),
  JDBC("jdbc", "Reading a database", 5, List.of(300_000));

  private final String word;
  private final String heading;
  private final int runs;
  private final List<Integer> people;

  Part(String word, String heading, int runs, List<Integer> people) {
    this.word = word;
    this.heading = heading;
    this.runs = runs;
    this.people = people;
  }

  static Optional<Part> of(String word) {
    return Arrays.stream(values()).filter(part -> part.word.equals(word)).findFirst();
  }

  /** How it is called on the command line. */
  String word() {
    return word;
  }

  /** How its section of the page is called. */
  String heading() {
    return heading;
  }

  /** How often everything is done, where nothing else is asked for. */
  int runs() {
    return runs;
  }

  /** Which of several turns are told. */
  String turnsThatCount() {
    return this == QUOTA ? "the quickest" : "medians";
  }

  /** For how many people, where nothing else is asked for; empty where that does not matter. */
  List<Integer> people() {
    return people;
  }

  /** Whether it starts another commit as well. */
  boolean comparesCommits() {
    return this == START || this == PLAN || this == SYNC;
  }

  /** Whether it reads rosters in a process of its own, beside a bare loop of the library below. */
  boolean readsRosters() {
    return this == CSV || this == EXCEL || this == JDBC;
  }
}
