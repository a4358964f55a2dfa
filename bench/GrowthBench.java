import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How the cost of a dry run grows with the company, a line for each size. */
final class GrowthBench {

  private static final String HEAP = "512m";

  private final Setting setting;
  private final Map<Integer, JobRuns> runsOf = new LinkedHashMap<>();
  private final List<SandboxProcess> workspaces = new ArrayList<>();

  GrowthBench(Setting setting) {
    this.setting = setting;
  }

  String measured() throws Exception {
    try {
      RoundRobin turns = new RoundRobin();
      for (int people : setting.order().people(Part.GROWTH)) {
        add(turns, people);
      }
      turns.taken(1, setting.order().runs(Part.GROWTH));
      return table(turns) + "\n`plan`, all sizes in turns, in a heap of " + HEAP + ".\n";
    } finally {
      workspaces.forEach(SandboxProcess::close);
    }
  }

  private void add(RoundRobin turns, int people) throws Exception {
    Path folder = setting.work().resolve("growth" + people);
    Company company = Company.made(folder, people, Company.Changes.of(people));
    JobRuns runs = new JobRuns(setting, company, HEAP);
    SandboxProcess workspace = SandboxProcess.of(setting.here(), company.workspace());
    workspaces.add(workspace);
    runsOf.put(people, runs);
    turns.add(name(people), () -> runs.plan(setting.here(), workspace));
  }

  private static String name(int people) {
    return "%,d people".formatted(people);
  }

  private String table(RoundRobin turns) {
    FigureTable table =
        new FigureTable(
            "people",
            "processor time, times the first line",
            "s",
            "ms a person",
            "by the clock, s",
            "peak resident memory, MB",
            "requests",
            "fewest minutes the quotas allow, lanes side by side");
    String first = name(runsOf.keySet().iterator().next());
    runsOf.forEach(
        (people, runs) -> {
          Figures processor = turns.processorSeconds(name(people));
          Requests requests = runs.requests(setting.here());
          table.row(
              FigureTable.number(people, 0),
              FigureTable.ratio(processor.times(turns.processorSeconds(first))),
              FigureTable.number(processor.median(), 2),
              FigureTable.number(1000 * processor.median() / people, 2),
              FigureTable.number(turns.seconds(name(people)).median(), 2),
              memory(turns.peakMegabytes(name(people))),
              FigureTable.number(requests.all(), 0),
              FigureTable.number(requests.minutesSideBySide(), 0));
        });
    return table.toString();
  }

  private static String memory(Figures peak) {
    return peak.lowest() > 0 ? FigureTable.number(peak.median(), 0) : "";
  }
}
