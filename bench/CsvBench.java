import dev.rollcall.job.JobFileReader;
import dev.rollcall.job.LoadedJob;
import dev.rollcall.planning.RosterReading;
import dev.rollcall.job.yaml.ReferenceSources;
import dev.rollcall.source.columns.Destination;
import dev.rollcall.source.gather.Gathered;
import dev.rollcall.tenant.workato.Environment;
import dev.rollcall.tenant.workato.WorkatoVocabulary;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * Measures how long it takes to read, map and check a CSV roster, against a bare loop of Commons CSV
 * over the same file in the same JVM.
 *
 * <pre>
 * mvn -q -B -o compile dependency:build-classpath -Dmdep.outputFile=target/classpath.txt
 * java -Xms512m -Xmx512m -XX:+UseSerialGC -XX:MaxNewSize=48m -cp "target/classes:$(cat target/classpath.txt)" bench/CsvBench.java
 * java … bench/CsvBench.java --rows 100000 --rounds 9
 * </pre>
 *
 * <p>The file is made up: ten columns (address, names, status, department, country, number, groups,
 * two dates), every row another person. <em>Bare</em> is a loop that asks for each cell of each
 * record. <em>Rollcall</em> opens the source (which reads the file once more, for its charset), maps
 * every row to a person, gathers all people and checks them. Both take turns; two rounds at the
 * beginning do not count. Memory is the most that the heap held in a round of Rollcall, garbage
 * included.
 */
public final class CsvBench {

  private static final String USAGE =
      "usage: java -Xmx512m -cp … bench/CsvBench.java [--rows N] [--rounds N]";
  private static final int UNCOUNTED = 2;
  private static final LocalDate TODAY = LocalDate.of(2026, 7, 1);
  private static final Destination WORKSPACE =
      new Destination(
          WorkatoVocabulary.VOCABULARY,
          List.of(WorkatoVocabulary.resource(new Environment("dev"))));
  private static final String JOB =
      """
      name: bench
      sources: [ { name: hr, type: csv, path: %s } ]
      rules:
        - name: Finance
          when: person.department == "Finance" && person.country in ["US", "DE"]
          grant: { roles: { dev: Member }, groups: [Finance builders] }
      target: { type: workato, url: "http://127.0.0.1:1", tokens: { dev: none } }
      """;

  /** What was asked for. */
  private record Order(int rows, int rounds) {

    static Order of(String[] arguments) {
      Map<String, String> options =
          new HashMap<>(Map.of("--rows", "1000000", "--rounds", "5"));
      for (int i = 0; i < arguments.length; i += 2) {
        if (i + 1 == arguments.length || !options.containsKey(arguments[i])) {
          throw new IllegalArgumentException(USAGE);
        }
        options.put(arguments[i], arguments[i + 1]);
      }
      return new Order(
          Integer.parseInt(options.get("--rows")), Integer.parseInt(options.get("--rounds")));
    }
  }

  private final Order order;
  private final Path file;
  private final LoadedJob job;
  private long peak;

  private CsvBench(Order order, Path file, LoadedJob job) {
    this.order = order;
    this.file = file;
    this.job = job;
  }

  /** Measures, and prints a table. */
  public static void main(String[] arguments) throws IOException {
    Order order;
    try {
      order = Order.of(arguments);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(2);
      return;
    }
    File file = File.createTempFile("rollcall-bench", ".csv");
    file.deleteOnExit();
    generate(file.toPath(), order.rows());
    File job = File.createTempFile("rollcall-bench", ".yaml");
    job.deleteOnExit();
    Files.writeString(job.toPath(), JOB.formatted(file));
    LoadedJob loaded =
        new JobFileReader(ReferenceSources.ofProcess()).read(job.toPath(), List.of());
    new CsvBench(order, file.toPath(), loaded).measure();
  }

  private static void generate(Path file, int rows) throws IOException {
    String[] departments = {"Finance", "Sales", "Engineering", "Support", "Legal", "Operations"};
    String[] countries = {"US", "DE", "ES", "JP", "IN", "BR"};
    String[] first = {"Ana", "Bo", "Chi", "Dilan", "Eve", "Femi", "Gus", "Hana", "Ivo", "Jun"};
    String[] last = {"Garcia", "Holm", "Ito", "Jones", "Kaya", "Lopez", "Meyer", "Novak", "Okoro"};
    String[] groups = {"Builders; Readers", "Operators", "\"Builders; Operators\"", "Readers", ""};
    Random random = new Random(7);
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("Email,First Name,Last Name,Status,Department,Country,Employee ID,Groups,");
      out.write("Start Date,End Date\n");
      for (int i = 0; i < rows; i++) {
        String one = first[random.nextInt(first.length)];
        String two = last[random.nextInt(last.length)];
        out.write(one.toLowerCase() + "." + two.toLowerCase() + "." + i + "@example.com,");
        out.write(one + "," + two + "," + (i % 20 == 7 ? "Terminated," : "Active,"));
        out.write(departments[random.nextInt(departments.length)] + ",");
        out.write(countries[random.nextInt(countries.length)] + ",E" + (1_000_000 + i) + ",");
        out.write(groups[random.nextInt(groups.length)] + ",");
        out.write(LocalDate.of(2015, 1, 1).plusDays(random.nextInt(4000)) + ",");
        out.write(i % 50 == 3 ? LocalDate.of(2026, 12, 1).plusDays(random.nextInt(300)) + "\n" : "\n");
      }
    }
  }

  private void measure() throws IOException {
    List<Taken> bare = new ArrayList<>();
    List<Taken> ours = new ArrayList<>();
    for (int round = 1 - UNCOUNTED; round <= order.rounds(); round++) {
      Taken one = taken(this::bare);
      Taken two = taken(this::rollcall);
      System.err.printf("%s bare %.2f s, rollcall %.2f s%n",
          round < 1 ? "uncounted:" : "round " + round + ":", one.seconds(), two.seconds());
      if (round >= 1) {
        bare.add(one);
        ours.add(two);
      }
    }
    print(bare, ours);
  }

  private interface Work {
    void run() throws IOException;
  }

  /** How long it took by the clock, and how much processor time this process had. */
  private record Taken(double seconds, double cpuSeconds) {}

  private static Taken taken(Work work) throws IOException {
    System.gc();
    long begun = System.nanoTime();
    long cpuBegun = cpuNanos();
    work.run();
    return new Taken((System.nanoTime() - begun) / 1e9, (cpuNanos() - cpuBegun) / 1e9);
  }

  /** All threads of this process, those that collect garbage and compile included. */
  private static long cpuNanos() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toNanos();
  }

  private void bare() throws IOException {
    long cells = 0;
    try (Reader text = Files.newBufferedReader(file)) {
      for (CSVRecord record : CSVFormat.DEFAULT.parse(text)) {
        for (String cell : record) {
          cells += cell.length() >= 0 ? 1 : 0;
        }
      }
    }
    check(cells, 10L * (order.rows() + 1), "cells");
  }

  /** As every command reads a roster: the sources of a job file, one after the other. */
  private void rollcall() {
    resetPeak();
    Gathered gathered;
    try (RosterReading reading = new RosterReading(job, TODAY, WORKSPACE)) {
      reading.gatherAll();
      gathered = reading.seal();
    }
    check(gathered.people().size(), order.rows(), "people");
    check(gathered.problems().size(), 0, "problems");
    peak = Math.max(peak, peak());
  }

  private static void check(long found, long expected, String what) {
    if (found != expected) {
      throw new IllegalStateException(found + " " + what + ", not " + expected);
    }
  }

  private static List<MemoryPoolMXBean> heap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .toList();
  }

  private static void resetPeak() {
    heap().forEach(MemoryPoolMXBean::resetPeakUsage);
  }

  private static long peak() {
    return heap().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
  }

  private void print(List<Taken> bare, List<Taken> ours) throws IOException {
    System.out.printf("JDK %s, %d processors, heap %d MB%n%n", Runtime.version(),
        Runtime.getRuntime().availableProcessors(), Runtime.getRuntime().maxMemory() >> 20);
    System.out.printf("| %-38s | %8s | %8s | %8s |%n",
        "%,d rows, %.0f MB".formatted(order.rows(), Files.size(file) / 1e6),
        "median", "best", "worst");
    System.out.println("|" + "-".repeat(40) + "|---------:|---------:|---------:|");
    compare("", bare, ours, Taken::seconds);
    compare(", processor", bare, ours, Taken::cpuSeconds);
    System.out.printf("%nMost heap in use, garbage included: %d MB.%n", peak >> 20);
  }

  private static void compare(
      String kind, List<Taken> bare, List<Taken> ours, ToDoubleFunction<Taken> figure) {
    double[] one = bare.stream().mapToDouble(figure).toArray();
    double[] two = ours.stream().mapToDouble(figure).toArray();
    double[] ratios = new double[one.length];
    Arrays.setAll(ratios, i -> two[i] / one[i]);
    row("bare Commons CSV, s" + kind, one);
    row("read, mapped, checked, s" + kind, two);
    row("times as long, round by round" + kind, ratios);
    System.out.printf("| %-38s | %8.2f | %8s | %8s |%n", "ratio of the medians" + kind,
        median(two) / median(one), "", "");
  }

  private static void row(String name, double[] figures) {
    System.out.printf("| %-38s | %8.2f | %8.2f | %8.2f |%n", name, median(figures),
        Arrays.stream(figures).min().orElseThrow(), Arrays.stream(figures).max().orElseThrow());
  }

  private static double median(double[] figures) {
    double[] sorted = Arrays.stream(figures).sorted().toArray();
    return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
  }
}
