package dev.rollcall.planning;

import dev.rollcall.job.JobRules;
import dev.rollcall.job.LoadedJob;
import dev.rollcall.job.spec.JobFile;
import dev.rollcall.job.spec.NameScope;
import dev.rollcall.job.spec.PolicySpec;
import dev.rollcall.model.Declaration;
import dev.rollcall.model.Desired;
import dev.rollcall.model.Kind;
import dev.rollcall.model.RightsColumn;
import dev.rollcall.plan.Operation.Verb;
import dev.rollcall.plan.Policy;
import dev.rollcall.plan.Policy.Leaving;
import dev.rollcall.source.columns.Destination;
import dev.rollcall.tenant.Errand;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/** What a job may come to do, by its policy and by what its rosters and rules speak about. */
public final class JobErrand {

  private JobErrand() {}

  /**
   * Of a job whose rosters can be read.
   *
   * @throws dev.rollcall.source.UnreadableSource where they cannot
   */
  public static Errand of(LoadedJob job, Destination destination, Clock clock) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), job.file().timeZone());
    try (RosterReading reading = new RosterReading(job, today, destination)) {
      reading.gatherAll();
      Desired desired = Planner.desire(job, reading.seal(), today).desired();
      return new Errand(
          verbs(job.file()),
          kinds(job.file(), desired),
          takesAll(job.file().policy().toPolicy(job.file().vocabulary())));
    }
  }

  private static Set<Verb> verbs(JobFile job) {
    Policy policy = job.policy().toPolicy(job.vocabulary());
    Set<Verb> verbs = EnumSet.of(Verb.SET);
    if (isAboutPeople(job)) {
      verbs.add(Verb.REINSTATE);
    }
    if (policy.invite()) {
      verbs.add(Verb.JOIN);
    }
    if (policy.left() == Leaving.SUSPEND || policy.absent() == Leaving.SUSPEND) {
      verbs.add(Verb.SUSPEND);
    }
    if (policy.left() == Leaving.REMOVE
        || policy.absent() == Leaving.REMOVE
        || policy.removeAfter().isPresent()) {
      verbs.add(Verb.REMOVE);
    }
    if (policy.left() != Leaving.REPORT || policy.absent() != Leaving.REPORT) {
      verbs.add(Verb.WITHDRAW);
    }
    for (Declaration declared : JobRules.declarations(job)) {
      verbs.add(declared.isAbsent() ? Verb.UNDEFINE : Verb.DEFINE);
    }
    return verbs;
  }

  private static boolean isAboutPeople(JobFile job) {
    return job.policy().people() == PolicySpec.People.MANAGE;
  }

  private static boolean takesAll(Policy policy) {
    return Stream.of(policy.left(), policy.absent())
        .anyMatch(each -> each == Leaving.SUSPEND || each == Leaving.MEMBERSHIPS);
  }

  /** Of lists, those that a source has, that something is named of, or that the scope is all of. */
  private static Set<Kind> kinds(JobFile job, Desired desired) {
    Set<Kind> kinds = new HashSet<>(desired.mentioned().names().keySet());
    desired.managed().listed().values().stream().distinct().forEach(kinds::addAll);
    if (isAboutPeople(job) && !job.scope().managedByIdp().roles()) {
      add(job, RightsColumn.ROLES, new NameScope.All(), kinds);
    }
    add(job, RightsColumn.GROUPS, job.scope().groups(), kinds);
    add(job, RightsColumn.PROJECTS, job.scope().projects(), kinds);
    return kinds;
  }

  private static void add(JobFile job, RightsColumn column, NameScope scope, Set<Kind> kinds) {
    if (!(scope instanceof NameScope.Listed)) {
      job.vocabulary().fedBy(column).ifPresent(kinds::add);
    }
  }
}
