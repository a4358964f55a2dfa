package dev.rollcall.review;

import dev.rollcall.apply.Journal;
import dev.rollcall.apply.OperationRecord;
import dev.rollcall.apply.OperationState;
import dev.rollcall.apply.RunId;
import dev.rollcall.apply.RunRecord;
import dev.rollcall.model.Assignee;
import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Resource;
import dev.rollcall.plan.Change;
import dev.rollcall.plan.Joins;
import dev.rollcall.plan.Operation;
import dev.rollcall.source.UnreadableSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What became of rights since a run, by the journal: what later runs have given and taken, and what
 * is not as the last run that changed it has left it. Rights that no run of this repository ever
 * touched are not in it.
 */
final class SinceRun {

  /** What a right is on, and who holds it. */
  private record Spot(Assignee holder, Resource on) {}

  /**
   * How a run has left a spot.
   *
   * @param before what was held then; empty where nothing was
   * @param after what is held since; empty where nothing is
   * @param isInvitation whether it waits until somebody accepts
   */
  private record Left(
      RunId run, Optional<Entitlement> before, Optional<Entitlement> after, boolean isInvitation) {

    private String inWords() {
      return after.map(right -> "\"" + right + "\"").orElse("nothing");
    }
  }

  private final RunRecord since;
  private final Map<Spot, Left> spots = new HashMap<>();

  private SinceRun(RunRecord since) {
    this.since = since;
  }

  /**
   * Reads the journal.
   *
   * @param workspace the key of the tenant that is reviewed
   * @throws UnreadableSource where there is no such run on it
   */
  static SinceRun of(Journal journal, RunId run, String workspace) {
    RunRecord record = journal.run(run).orElseThrow(() -> unknown(run, "there is no run " + run));
    if (!record.workspace().equals(workspace)) {
      throw unknown(run, "run " + run + " was not on " + workspace);
    }
    SinceRun found = new SinceRun(record);
    journal.runs().stream()
        .filter(each -> each.workspace().equals(workspace) && each.planned())
        .map(RunRecord::id)
        .sorted()
        .forEach(each -> journal.operations(each).forEach(done -> found.take(each, done)));
    return found;
  }

  /** What is said where there is no repository, or none with that run. */
  static UnreadableSource unknown(RunId run, String what) {
    return new UnreadableSource("--since " + run, what, "rollcall runs lists those that there are");
  }

  private void take(RunId run, OperationRecord done) {
    Operation operation = done.planned().operation();
    for (Change change : operation.changes()) {
      if (change.on().isEmpty()) {
        continue;
      }
      Spot spot = new Spot(operation.assignee(), change.on().get());
      if (done.state().isDone()) {
        spots.put(
            spot,
            new Left(run, change.before(), change.after(), Joins.of(done.planned()).isPresent()));
      } else if (done.state() == OperationState.IN_DOUBT || done.state() == OperationState.SENT) {
        spots.remove(spot);
      }
    }
  }

  /** What became of a right that is held; empty where nothing is known to have. */
  String of(Assignee holder, Entitlement held) {
    Left left = spots.get(new Spot(holder, held.on()));
    if (left == null) {
      return "";
    }
    if (!left.after().equals(Optional.of(held))) {
      return "not by Rollcall: run %s left %s here".formatted(left.run(), left.inWords());
    }
    return isLater(left) ? "given by run " + left.run() : "";
  }

  /** Whether an account was made since. */
  String account(Optional<Instant> made) {
    return made.filter(at -> at.isAfter(since.started())).isPresent() ? "new since" : "";
  }

  /**
   * What is not held any more, sorted.
   *
   * @param now what everybody holds directly; whoever is not in it is not there
   */
  List<String> gone(Map<Assignee, List<Entitlement>> now) {
    List<String> gone = new ArrayList<>();
    TreeSet<Spot> sorted =
        new TreeSet<>(
            Comparator.comparing((Spot spot) -> spot.holder().label()).thenComparing(Spot::on));
    sorted.addAll(spots.keySet());
    for (Spot spot : sorted) {
      Left left = Optional.ofNullable(spots.get(spot)).orElseThrow();
      List<Entitlement> held = now.getOrDefault(spot.holder(), List.of());
      boolean isThere = held.stream().anyMatch(right -> right.on().equals(spot.on()));
      boolean waits = left.isInvitation() && !now.containsKey(spot.holder());
      if (!isThere && !waits) {
        gone(spot, left).ifPresent(gone::add);
      }
    }
    return gone;
  }

  private Optional<String> gone(Spot spot, Left left) {
    String what =
        spot.holder().label()
            + ": "
            + left.after().or(left::before).map(Entitlement::toString).orElse("");
    if (left.after().isPresent()) {
      return Optional.of(what + ", given by run " + left.run() + ", taken but not by Rollcall");
    }
    return isLater(left) ? Optional.of(what + ", taken by run " + left.run()) : Optional.empty();
  }

  private boolean isLater(Left left) {
    return left.run().compareTo(since.id()) > 0;
  }

  RunId run() {
    return since.id();
  }
}
