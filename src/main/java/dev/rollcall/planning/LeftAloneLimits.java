package dev.rollcall.planning;

import static java.util.stream.Collectors.joining;

import dev.rollcall.job.LoadedJob;
import dev.rollcall.job.RunOptions;
import dev.rollcall.model.Email;
import dev.rollcall.model.Problem;
import dev.rollcall.model.Vocabulary;
import dev.rollcall.plan.Finding;
import dev.rollcall.plan.Plan;
import dev.rollcall.plan.PlanInput;
import dev.rollcall.safety.LeftAlone;
import dev.rollcall.source.Reject;
import dev.rollcall.source.UnreadableSource;
import dev.rollcall.source.gather.Gathered;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * How many people a plan may leave alone because of a problem: counts them, and refuses what no run
 * goes on with.
 */
final class LeftAloneLimits {

  /** So many bad rows say something about the sheet as a whole. */
  private static final double MISUNDERSTOOD = 0.5;

  /** Lists that are named where some could not be read whole. */
  private static final int NAMED = 10;

  private final LoadedJob job;
  private final RunOptions options;

  LeftAloneLimits(LoadedJob job, RunOptions options) {
    this.job = job;
    this.options = options;
  }

  /** Why no run goes on with such a plan; empty where one does. */
  Optional<UnreadableSource> refusal(JudgedPlan planned) {
    return planned
        .leftAlone()
        .refusal(badRowsShare(), considered(planned), lackingAddresses(planned))
        .map(
            tooMany ->
                new UnreadableSource(
                    Stream.of(planned.problems(), unread(planned), List.of(tooMany))
                        .flatMap(List::stream)
                        .toList()));
  }

  private static int lackingAddresses(JudgedPlan planned) {
    return (int) planned.gathered().rejects().stream().filter(Reject::lacksAddress).count();
  }

  /** Of a sheet of people to be brought in, only its rows count. */
  private int considered(JudgedPlan planned) {
    return job.onlyAdds()
        ? planned.desired().roster().people().size() + planned.gathered().rejects().size()
        : planned.plan().people().considered();
  }

  /** Lists of the workspace that could not be read whole, all in one. */
  private static List<Problem> unread(JudgedPlan planned) {
    List<String> lists =
        planned.plan().findings().stream()
            .filter(finding -> finding.kind() == Finding.Kind.INCOMPLETE_KNOWLEDGE)
            .map(Finding::subject)
            .filter(subject -> !planned.leftAlone().people().contains(subject))
            .distinct()
            .toList();
    return lists.isEmpty() ? List.of() : List.of(unread(lists, planned.snapshot().vocabulary()));
  }

  private static Problem unread(List<String> lists, Vocabulary vocabulary) {
    String named = lists.stream().limit(NAMED).map(list -> '"' + list + '"').collect(joining(", "));
    int more = lists.size() - NAMED;
    return new Problem(
        "",
        "what the "
            + vocabulary.tenant()
            + " lists for "
            + named
            + (more > 0 ? " and " + more + " more" : "")
            + " could not be read whole, so nothing is changed there",
        "");
  }

  /** Who is left alone by a plan. */
  LeftAlone of(Plan plan, PlanInput situation, Gathered gathered) {
    Predicate<Email> known =
        email ->
            situation.desired().held().containsKey(email)
                || situation.desired().roster().person(email).isPresent()
                || situation.snapshot().actual().person(email).isPresent();
    int nobodys =
        (int) gathered.rejects().stream().filter(reject -> reject.email().isEmpty()).count();
    return LeftAlone.by(plan, known, nobodys, allowed(plan));
  }

  /** Who is left alone by a plan of what somebody has decided. */
  LeftAlone ofDecided(Plan plan, PlanInput situation) {
    return LeftAlone.by(
        plan, email -> situation.snapshot().actual().person(email).isPresent(), 0, allowed(plan));
  }

  private int allowed(Plan plan) {
    return options
        .allowances()
        .of("left-alone")
        .orElseGet(
            () ->
                job.file()
                    .safety()
                    .leftAlone()
                    .limit()
                    .toCap()
                    .allowed(plan.people().considered()));
  }

  void refuseTooManyBadRows(Gathered gathered) {
    Optional<Problem> tooMany = gathered.tooManyBadRows(badRowsShare());
    if (tooMany.isPresent()) {
      throw new UnreadableSource(
          Stream.concat(gathered.problems().stream(), tooMany.stream()).toList());
    }
  }

  /**
   * A bad row in a roster may be somebody who then looks absent. In a sheet of people to be brought
   * in it concerns one person alone; but where most rows are bad, the sheet was misunderstood.
   */
  private double badRowsShare() {
    double share = job.file().safety().badRows().fraction();
    return job.onlyAdds() && share > 0 ? Math.max(share, MISUNDERSTOOD) : share;
  }
}
