import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Measures {@code rollcall plan} of a whole company against a workspace of the same size: its time
 * and the most memory it ever had.
 *
 * <pre>
 * java bench/PlanBench.java
 * java bench/PlanBench.java --people 10000 --heap 192m --runs 5
 * </pre>
 *
 * <p>Roster and workspace come from GenerateCompany beside this file: of 100 people one joins and
 * two move, of 250 one leaves. The stand-in workspace is a process of its own, so that the figures
 * are the client's alone; the client runs with the launcher's JVM options and the heap asked for.
 * Every run must end with 0 and the plan that the company was made for. At last it is looked for
 * the smallest heap that still does.
 *
 * <p>Needs a JDK and {@code target/rollcall/lib/rollcall.jar}, no more. Memory is read from {@code
 * /proc/PID/status} (VmHWM: all of the process, not only its heap) every 10 ms; where there is no
 * such file, as outside Linux, it is left out.
 */
public final class PlanBench {

  private static final String USAGE =
      "usage: java bench/PlanBench.java [--people N] [--heap 256m] [--runs N]";

  /** As in the launcher. */
  private static final List<String> JVM_OPTIONS =
      List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:MaxNewSize=48m");

  private static final List<String> SMALLER_HEAPS = List.of("128m", "160m", "192m", "256m");

  /** A client that has not ended by then never will. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /** One that takes so many times longer does nothing but collect garbage: its heap is no use. */
  private static final int TOO_SLOW = 4;

  private static final Path HOME = home();
  private static final Path JAR = HOME.resolve("target/rollcall/lib/rollcall.jar");
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  /** What was asked for. */
  private record Order(int people, String heap, int runs) {

    static Order of(String[] arguments) {
      Map<String, String> options =
          new HashMap<>(Map.of("--people", "50000", "--heap", "256m", "--runs", "3"));
      for (int i = 0; i < arguments.length; i += 2) {
        if (i + 1 == arguments.length || !options.containsKey(arguments[i])) {
          throw new IllegalArgumentException(USAGE);
        }
        options.put(arguments[i], arguments[i + 1]);
      }
      return new Order(
          number(options.get("--people")), options.get("--heap"), number(options.get("--runs")));
    }

    private static int number(String text) {
      try {
        return Integer.parseInt(text);
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException(text + " is no number\n" + USAGE, e);
      }
    }

    Order {
      if (people < 1000 || runs < 1 || !heap.matches("[1-9][0-9]*[mg]")) {
        throw new IllegalArgumentException("at least 1000 people and 1 run; " + USAGE);
      }
    }

    int joiners() {
      return people / 100;
    }

    int movers() {
      return people / 50;
    }

    int leavers() {
      return people / 250;
    }

    /** How the plan's last line but one must read. */
    String expected() {
      return "Plan: %d to invite, %d to change, %d to remove, %d unchanged."
          .formatted(
              joiners(), movers(), leavers(), people - joiners() - movers() - leavers());
    }
  }

  /**
   * One run of the client.
   *
   * @param peakKilobytes the most memory it ever had; empty where the system does not tell
   */
  private record Run(double seconds, double cpuSeconds, OptionalLong peakKilobytes, Told told) {

    double peakMegabytes() {
      return peakKilobytes.orElseThrow() / 1024.0;
    }
  }

  /** What the client said, and how it ended. */
  private record Told(boolean ended, int exitCode, List<String> out, List<String> err) {

    Optional<String> wrong(String expected) {
      if (!ended) {
        return Optional.of("had not ended in time");
      }
      if (exitCode != 0) {
        return Optional.of("ended with " + exitCode + ": " + String.join("\n", tail(err, 5)));
      }
      return tail(out, 2).contains(expected)
          ? Optional.empty()
          : Optional.of("did not end as expected\nexpected: " + expected + "\nbut was:  "
              + String.join("\n          ", tail(out, 2)));
    }

    private static List<String> tail(List<String> lines, int count) {
      return lines.subList(Math.max(0, lines.size() - count), lines.size());
    }
  }

  private final Order order;
  private final Path company;

  private PlanBench(Order order, Path company) {
    this.order = order;
    this.company = company;
  }

  /** Measures, and prints a table. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    if (!Files.exists(JAR)) {
      System.err.println(
          JAR + " is missing; build it: mvn -B -DskipTests package, or run ./rollcall --version");
      System.exit(2);
    }
    try {
      measure(Order.of(arguments));
    } catch (IllegalArgumentException | IllegalStateException e) {
      System.err.println(e.getMessage());
      System.exit(e instanceof IllegalStateException ? 1 : 2);
    }
  }

  private static void measure(Order order) throws IOException, InterruptedException {
    Path company = Files.createTempDirectory("rollcall-bench");
    try {
      new PlanBench(order, company).measure();
    } finally {
      delete(company);
    }
  }

  private void measure() throws IOException, InterruptedException {
    generate();
    Process workspace = startWorkspace();
    // However this ends, workspace and client end with it.
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () ->
                    ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly)));
    try {
      writeJob(address(workspace));
      List<Run> runs = new ArrayList<>();
      for (int i = 1; i <= order.runs(); i++) {
        Run run = plan(order.heap(), PATIENCE);
        run.told().wrong(order.expected()).ifPresent(PlanBench::fail);
        System.err.printf("run %d of %d: %.1f s%n", i, order.runs(), run.seconds());
        runs.add(run);
      }
      print(runs, smallestHeap(runs));
    } finally {
      workspace.destroy();
      workspace.waitFor();
    }
  }

  private void generate() throws IOException, InterruptedException {
    Process generating =
        new ProcessBuilder(
                JAVA, HOME.resolve("bench/GenerateCompany.java").toString(),
                "--people", String.valueOf(order.people()),
                "--joiners", String.valueOf(order.joiners()),
                "--movers", String.valueOf(order.movers()),
                "--leavers", String.valueOf(order.leavers()),
                "--out", company.toString())
            .redirectErrorStream(true)
            .redirectOutput(company.resolve("generate.log").toFile())
            .start();
    if (generating.waitFor() != 0) {
      fail("no company: " + Files.readString(company.resolve("generate.log")));
    }
  }

  private Process startWorkspace() throws IOException {
    return new ProcessBuilder(
            JAVA, "-jar", JAR.toString(),
            "sandbox", "--port", "0", "--seed", company.resolve("workspace.json").toString())
        .redirectError(company.resolve("workspace.log").toFile())
        .start();
  }

  /** Where it listens, once it does; after that line it says no more than fits into a pipe. */
  private String address(Process workspace) throws IOException {
    BufferedReader said = workspace.inputReader(StandardCharsets.UTF_8);
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      Optional<String> url =
          Stream.of(line.split(" ")).filter(word -> word.startsWith("http://")).findFirst();
      if (url.isPresent()) {
        return url.get();
      }
    }
    return fail("no workspace: " + Files.readString(company.resolve("workspace.log")));
  }

  /** The generated job file, with the workspace outside the client's process. */
  private void writeJob(String url) throws IOException {
    String target =
        "target: { type: workato, url: '%s', rate: { per-minute: 1000000 }, tokens: { %s } }"
            .formatted(url, "dev: sandbox-dev, test: sandbox-test, prod: sandbox-prod");
    Path job = company.resolve("company.yaml");
    List<String> lines = Files.readAllLines(job);
    lines.replaceAll(line -> line.startsWith("target:") ? target : line);
    Files.write(job, lines);
  }

  private Run plan(String heap, Duration patience) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(JAVA, "-Xmx" + heap));
    command.addAll(JVM_OPTIONS);
    command.addAll(
        List.of("-jar", JAR.toString(), "plan", company.resolve("company.yaml").toString()));
    Path out = company.resolve("out.txt");
    Path err = company.resolve("err.txt");
    long begun = System.nanoTime();
    Process client =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    OptionalLong peak = OptionalLong.empty();
    Duration cpu = Duration.ZERO;
    boolean ended = false;
    while (!ended && System.nanoTime() - begun < patience.toNanos()) {
      OptionalLong seen = peakKilobytes(client);
      peak = seen.isPresent() ? seen : peak;
      cpu = client.info().totalCpuDuration().orElse(cpu);
      ended = client.waitFor(10, TimeUnit.MILLISECONDS);
    }
    double seconds = (System.nanoTime() - begun) / 1e9;
    int exitCode = client.destroyForcibly().waitFor();
    Told told = new Told(ended, exitCode, Files.readAllLines(out), Files.readAllLines(err));
    return new Run(seconds, cpu.toMillis() / 1e3, peak, told);
  }

  private static OptionalLong peakKilobytes(Process process) {
    try (Stream<String> lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
      return lines
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
          .findFirst();
    } catch (IOException | java.io.UncheckedIOException e) {
      // The process has ended, or the system has no such file.
      return OptionalLong.empty();
    }
  }

  private Optional<String> smallestHeap(List<Run> runs) throws IOException, InterruptedException {
    double slowest = runs.stream().mapToDouble(Run::seconds).max().orElseThrow();
    Duration patience = Duration.ofMillis((long) (1000 * TOO_SLOW * slowest));
    for (String heap : SMALLER_HEAPS) {
      System.err.println("trying a heap of " + heap);
      if (plan(heap, patience).told().wrong(order.expected()).isEmpty()) {
        return Optional.of(heap);
      }
    }
    return Optional.empty();
  }

  private void print(List<Run> runs, Optional<String> smallestHeap) {
    boolean memoryKnown = runs.stream().allMatch(run -> run.peakKilobytes().isPresent());
    System.out.printf("JDK %s, %d processors%n", Runtime.version(),
        Runtime.getRuntime().availableProcessors());
    System.out.printf("%n| %-28s | %10s | %10s |%n", "plan of " + "%,d people".formatted(
        order.people()), "median", "best");
    System.out.printf("|%s|%s:|%s:|%n", "-".repeat(30), "-".repeat(11), "-".repeat(11));
    row("wall time, s", runs, Run::seconds);
    row("processor time, s", runs, Run::cpuSeconds);
    if (memoryKnown) {
      row("peak resident memory, MB", runs, Run::peakMegabytes);
    }
    System.out.printf("| %-28s | %10s | %10s |%n", "heap given", order.heap(), "");
    System.out.printf("| %-28s | %10s | %10s |%n", "smallest heap that does",
        smallestHeap.orElse("none"), "");
    System.out.printf("%n%s of %d, each ended with 0 and: %s%n",
        runs.size() == 1 ? "One run" : "Medians", runs.size(), order.expected());
    System.out.println(memoryKnown
        ? "Memory is VmHWM in /proc/PID/status, read every 10 ms; MB are 1024 x 1024 bytes."
        : "This system does not tell the peak memory of a process.");
  }

  private static void row(String name, List<Run> runs, ToDoubleFunction<Run> figure) {
    double[] sorted = runs.stream().mapToDouble(figure).sorted().toArray();
    double median = (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    System.out.printf("| %-28s | %10.1f | %10.1f |%n", name, median, sorted[0]);
  }

  private static Path home() {
    Path here = Path.of("").toAbsolutePath();
    return IntStream.rangeClosed(0, here.getNameCount())
        .mapToObj(up -> ancestor(here, up))
        .filter(folder -> Files.exists(folder.resolve("bench/PlanBench.java")))
        .findFirst()
        .orElse(here);
  }

  private static Path ancestor(Path folder, int up) {
    return up == 0 ? folder : ancestor(folder.getParent(), up - 1);
  }

  private static <T> T fail(String message) {
    throw new IllegalStateException(message);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
