package dev.rollcall.planning;

import dev.rollcall.job.JobRules;
import dev.rollcall.job.spec.GroupSpec;
import dev.rollcall.job.spec.JobFile;
import dev.rollcall.job.spec.SafetySpec;
import dev.rollcall.job.yaml.Located;
import dev.rollcall.model.Assignee;
import dev.rollcall.model.Resource;
import dev.rollcall.plan.Change;
import dev.rollcall.plan.Finding;
import dev.rollcall.plan.Plan;
import dev.rollcall.plan.Snapshot;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Groups that something uses as they are when it begins, such as a certification: whoever is added
 * later gets no letter, and whoever is taken out later keeps theirs. Said as long as such a group
 * is not as the rosters say.
 */
final class CertificationNotes {

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
  List<Finding> of(Plan plan, Snapshot snapshot) {
    List<Finding> findings = new ArrayList<>();
    JobRules.certified(job)
        .forEach(
            (group, spec) ->
                differing(group, plan, snapshot)
                    .ifPresent(how -> findings.add(finding(group, spec, how))));
    return findings;
  }

  private static Optional<String> differing(Resource group, Plan plan, Snapshot snapshot) {
    if (snapshot.incomplete().contains(group)) {
      return Optional.of("could not be read whole, so nobody knows whether it is right");
    }
    long more = count(group, plan, change -> change.after().isPresent());
    long fewer = count(group, plan, change -> change.after().isEmpty());
    return more + fewer == 0
        ? Optional.empty()
        : Optional.of(
            "is not as the rosters say: %d to add, %d to take out".formatted(more, fewer));
  }

  private static long count(Resource group, Plan plan, Predicate<Change> which) {
    return plan.operations().stream()
        .filter(planned -> planned.operation().assignee() instanceof Assignee.Person)
        .flatMap(planned -> planned.operation().changes().stream())
        .filter(change -> change.on().equals(Optional.of(group)))
        .filter(which)
        .count();
  }

  private Finding finding(Resource group, Located<GroupSpec> spec, String how) {
    return new Finding(
        Finding.Kind.CERTIFICATION_GROUP,
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
        days < 0 ? "which is over" : days == 0 ? "today" : days == 1 ? "tomorrow" : days + " days";
    return ", needed by " + day + " (" + left + ")";
  }
}
