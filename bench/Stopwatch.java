import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Runs programs and measures what they take. Processor time is that of the program and of all that
 * it starts and waits for, as {@code bash} tells it to the millisecond; the JDK knows only of single
 * processes, and what a launcher does before it becomes Java would be missed. Memory is VmHWM in
 * {@code /proc/PID/status} of the largest of its processes, looked at every 10 ms.
 *
 * @param work where it may write
 */
record Stopwatch(Path work) {

  private static final String TIMED =
      "TIMEFORMAT='%3R %3U %3S'; { time \"$@\" >\"$0.out\" 2>\"$0.err\" </dev/null; } 2>\"$0.time\"";

  /** A program that has not ended by then never will. */
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private static final Duration LOOK = Duration.ofMillis(10);

  /** Looking for new processes reads all of /proc, so that it is done less often. */
  private static final int LOOKS_A_SEARCH = 20;

  Ended time(Program program) throws IOException, InterruptedException {
    return time(program, PATIENCE);
  }

  /** Ends it by force after some time; then its exit code is not 0. */
  Ended time(Program program, Duration patience) throws IOException, InterruptedException {
    Path said = work.resolve("timed");
    Process shell =
        program
            .with("LC_ALL", "C.UTF-8")
            .under(List.of("bash", "-c", TIMED, said.toString()))
            .builder()
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    double peak = watched(shell, patience);
    int exitCode = shell.waitFor();
    List<String> times = Files.readAllLines(Path.of(said + ".time"));
    return new Ended(
        program,
        exitCode,
        Files.readAllLines(Path.of(said + ".out")),
        Files.readAllLines(Path.of(said + ".err")),
        cost(times.get(times.size() - 1).split(" "), peak));
  }

  private static Cost cost(String[] times, double peakMegabytes) {
    return new Cost(
        Double.parseDouble(times[0]),
        Double.parseDouble(times[1]) + Double.parseDouble(times[2]),
        peakMegabytes);
  }

  /** Waits for it, and tells its most memory in megabytes. */
  private static double watched(Process shell, Duration patience) throws InterruptedException {
    long begun = System.nanoTime();
    Map<Long, Long> peaks = new HashMap<>();
    for (int look = 1; !shell.waitFor(LOOK.toMillis(), TimeUnit.MILLISECONDS); look++) {
      if (look % LOOKS_A_SEARCH == 0) {
        shell.descendants().forEach(process -> peaks.putIfAbsent(process.pid(), 0L));
      }
      peaks.replaceAll((pid, peak) -> Math.max(peak, peakKilobytes(pid)));
      if (System.nanoTime() - begun > patience.toNanos()) {
        shell.descendants().forEach(ProcessHandle::destroyForcibly);
      }
    }
    return peaks.values().stream().mapToLong(Long::longValue).max().orElse(0) / 1024.0;
  }

  /** 0 once the process has ended, and where the system has no such file. */
  private static long peakKilobytes(long pid) {
    try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
      return lines
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
          .findFirst()
          .orElse(0);
    } catch (IOException | java.io.UncheckedIOException e) {
      return 0;
    }
  }
}
