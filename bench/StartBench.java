import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What starting costs: commands that have next to nothing to do, as multiples of a bare Java that
 * says hello.
 */
final class StartBench {

  /** As many as the quickstart has. */
  private static final int PEOPLE = 240;

  private record Command(String words, int exitCode, Program program) {}

  private final Setting setting;
  private final List<Checkout> checkouts;

  StartBench(Setting setting) throws IOException, InterruptedException {
    this.setting = setting;
    this.checkouts = new ArrayList<>(List.of(setting.here(), Checkout.fresh(setting.home())));
    setting.against().ifPresent(checkouts::add);
  }

  String measured() throws Exception {
    Company company =
        Company.made(setting.work().resolve("start"), PEOPLE, new Company.Changes(0, 0, 0));
    RoundRobin turns = setting.besideHello();
    Map<String, List<String>> names = new LinkedHashMap<>();
    for (Checkout checkout : checkouts) {
      for (Command command : commands(checkout, company)) {
        String name = command.words() + " of " + checkout.name();
        names.computeIfAbsent(command.words(), words -> new ArrayList<>()).add(name);
        turns.add(
            name,
            () ->
                setting.stopwatch().time(command.program()).expecting(command.exitCode()).cost());
      }
    }
    turns.taken(1, setting.order().runs(Part.START));
    return tables(turns, names);
  }

  private List<Command> commands(Checkout checkout, Company company) throws IOException {
    Path copy = Files.createTempDirectory(setting.work(), "quickstart");
    copy(checkout.folder(), copy, "jobs");
    copy(checkout.folder(), copy, "sample-data");
    String quickstart = copy.resolve("jobs/quickstart.yaml").toString();
    return List.of(
        new Command("`--version`", 0, checkout.program("--version")),
        new Command(
            "`validate` of a job without rules",
            0,
            checkout.program("validate", company.job().toString())),
        // Its safety rules hold something back, which is said by this code.
        new Command("`plan` of the quickstart", 4, checkout.program("plan", quickstart)));
  }

  /** Where no earlier run of a user has left anything. */
  private static void copy(Path from, Path to, String folder) throws IOException {
    Files.createDirectories(to.resolve(folder));
    try (Stream<Path> files = Files.list(from.resolve(folder))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, to.resolve(folder).resolve(file.getFileName()));
      }
    }
  }

  private String tables(RoundRobin turns, Map<String, List<String>> names) {
    return table("processor time", turns::processorSeconds, names)
        + "\n"
        + table("by the clock", turns::seconds, names)
        + "\n*Fresh clone*: of the newest commit, after its first start.\n";
  }

  private String table(
      String what, Function<String, Figures> figures, Map<String, List<String>> names) {
    Figures hello = figures.apply(Setting.HELLO);
    List<String> header = new ArrayList<>();
    header.add(
        "%s, times a bare hello (%s s)".formatted(what, FigureTable.number(hello.median(), 3)));
    checkouts.forEach(checkout -> header.add(checkout.name()));
    FigureTable table = new FigureTable(header.toArray(String[]::new));
    names.forEach(
        (words, each) -> {
          List<String> cells = new ArrayList<>(List.of(words));
          each.forEach(name -> cells.add(cell(figures.apply(name), hello)));
          table.row(cells.toArray(String[]::new));
        });
    return table.toString();
  }

  private static String cell(Figures figures, Figures hello) {
    return "%s (%s s)"
        .formatted(
            FigureTable.ratio(figures.times(hello)), FigureTable.number(figures.median(), 2));
  }
}
