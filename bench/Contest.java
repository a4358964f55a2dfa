import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Ways to read the same rows within this process, in turns; the first is what counts as bare. */
final class Contest {

  /** What one way does; it tells how many rows there were. */
  interface Reading {
    int rows() throws Exception;
  }

  private static final int UNCOUNTED = 2;
  private static final double MEGABYTE = 1024.0 * 1024;

  private final int rows;
  private final List<String> names = new ArrayList<>();
  private final RoundRobin turns = new RoundRobin();

  Contest(int rows) {
    this.rows = rows;
  }

  Contest add(String name, Reading reading) {
    names.add(name);
    turns.add(name, () -> cost(name, reading));
    return this;
  }

  private Cost cost(String name, Reading reading) throws Exception {
    System.gc();
    heap().forEach(MemoryPoolMXBean::resetPeakUsage);
    long begun = System.nanoTime();
    Duration processor = processor();
    int read = reading.rows();
    double seconds = (System.nanoTime() - begun) / 1e9;
    if (read != rows) {
      throw new Trouble(name + " read " + read + " rows, not " + rows);
    }
    return new Cost(seconds, processor().minus(processor).toMillis() / 1e3, peakMegabytes());
  }

  /** All threads of this process, those that collect garbage and compile included. */
  private static Duration processor() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
  }

  private static List<MemoryPoolMXBean> heap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .toList();
  }

  private static double peakMegabytes() {
    return heap().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() / MEGABYTE;
  }

  /** Lets them compete, and prints what came out. */
  void held(String what, int rounds) throws Exception {
    turns.taken(UNCOUNTED, rounds);
    FigureTable table =
        new FigureTable(
            what,
            "times bare, by the clock",
            "times bare, processor time",
            "s by the clock",
            "s of processor time",
            "most heap in use, garbage included, MB");
    names.forEach(
        name ->
            table.row(
                name,
                ratio(turns.seconds(name), turns.seconds(names.get(0))),
                ratio(turns.processorSeconds(name), turns.processorSeconds(names.get(0))),
                FigureTable.number(turns.seconds(name).median(), 2),
                FigureTable.number(turns.processorSeconds(name).median(), 2),
                FigureTable.number(turns.peakMegabytes(name).highest(), 0)));
    System.out.print(table);
  }

  private static String ratio(Figures figures, Figures bare) {
    return figures.equals(bare)
        ? "1"
        : "%s (%s)"
            .formatted(
                FigureTable.ratio(figures.times(bare)),
                FigureTable.range(figures.inEachRound(bare)));
  }
}
