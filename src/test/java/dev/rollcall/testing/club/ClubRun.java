package dev.rollcall.testing.club;

import dev.rollcall.apply.Applier;
import dev.rollcall.apply.Lease;
import dev.rollcall.apply.RunId;
import dev.rollcall.apply.RunRecord;
import dev.rollcall.apply.Settler;
import dev.rollcall.apply.Stop;
import dev.rollcall.apply.Verifier;
import dev.rollcall.model.Desired;
import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Origin;
import dev.rollcall.model.Place;
import dev.rollcall.plan.NamePatterns;
import dev.rollcall.plan.OperationSwitches;
import dev.rollcall.plan.Plan;
import dev.rollcall.plan.PlanInput;
import dev.rollcall.plan.Reconciler;
import dev.rollcall.plan.Scope;
import dev.rollcall.plan.Stage;
import dev.rollcall.plan.Usual;
import dev.rollcall.rules.OwnedGroup;
import dev.rollcall.safety.AcceptedSizes;
import dev.rollcall.safety.Allowances;
import dev.rollcall.safety.Caps;
import dev.rollcall.safety.ProposedPlan;
import dev.rollcall.safety.SafetyReview;
import dev.rollcall.safety.Verdict;
import dev.rollcall.source.Row;
import dev.rollcall.source.Source;
import dev.rollcall.source.columns.Destination;
import dev.rollcall.source.columns.MappingSettings;
import dev.rollcall.source.columns.StatusWords;
import dev.rollcall.source.csv.CsvSource;
import dev.rollcall.source.gather.Gathered;
import dev.rollcall.source.gather.Gathering;
import dev.rollcall.source.gather.OnConflict;
import dev.rollcall.source.mapping.RowMapper;
import dev.rollcall.testing.Given;
import dev.rollcall.testing.TestingRepository;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The whole way of a club's roster, from {@code people.csv} to what was seen in the end, as a run
 * goes it. Also a process that can be killed.
 */
public final class ClubRun {

  /** The team that the job file declares, with a key to the hall. */
  private static final OwnedGroup OWNED =
      new OwnedGroup(
          ClubVocabulary.team("Juniors"),
          "Under 18",
          new Origin(new Place("club.yaml", Place.Style.LINE, List.of()), 9, -1),
          Optional.of(
              Map.of(
                  ClubVocabulary.key("Hall", "Guest"),
                  new Origin(new Place("club.yaml", Place.Style.LINE, List.of()), 10, -1))));

  private final Path folder;
  private final ClubTenant tenant;

  /** A run in a folder with {@code people.csv}, {@code club.txt} and the repository. */
  public ClubRun(Path folder, ClubTenant tenant) {
    this.folder = folder;
    this.tenant = tenant;
  }

  /**
   * Runs once and dies at a request.
   *
   * @param arguments the folder, the number of the request, and whether it is done by then
   */
  public static void main(String[] arguments) {
    Path folder = Path.of(arguments[0]);
    int fatal = Integer.parseInt(arguments[1]);
    boolean afterwards = Boolean.parseBoolean(arguments[2]);
    int[] requests = new int[1];
    ClubTenant.Interruption killer =
        done -> {
          requests[0] += done ? 0 : 1;
          if (requests[0] == fatal && done == afterwards) {
            Runtime.getRuntime().halt(137);
          }
        };
    new ClubRun(folder, new ClubTenant(new Club(folder.resolve("club.txt")), killer)).run(1);
  }

  /** Plans, applies and verifies; a run of this number that was begun goes on. */
  public void run(int number) {
    RunId id = TestingRepository.id(number);
    Scope scope = scope();
    try (TestingRepository repository = TestingRepository.in(folder)) {
      boolean isNew = repository.journal().run(id).isEmpty();
      Lease lease =
          isNew
              ? repository.begin(number, plan().plan())
              : repository.repository().leases().acquire(ClubTenant.KEY, id);
      try (lease) {
        Settler settler = new Settler(repository.journal(), tenant, TestingRepository.clock());
        settler.settle(id, Set.of());
        settler.dropStale(id, tenant.readBack(scope));
        Stop stop = new Stop(TestingRepository.clock(), Optional.empty(), 3);
        Applier applier =
            new Applier(id, repository.journal(), tenant, stop, TestingRepository.clock());
        for (Stage stage : Stage.values()) {
          applier.lanes(stage).values().forEach(lane -> lane.forEach(applier::apply));
        }
        new Verifier(repository.journal(), tenant, TestingRepository.clock()).verify(id, scope);
        repository
            .journal()
            .end(id, RunRecord.State.FINISHED, 0, TestingRepository.clock().instant());
      }
    }
  }

  /** Everything is ours but what is the chair's. */
  public static Scope scope() {
    return new Scope(NamePatterns.ALL, Map.of(), Map.of(), NamePatterns.ALL);
  }

  /** A plan with what it was made from. */
  public record Planned(Plan plan, PlanInput situation) {}

  /** What the roster asks for now. */
  public Planned plan() {
    return plan(desired());
  }

  /** What such a desired side asks for now. */
  public Planned plan(Desired desired) {
    PlanInput situation =
        new PlanInput(
            "club",
            ClubTenant.KEY,
            desired,
            tenant.snapshot(scope()),
            Usual.nobodyInvited(),
            Usual.later(),
            TestingRepository.NOW);
    return new Planned(
        new Reconciler(scope(), Usual.policy(), OperationSwitches.ALL_ON).reconcile(situation),
        situation);
  }

  /** What the rules of safety say of a plan. */
  public static Verdict review(Planned planned, Map<String, Integer> allowed) {
    return SafetyReview.review(
        new ProposedPlan(
            planned.plan(),
            planned.situation().snapshot(),
            planned.situation().invitations(),
            planned.situation().desired(),
            AcceptedSizes.none(),
            Caps.defaults(ClubVocabulary.VOCABULARY),
            new Allowances(new TreeMap<>(allowed))));
  }

  /** What the roster and the job file say. */
  public Desired desired() {
    return Given.desiredSide(ClubVocabulary.VOCABULARY, Given.noRules(), List.of(OWNED))
        .make(gathered())
        .desired();
  }

  private Gathered gathered() {
    MappingSettings mapping =
        Given.mapping(
            "people",
            Map.of(),
            StatusWords.USUAL,
            LocalDate.of(2026, 11, 22),
            new Destination(ClubVocabulary.VOCABULARY, List.of()));
    Gathering gathering = Given.gathering(List.of("people"), OnConflict.PROBLEM, key -> false);
    CsvSource source = new CsvSource(Given.csv("people", folder.resolve("people.csv")));
    try (Source.Rows rows = source.open()) {
      RowMapper mapper = RowMapper.of(mapping, rows.place());
      for (Row row = rows.next(); row != null; row = rows.next()) {
        gathering.add(mapper.map(row));
      }
    }
    return gathering.gathered();
  }

  /** What somebody holds, in words. */
  public static String words(List<Entitlement> rights) {
    return rights.stream().map(Entitlement::toString).collect(Collectors.joining(", "));
  }
}
