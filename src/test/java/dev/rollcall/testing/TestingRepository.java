package dev.rollcall.testing;

import dev.rollcall.apply.Journal;
import dev.rollcall.apply.Lease;
import dev.rollcall.apply.Ledger;
import dev.rollcall.apply.RunId;
import dev.rollcall.apply.RunRecord;
import dev.rollcall.journal.Repository;
import dev.rollcall.journal.RepositorySettings;
import dev.rollcall.plan.Plan;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;

/** A real repository, mostly in an H2 file of a test's own folder, with runs begun in one line. */
public final class TestingRepository implements AutoCloseable {

  /** The time of whatever begins here. */
  public static final Instant NOW = Instant.parse("2026-11-22T03:31:01Z");

  private final Repository repository;

  private TestingRepository(Repository repository) {
    this.repository = repository;
  }

  /** A repository in a file {@code runs.mv.db} of this folder, made where there is none. */
  public static TestingRepository in(Path folder) {
    return at(RepositorySettings.of("jdbc:h2:file:" + folder.resolve("runs").toAbsolutePath()));
  }

  /** A repository anywhere. */
  public static TestingRepository at(RepositorySettings settings) {
    return new TestingRepository(Repository.open(settings, clock()));
  }

  /** A clock that stands still at {@link #NOW}. */
  public static Clock clock() {
    return Clock.fixed(NOW, ZoneOffset.UTC);
  }

  /** A run id that sorts by its number. */
  public static RunId id(int number) {
    return RunId.starting(NOW.plusSeconds(number), number);
  }

  /** The record of a run that has just begun. */
  public static RunRecord record(int number, String job, String workspace) {
    return new RunRecord(
        id(number),
        job,
        "jobs/" + job + ".yaml",
        workspace,
        "inputs",
        "",
        RunRecord.State.UNFINISHED,
        NOW,
        Optional.empty(),
        Optional.empty(),
        false);
  }

  /** Begins a run of the plan's own job, keeps its plan, and leases the workspace. */
  public Lease begin(int number, Plan plan) {
    journal().begin(record(number, plan.job(), plan.workspace()));
    journal().plan(id(number), plan, Map.of(), Map.of(), "");
    return repository.leases().acquire(plan.workspace(), id(number));
  }

  /** What runs did. */
  public Journal journal() {
    return repository.journal();
  }

  /** What is remembered. */
  public Ledger ledger() {
    return repository.ledger();
  }

  /** The whole. */
  public Repository repository() {
    return repository;
  }

  @Override
  public void close() {
    repository.close();
  }
}
