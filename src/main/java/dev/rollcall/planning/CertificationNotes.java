package dev.rollcall.planning;

import static java.util.stream.Collectors.joining;

import dev.rollcall.job.JobRules;
import dev.rollcall.job.spec.GroupSpec;
import dev.rollcall.job.spec.JobFile;
import dev.rollcall.job.spec.SafetySpec;
import dev.rollcall.job.yaml.Located;
import dev.rollcall.model.Assignee;
import dev.rollcall.model.Email;
import dev.rollcall.model.Member;
import dev.rollcall.model.Resource;
import dev.rollcall.model.Roster;
import dev.rollcall.model.Status;
import dev.rollcall.plan.Change;
import dev.rollcall.plan.Finding;
import dev.rollcall.plan.Plan;
import dev.rollcall.plan.PlanInput;
import dev.rollcall.plan.PlannedOperation;
import dev.rollcall.plan.Scope;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Groups that something uses as they are when it begins, such as a certification: whoever is added
 * later gets no letter, and whoever is taken out later keeps theirs. Said as long as such a group
 * is not as the rosters say, be it that the plan makes it so or not.
 */
final class CertificationNotes {

  private static final int NAMED = 3;

  private final JobFile job;
  private final LocalDate today;

  CertificationNotes(JobFile job, LocalDate today) {
    this.job = job;
    this.today = today;
  }

  /** The groups whose changes somebody has to look at first. */
  static Set<Resource> strict(JobFile job) {
    return job.safety().certificationGroups() == SafetySpec.CertificationGroups.STRICT
        ? JobRules.certified(job).keySet()
        : Set.of();
  }

  /** What there is to say before this plan is applied. */
  List<Finding> of(Plan plan, PlanInput situation, Scope scope) {
    List<Finding> findings = new ArrayList<>();
    JobRules.certified(job)
        .forEach(
            (group, spec) -> {
              planned(group, plan)
                  .ifPresent(
                      how ->
                          findings.add(
                              finding(Finding.Kind.CERTIFICATION_GROUP, group, spec, how)));
              apart(group, plan, situation, scope)
                  .ifPresent(
                      how ->
                          findings.add(
                              finding(Finding.Kind.CERTIFICATION_GROUP_LEFT, group, spec, how)));
            });
    return findings;
  }

  private static Optional<String> planned(Resource group, Plan plan) {
    long more = count(group, plan, change -> change.after().isPresent());
    long fewer = count(group, plan, change -> change.after().isEmpty());
    return more + fewer == 0
        ? Optional.empty()
        : Optional.of(
            "is not as the rosters say: %d to add, %d to take out".formatted(more, fewer));
  }

  private static long count(Resource group, Plan plan, Predicate<Change> which) {
    return operations(group, plan)
        .flatMap(planned -> planned.operation().changes().stream())
        .filter(change -> change.on().equals(Optional.of(group)))
        .filter(which)
        .count();
  }

  private static Stream<PlannedOperation> operations(Resource group, Plan plan) {
    return plan.operations().stream()
        .filter(planned -> planned.operation().assignee() instanceof Assignee.Person)
        .filter(
            planned ->
                planned.operation().changes().stream()
                    .anyMatch(change -> change.on().equals(Optional.of(group))));
  }

  /** What is not right about the group, and the plan does nothing about. */
  private static Optional<String> apart(
      Resource group, Plan plan, PlanInput situation, Scope scope) {
    if (!scope.covers(group)) {
      return Optional.of("is not in scope, so nobody looks whether it is as the rosters say");
    }
    if (situation.snapshot().incomplete().contains(group)) {
      return Optional.of("could not be read whole, so nobody knows whether it is right");
    }
    SortedSet<Email> wrong = wrong(group, situation, scope);
    operations(group, plan)
        .flatMap(planned -> planned.operation().assignee().person().stream())
        .forEach(wrong::remove);
    return wrong.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "is not as the rosters say, and this run does nothing about it: " + some(wrong));
  }

  /** Who is in the group and is not to be, or the other way round. */
  private static SortedSet<Email> wrong(Resource group, PlanInput situation, Scope scope) {
    Roster desired = situation.desired().roster();
    Roster actual = situation.snapshot().actual();
    SortedSet<Email> wrong = new TreeSet<>();
    for (Member person : desired.people()) {
      boolean belongs = person.status() == Status.ACTIVE && isIn(person, group);
      boolean isThere = actual.person(person.email()).filter(each -> isIn(each, group)).isPresent();
      // Who starts later is left alone until then.
      if (belongs != isThere && person.status() != Status.FUTURE) {
        wrong.add(person.email());
      }
    }
    actual.people().stream()
        .filter(person -> isIn(person, group) && desired.person(person.email()).isEmpty())
        .forEach(person -> wrong.add(person.email()));
    wrong.removeIf(email -> !scope.covers(email));
    return wrong;
  }

  private static boolean isIn(Member person, Resource group) {
    return person.on(group).isPresent();
  }

  private static String some(Collection<Email> people) {
    String few = people.stream().limit(NAMED).map(Email::address).collect(joining(", "));
    return people.size() > NAMED ? few + " and " + (people.size() - NAMED) + " more" : few;
  }

  private Finding finding(Finding.Kind kind, Resource group, Located<GroupSpec> spec, String how) {
    return new Finding(
        kind,
        group.toString(),
        "is used by %s%s, and %s; who is added after that has begun gets no letter"
            .formatted(
                spec.value().usedBy().orElseThrow(),
                spec.value().neededBy().map(this::neededBy).orElse(""),
                how),
        spec.origin().toString());
  }

  private String neededBy(LocalDate day) {
    long days = ChronoUnit.DAYS.between(today, day);
    String left =
        days < -1
            ? -days + " days ago"
            : days == -1
                ? "yesterday"
                : days == 0 ? "today" : days == 1 ? "tomorrow" : days + " days";
    return ", needed by " + day + " (" + left + ")";
  }
}
