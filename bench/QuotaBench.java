import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * How near a whole company of joiners comes to what the quotas allow: how many requests, in how
 * much time, and never more than the quota. Where there are more requests than there should be, or
 * more than the quota came at a time, it gives no figures; where it took too long, it says so, for
 * a machine that is busy is slower than the quota of a second.
 */
final class QuotaBench {

  private static final Duration WINDOW = Duration.ofSeconds(1);
  private static final double MORE_REQUESTS = 0.02;
  private static final double MORE_TIME = 0.05;

  private final Setting setting;

  QuotaBench(Setting setting) {
    this.setting = setting;
  }

  /** What came to the stand-in during one command, and what had to. */
  private record Paced(
      String what, Map<Requests.Lane, JoinerCompany.Expected> expected, Arrivals came, Cost cost) {

    int allExpected() {
      return expected.values().stream().mapToInt(JoinerCompany.Expected::all).sum();
    }

    /** As fast as the quota of its longest lane allows. */
    double allowed() {
      return (double) ((came.count(longest()) - 1) / JoinerCompany.PER_SECOND) * WINDOW.toSeconds();
    }

    /** From the first to the last request of its longest lane. */
    double seconds() {
      return came.seconds(longest());
    }

    Requests.Lane longest() {
      return expected.keySet().stream()
          .filter(lane -> lane != Requests.Lane.UNLIMITED)
          .max((one, two) -> came.count(one) - came.count(two))
          .orElseThrow();
    }
  }

  String measured() throws Exception {
    StringBuilder tables = new StringBuilder();
    for (int joiners : setting.order().people(Part.QUOTA)) {
      List<Turn> turns = new ArrayList<>();
      for (int i = 0; i < setting.order().runs(Part.QUOTA); i++) {
        turns.add(turn(joiners, setting.work().resolve("quota" + joiners + "-" + i)));
      }
      Turn quickest =
          turns.stream()
              .min(Comparator.comparing(turn -> turn.inviting().seconds()))
              .orElseThrow();
      tables.append(quickest.told());
    }
    return tables
        + "Times are those of the quickest turn: what else a machine does only adds to them.\n\n"
        + "*Needed*: to read every list once, and to send the changes in as few requests as hold"
        + " them. *First tries*: a batched request is tried with one item first, and its list is"
        + " read. *Read back*: what was changed, once at the end.\n\n"
        + "The quota is of 60 a second in place of a minute, so that starting, reading, planning"
        + " and reporting weigh 60 times what they weigh at the vendor's pace.\n";
  }

  /** Both commands, in a workspace of their own. */
  private record Turn(Paced inviting, Paced granting) {

    String told() {
      return table(inviting)
          + QuotaBench.told(inviting, true)
          + "\n\n"
          + table(granting)
          + QuotaBench.told(granting, false)
          + "\n\n";
    }
  }

  private Turn turn(int joiners, Path folder) throws Exception {
    JoinerCompany company = JoinerCompany.made(folder, joiners);
    try (SandboxProcess workspace = SandboxProcess.of(setting.here(), company.workspace())) {
      Paced inviting =
          paced("%,d are invited".formatted(joiners), workspace, company, company.inviting());
      workspace.acceptAll();
      Paced granting =
          paced("all have accepted", workspace, company, company.granting());
      if (workspace.counts().getOrDefault("POST /api/member_invitations", 0) != joiners) {
        throw new Trouble("not everybody was invited once");
      }
      return new Turn(inviting, granting);
    }
  }

  private Paced paced(
      String what,
      SandboxProcess workspace,
      JoinerCompany company,
      Map<Requests.Lane, JoinerCompany.Expected> expected)
      throws Exception {
    int former = Arrivals.of(workspace.journal(), 0).all();
    Program sync = setting.here().program("sync", company.job(workspace.url()).toString());
    Ended ended = setting.stopwatch().time(sync).expecting(0);
    Paced paced =
        new Paced(what, expected, Arrivals.of(workspace.journal(), former), ended.cost());
    System.err.printf("  %s: %.2f s%n", what, ended.cost().seconds());
    check(paced);
    return paced;
  }

  private static void check(Paced paced) {
    Arrivals came = paced.came();
    if (came.tooMany() > 0) {
      throw new Trouble(paced.what() + ": " + came.tooMany() + " requests were too many (429)");
    }
    for (Requests.Lane lane : paced.expected().keySet()) {
      if (lane != Requests.Lane.UNLIMITED && came.most(lane, WINDOW) > JoinerCompany.PER_SECOND) {
        throw new Trouble(paced.what() + ": more than the quota came in a second of " + lane);
      }
    }
    if (came.all() > paced.allExpected() * (1 + MORE_REQUESTS)) {
      throw new Trouble(
          "%s: %d requests, where %d do".formatted(paced.what(), came.all(), paced.allExpected()));
    }
  }

  private static String table(Paced paced) {
    FigureTable table =
        new FigureTable(
            paced.what(),
            "needed",
            "first tries",
            "read back",
            "together",
            "made",
            "most in a second");
    int[] sums = new int[3];
    paced
        .expected()
        .forEach(
            (lane, expected) -> {
              sums[0] += expected.needed();
              sums[1] += expected.tries();
              sums[2] += expected.readBack();
              row(
                  table,
                  lane == Requests.Lane.UNLIMITED ? "without a quota" : lane.toString(),
                  expected,
                  paced.came().count(lane),
                  FigureTable.number(paced.came().most(lane, WINDOW), 0));
            });
    row(
        table,
        "all",
        new JoinerCompany.Expected(sums[0], sums[1], sums[2]),
        paced.came().all(),
        "");
    return table + "\n";
  }

  private static void row(
      FigureTable table, String name, JoinerCompany.Expected expected, int made, String most) {
    table.row(
        name,
        FigureTable.number(expected.needed(), 0),
        FigureTable.number(expected.tries(), 0),
        FigureTable.number(expected.readBack(), 0),
        FigureTable.number(expected.all(), 0),
        FigureTable.number(made, 0),
        most);
  }

  /** The time of a lane is only that of its quota where that is what it waits for. */
  private static String told(Paced paced, boolean waitsForItsQuota) {
    Requests.Lane lane = paced.longest();
    double took = paced.seconds();
    boolean isSlow = took > paced.allowed() * (1 + MORE_TIME);
    return "From the first to the last of the %s: %.2f s; the quota allows no less than %.0f s%s."
            .formatted(
                lane,
                took,
                paced.allowed(),
                waitsForItsQuota
                    ? ", so that is %.1f%% more%s"
                        .formatted(
                            100 * (took / paced.allowed() - 1),
                            isSlow ? ", and **too slow**: it should be no more than 5%" : "")
                    : ", which is not what it waits for")
        + " The whole command: %.2f s, %.2f s of processor time. Too many requests (429): %d."
            .formatted(
                paced.cost().seconds(), paced.cost().processorSeconds(), paced.came().tooMany());
  }
}
