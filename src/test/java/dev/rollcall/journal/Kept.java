package dev.rollcall.journal;

import dev.rollcall.apply.Journal;
import dev.rollcall.apply.Lease;
import dev.rollcall.apply.Ledger;
import dev.rollcall.apply.OperationRecord;
import dev.rollcall.apply.OperationState;
import dev.rollcall.apply.RunId;
import dev.rollcall.apply.RunRecord;
import dev.rollcall.plan.Invitation;
import dev.rollcall.plan.Plan;
import dev.rollcall.tenant.Lane;
import dev.rollcall.tenant.Outcome;
import dev.rollcall.tenant.Request;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A repository in memory with short words for what runs do to it. */
final class Kept implements AutoCloseable {

  static final String WORKSPACE = "example.com/1";
  static final Instant NOW = Instant.parse("2026-11-22T03:31:01Z");
  static final RunId RUN = new RunId("20261122-033101-7f3a");
  static final RunId LATER = new RunId("20261123-033101-0001");

  private final Repository repository =
      Repository.open(
          RepositorySettings.of("jdbc:h2:mem:" + UUID.randomUUID()),
          Clock.fixed(NOW, ZoneOffset.UTC));

  Repository repository() {
    return repository;
  }

  Journal journal() {
    return repository.journal();
  }

  Ledger ledger() {
    return repository.ledger();
  }

  static RunRecord record(RunId run) {
    return record(run, "--allow=removals=5");
  }

  private static RunRecord record(RunId run, String flags) {
    return new RunRecord(
        run,
        "nightly",
        "jobs/nightly.yaml",
        WORKSPACE,
        "digest",
        flags,
        RunRecord.State.UNFINISHED,
        NOW,
        Optional.empty(),
        Optional.empty(),
        false);
  }

  /** Begins a run that holds the lease, with this plan. */
  Lease run(RunId run, Plan plan) {
    return run(record(run), plan);
  }

  /** The same of a run with these options. */
  Lease run(RunId run, Plan plan, String flags) {
    return run(record(run, flags), plan);
  }

  private Lease run(RunRecord record, Plan plan) {
    RunId run = record.id();
    Lease lease = repository.leases().acquire(WORKSPACE, run);
    journal().begin(record);
    journal().plan(run, plan, Map.of(), Map.of(), "{}");
    return lease;
  }

  static Request request(Integer... sequences) {
    return new Request(new Lane("invitations"), false, List.of(sequences));
  }

  void sent(RunId run, int sequence, Instant at) {
    journal().sent(run, request(sequence), at);
  }

  void came(RunId run, int sequence, Outcome outcome) {
    journal().record(run, request(sequence), Map.of(sequence, outcome), NOW.plusSeconds(1));
  }

  OperationRecord operation(RunId run, int sequence) {
    return journal().operations(run).get(sequence - 1);
  }

  OperationState state(RunId run, int sequence) {
    return operation(run, sequence).state();
  }

  List<Invitation> invitations() {
    return ledger().invitations(WORKSPACE);
  }

  /** The first column of a query, or the number of rows that a change touched. */
  List<String> sql(String statement) {
    try (Connection connection = repository.dataSource().getConnection();
        PreparedStatement prepared = connection.prepareStatement(statement)) {
      List<String> values = new ArrayList<>();
      if (!prepared.execute()) {
        return List.of(String.valueOf(prepared.getUpdateCount()));
      }
      try (ResultSet rows = prepared.getResultSet()) {
        while (rows.next()) {
          values.add(rows.getString(1));
        }
      }
      return values;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    repository.close();
  }
}
