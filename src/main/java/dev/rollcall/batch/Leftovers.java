package dev.rollcall.batch;

import dev.rollcall.apply.Journal;
import dev.rollcall.apply.OperationRecord;
import dev.rollcall.apply.OperationResult;
import dev.rollcall.apply.OperationState;
import dev.rollcall.apply.Purged;
import dev.rollcall.apply.RunId;
import dev.rollcall.apply.RunRecord;
import dev.rollcall.model.Assignee;
import dev.rollcall.report.RunFacts;
import dev.rollcall.safety.LeftAlone;
import java.util.List;
import java.util.stream.Stream;

/** What runs left undone: that which {@code rerun} is for. */
public final class Leftovers {

  private final Journal journal;

  /** Those of a repository's runs. */
  public Leftovers(Journal journal) {
    this.journal = journal;
  }

  /** Whether a run left anything to be done again. */
  public boolean has(RunRecord run) {
    return switch (run.state()) {
      case UNFINISHED -> true;
      case SUPERSEDED ->
          journal.results(run.id()).stream()
              .anyMatch(result -> result.state() == OperationState.IN_DOUBT);
      case FINISHED ->
          journal.results(run.id()).stream().anyMatch(Leftovers::isToBeDone)
              || leftAlone(run.id()).isTooMuch();
    };
  }

  /**
   * The addresses of everybody for whom something is not as it was planned, or who were left alone
   * because of a problem; empty where nobody can say who they are.
   */
  List<String> people(RunId run) {
    LeftAlone alone = leftAlone(run);
    if (alone.rows() > 0 || alone.unread() > 0) {
      return List.of();
    }
    return Stream.concat(
            journal.operations(run).stream()
                .filter(record -> isToBeDone(record.result()))
                .map(Leftovers::assignee)
                .filter(Assignee.Person.class::isInstance)
                .map(Assignee::label),
            alone.people().stream().filter(address -> !Purged.is(address)))
        .distinct()
        .toList();
  }

  private static Assignee assignee(OperationRecord record) {
    return record.planned().operation().assignee();
  }

  private static boolean isToBeDone(OperationResult result) {
    return result.isUndone() && !Purged.is(result.subject());
  }

  private LeftAlone leftAlone(RunId run) {
    return RunFacts.leftAloneIn(journal.reportOf(run));
  }
}
