package dev.rollcall.tenant.scim;

import dev.rollcall.apply.Applier;
import dev.rollcall.apply.OperationRecord;
import dev.rollcall.apply.Stop;
import dev.rollcall.apply.Verifier;
import dev.rollcall.model.Desired;
import dev.rollcall.model.Origin;
import dev.rollcall.model.Place;
import dev.rollcall.model.Resource;
import dev.rollcall.plan.NamePatterns;
import dev.rollcall.plan.OperationSwitches;
import dev.rollcall.plan.Plan;
import dev.rollcall.plan.PlanInput;
import dev.rollcall.plan.Policy;
import dev.rollcall.plan.Reconciler;
import dev.rollcall.plan.Scope;
import dev.rollcall.plan.Snapshot;
import dev.rollcall.plan.Stage;
import dev.rollcall.plan.Usual;
import dev.rollcall.rules.OwnedGroup;
import dev.rollcall.source.Row;
import dev.rollcall.source.Source;
import dev.rollcall.source.columns.Destination;
import dev.rollcall.source.columns.MappingSettings;
import dev.rollcall.source.columns.StatusWords;
import dev.rollcall.source.csv.CsvSource;
import dev.rollcall.source.gather.Gathering;
import dev.rollcall.source.gather.OnConflict;
import dev.rollcall.source.mapping.RowMapper;
import dev.rollcall.tenant.WritableTenant;
import dev.rollcall.testing.Given;
import dev.rollcall.testing.MemoryJournal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The whole way of a roster: read, planned, applied and verified. */
final class ScimRun {

  private final WritableTenant tenant;
  private final Clock clock;
  private final Policy policy;
  private final List<String> places;

  ScimRun(WritableTenant tenant, Clock clock) {
    this(tenant, clock, Usual.policy(), List.of());
  }

  ScimRun(WritableTenant tenant, Clock clock, Policy policy, List<String> places) {
    this.tenant = tenant;
    this.clock = clock;
    this.policy = policy;
    this.places = places;
  }

  /** What became of a plan. */
  record Ended(Plan plan, List<OperationRecord> records) {}

  /** Those at example.com are ours. */
  static Scope scope() {
    return new Scope(
        NamePatterns.matching(List.of("*@example.com")), Map.of(), Map.of(), NamePatterns.ALL);
  }

  /** What a roster asks for now. */
  Plan plan(String roster, String... owned) {
    Snapshot snapshot = tenant.snapshot(scope());
    PlanInput situation =
        new PlanInput(
            "directory",
            tenant.identify().key(),
            desired(roster, List.of(owned)),
            snapshot,
            Usual.nobodyInvited(),
            Usual.later(),
            clock.instant());
    return new Reconciler(scope(), policy, OperationSwitches.ALL_ON).reconcile(situation);
  }

  /** Plans and applies, and reads back. */
  Ended sync(String roster, String... owned) {
    return apply(plan(roster, owned));
  }

  Ended apply(Plan plan) {
    MemoryJournal journal = MemoryJournal.of(plan);
    Applier applier =
        new Applier(
            MemoryJournal.RUN, journal, tenant, new Stop(clock, Optional.empty(), 99), clock);
    for (Stage stage : Stage.values()) {
      applier.lanes(stage).values().forEach(lane -> lane.forEach(applier::apply));
    }
    new Verifier(journal, tenant, clock).verify(MemoryJournal.RUN, scope());
    return new Ended(plan, journal.operations(MemoryJournal.RUN));
  }

  private Desired desired(String roster, List<String> owned) {
    Path file = written(roster);
    List<Resource> environments = places.stream().map(ScimVocabulary::environment).toList();
    MappingSettings mapping =
        Given.mapping(
            "people",
            Map.of(),
            StatusWords.USUAL,
            LocalDate.of(2026, 3, 1),
            new Destination(ScimVocabulary.VOCABULARY, environments));
    Gathering gathering = Given.gathering(List.of("people"), OnConflict.PROBLEM, key -> false);
    try (Source.Rows rows = new CsvSource(Given.csv("people", file)).open()) {
      RowMapper mapper = RowMapper.of(mapping, rows.place());
      for (Row row = rows.next(); row != null; row = rows.next()) {
        gathering.add(mapper.map(row));
      }
    }
    return Given.desiredSide(
            ScimVocabulary.VOCABULARY,
            Given.noRules(),
            owned.stream().map(ScimRun::ownedGroup).toList())
        .make(gathering.gathered())
        .desired();
  }

  private static OwnedGroup ownedGroup(String name) {
    return new OwnedGroup(
        ScimVocabulary.group(name),
        "",
        new Origin(new Place("job.yaml", Place.Style.LINE, List.of()), 9, -1),
        Optional.empty());
  }

  private static Path written(String roster) {
    try {
      Path file = Files.createTempFile("people", ".csv");
      file.toFile().deleteOnExit();
      return Files.writeString(file, roster);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
