import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What others had of the processors while something was measured: all that the system was busy, less
 * what this process and those that it waited for took. Where there is no {@code /proc}, nothing is
 * known.
 *
 * @param nanos when it began
 * @param others the ticks of others until then
 */
record Noise(long nanos, double others) {

  private static final double TICKS_A_SECOND = 100;

  /** As many processors as that are of no weight. */
  private static final double QUIET = 0.1;

  static Noise begun() {
    return new Noise(System.nanoTime(), othersTicks());
  }

  /** A sentence where the machine was not quiet, to be put behind another; else nothing. */
  String said() {
    double seconds = (System.nanoTime() - nanos) / 1e9;
    double busy = (othersTicks() - others) / TICKS_A_SECOND / seconds;
    return busy < QUIET
        ? ""
        : String.format(
            Locale.ROOT,
            " **Noisy:** others kept %.1f processors busy meanwhile; measure again.",
            busy);
  }

  private static double othersTicks() {
    try (Stream<String> system = Files.lines(Path.of("/proc/stat"))) {
      String own = Files.readString(Path.of("/proc/self/stat"));
      // of proc(5): user, nice, system, not idle and iowait, irq, softirq, steal
      String all = system.findFirst().orElse("").replaceFirst("^cpu +", "");
      // utime, stime, cutime, cstime
      String process = own.substring(own.lastIndexOf(')') + 2);
      return sum(all, 0, 3) + sum(all, 5, 8) - sum(process, 11, 15);
    } catch (IOException e) {
      return 0;
    }
  }

  private static long sum(String line, int from, int to) {
    return Arrays.stream(line.split(" "), from, to).mapToLong(Long::parseLong).sum();
  }
}
