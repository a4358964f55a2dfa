import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What a dry run for a whole company takes, against a workspace of about the same size. */
final class PlanBench {

  private static final String HEAP = "256m";
  private static final List<String> OTHER_HEAPS = List.of("64m", "96m", "128m", "192m");

  /** One that takes so many times longer does nothing but collect garbage: its heap is no use. */
  private static final int TOO_SLOW = 3;

  private final Setting setting;

  PlanBench(Setting setting) {
    this.setting = setting;
  }

  String measured() throws Exception {
    StringBuilder tables = new StringBuilder();
    List<Integer> sizes = setting.order().people(Part.PLAN);
    for (int people : sizes) {
      tables.append(measured(people, people == sizes.get(sizes.size() - 1))).append('\n');
    }
    return tables + "All in a heap of " + HEAP + ", against one stand-in of this checkout.\n";
  }

  private String measured(int people, boolean largest) throws Exception {
    Path folder = setting.work().resolve("plan" + people);
    Company company = Company.made(folder, people, Company.Changes.of(people));
    JobRuns runs = new JobRuns(setting, company, HEAP);
    try (SandboxProcess workspace = SandboxProcess.of(setting.here(), company.workspace())) {
      RoundRobin turns = setting.besideHello();
      for (Checkout checkout : setting.checkouts()) {
        turns.add(checkout.name(), () -> runs.plan(checkout, workspace));
      }
      turns.taken(1, setting.order().runs(Part.PLAN));
      String what = "`plan` of %,d people, %,d members".formatted(people, company.members());
      String table = new Comparison(what, setting, turns, runs).table();
      return largest ? table + "\n" + smallestHeap(turns, runs, workspace) : table;
    }
  }

  private String smallestHeap(RoundRobin turns, JobRuns runs, SandboxProcess workspace)
      throws Exception {
    double slowest = turns.seconds(setting.here().name()).highest();
    Duration patience = Duration.ofMillis((long) (1000 * TOO_SLOW * slowest));
    Optional<String> enough = Optional.empty();
    for (String heap : OTHER_HEAPS) {
      System.err.println("  trying a heap of " + heap);
      if (runs.plansIn(heap, patience, setting.here(), workspace)) {
        enough = Optional.of(heap);
        break;
      }
    }
    return "The smallest heap that does for the last one: " + enough.orElse(HEAP) + ".\n";
  }
}
