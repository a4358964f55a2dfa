package dev.rollcall.planning;

import static java.util.stream.Collectors.joining;

import dev.rollcall.job.LoadedJob;
import dev.rollcall.job.RunOptions;
import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Member;
import dev.rollcall.model.Problem;
import dev.rollcall.model.ProblemsFound;
import dev.rollcall.model.Roster;
import dev.rollcall.plan.History;
import dev.rollcall.plan.Invitations;
import dev.rollcall.plan.NamePatterns;
import dev.rollcall.plan.Plan;
import dev.rollcall.plan.PlanInput;
import dev.rollcall.plan.PlannedOperation;
import dev.rollcall.plan.Reconciler;
import dev.rollcall.plan.Scope;
import dev.rollcall.plan.Snapshot;
import dev.rollcall.report.OperationSummary;
import dev.rollcall.rules.DesiredSide;
import dev.rollcall.source.columns.Destination;
import dev.rollcall.source.gather.Gathered;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The proof that a roster which was made of a workspace comes to that workspace again: it is read
 * as any roster is, and compared with the same snapshot, after which nothing must be left to do.
 */
public final class RosterProof {

  /** More of the same would say nothing new. */
  private static final int MOST = 10;

  private final LoadedJob job;
  private final List<Member> people;
  private final Destination destination;

  /**
   * The proof of a job's rosters.
   *
   * @param job as it reads them
   * @param people who must be in them, each with all that they must say
   */
  public RosterProof(LoadedJob job, List<Member> people, Destination destination) {
    this.job = job;
    this.people = List.copyOf(people);
    this.destination = destination;
  }

  /**
   * What the job would plan, or could not read; empty where there is nothing to do.
   *
   * @param workspace its key
   * @param snapshot of at least what is in the job's scope
   */
  public List<Problem> against(String workspace, Snapshot snapshot, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, job.file().timeZone());
    try (RosterReading reading = new RosterReading(job, today, destination)) {
      reading.gatherAll();
      Gathered gathered = reading.seal();
      DesiredSide.Made made = Planner.desire(job, gathered, today);
      PlanInput situation =
          new PlanInput(
              job.file().name().toString(),
              workspace,
              made.desired(),
              snapshot,
              Invitations.complete(Map.of()),
              // As in any later run: in the first one, absence has no consequences.
              new History(Map.of(), Optional.empty(), Map.of(), false),
              now);
      Plan plan = plan(situation);
      return Stream.of(
              gathered.problems().stream(),
              made.problems().stream(),
              plan.problems().stream(),
              ScopeCheck.of(job, gathered, situation).stream(),
              misread(made.desired().roster()),
              plan.operations().stream().map(operation -> change(operation, plan)))
          .flatMap(each -> each)
          .limit(MOST)
          .toList();
    } catch (ProblemsFound e) {
      return e.problems();
    }
  }

  /** A column that is not read would change nothing, and say nothing. */
  private Stream<Problem> misread(Roster read) {
    return people.stream()
        .filter(person -> !said(read, person).equals(Optional.of(person.entitlements())))
        .map(
            person ->
                new Problem(
                    person.email().address(),
                    "read again, the roster says of them: "
                        + said(read, person).map(RosterProof::list).orElse("nothing")
                        + "; and was to say: "
                        + list(person.entitlements()),
                    ""));
  }

  private static Optional<List<Entitlement>> said(Roster read, Member person) {
    return read.person(person.email())
        .map(found -> found.entitlements().stream().filter(right -> !right.isNoAccess()).toList());
  }

  private static String list(List<Entitlement> rights) {
    return rights.stream().map(Entitlement::toString).collect(joining(", ", "[", "]"));
  }

  private Plan plan(PlanInput situation) {
    Scope scope =
        job.file()
            .scope()
            .resolve(job.file().vocabulary(), situation.desired().mentioned(), NamePatterns.ALL);
    return new Reconciler(
            scope,
            job.file().policy().toPolicy(job.file().vocabulary()),
            RunOptions.none().switches())
        .reconcile(situation);
  }

  private static Problem change(PlannedOperation planned, Plan plan) {
    OperationSummary summary = OperationSummary.of(planned.operation(), plan.tenant());
    return new Problem(
        planned.operation().assignee().label(),
        "with this roster, a plan would have something to do: %s %s"
            .formatted(summary.mark().sign(), summary.what()),
        "");
  }
}
