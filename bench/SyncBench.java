import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** What it takes to send two hundred changes, to read them back and to report them. */
final class SyncBench {

  private static final String HEAP = "256m";
  private static final Company.Changes CHANGES = new Company.Changes(60, 120, 20);

  private final Setting setting;
  private final Map<String, String> ends = new HashMap<>();

  SyncBench(Setting setting) {
    this.setting = setting;
  }

  String measured() throws Exception {
    StringBuilder tables = new StringBuilder();
    for (int people : setting.order().people(Part.SYNC)) {
      tables.append(measured(people)).append('\n');
    }
    return tables
        + "%d join, %d move, %d leave; a new workspace and repository each time, "
            .formatted(CHANGES.joiners(), CHANGES.movers(), CHANGES.leavers())
        + "the same workspace in the end. All in a heap of "
        + HEAP
        + ".\n";
  }

  private String measured(int people) throws Exception {
    Path folder = setting.work().resolve("sync" + people);
    Company company = Company.made(folder, people, CHANGES);
    JobRuns runs = new JobRuns(setting, company, HEAP);
    RoundRobin turns = setting.besideHello();
    for (Checkout checkout : setting.checkouts()) {
      turns.add(checkout.name(), () -> sync(runs, checkout, company));
    }
    turns.taken(1, setting.order().runs(Part.SYNC));
    String what = "`sync` of %,d changes, %,d people".formatted(CHANGES.all(), people);
    return new Comparison(what, setting, turns, runs).table();
  }

  private Cost sync(JobRuns runs, Checkout checkout, Company company) throws Exception {
    try (SandboxProcess workspace = SandboxProcess.of(setting.here(), company.workspace())) {
      Cost cost = runs.sync(checkout, workspace);
      String end = workspace.state();
      if (!ends.computeIfAbsent(company.folder().toString(), folder -> end).equals(end)) {
        throw new Trouble(checkout.name() + " left another workspace than was left before");
      }
      return cost;
    }
  }
}
