package dev.rollcall.job.spec;

import dev.rollcall.job.yaml.Key;
import dev.rollcall.job.yaml.Keys;
import dev.rollcall.job.yaml.Located;
import dev.rollcall.model.Vocabulary;
import dev.rollcall.security.JdbcAddress;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One reconciliation, as an operator writes it down. The components are the keys of the file;
 * {@link #KEYS} is the one place that says what they mean and what holds without them.
 */
public record JobFile(
    JobName name,
    ZoneId timeZone,
    List<SourceSpec> sources,
    List<RuleSpec> rules,
    Map<String, Located<GroupSpec>> groups,
    RolesSpec roles,
    TargetSpec target,
    ScopeSpec scope,
    PolicySpec policy,
    SafetySpec safety,
    JdbcAddress repository,
    Optional<Secret> planKey,
    RetentionPeriod repositoryKeep,
    ReportSpec report) {

  static final Keys KEYS =
      Keys.of(
          Key.of(
              "name",
              "Names the job in reports and in the repository: small letters, digits and hyphens."),
          Key.of("time-zone", "The time zone of dates in rosters.", "UTC"),
          Key.of("sources", "Where the rosters come from; they are merged by e-mail address."),
          Key.of(
              "rules",
              "Who gets what because of who they are; the first match wins per environment and"
                  + " per project.",
              "[]"),
          Key.of(
              "groups",
              "The groups we own and what each may do; only these are created where missing.",
              "{}"),
          Key.of(
              "roles",
              "The custom roles that we define; others, and those of the vendor, are left alone.",
              "{}"),
          Key.of("target", "The workspace that is kept in step."),
          Key.of("scope", "What is ours; all else is never planned, only counted.", "{}"),
          Key.of(
              "policy", "What to do about people who join, leave, are absent or hold more.", "{}"),
          Key.of("safety", "What a plan must not exceed.", "{}"),
          Key.of(
              "repository",
              "The database that remembers runs: an H2 file or PostgreSQL.",
              "\"${env:ROLLCALL_REPOSITORY:-jdbc:h2:file:./.rollcall/runs}\""),
          Key.of(
              "plan-key",
              "Seals saved plans, so that nobody without it can write one; at least 16 characters."
                  + " Write ${env:NAME} or ${file:/path}."),
          Key.of(
              "repository-keep",
              "How long the repository keeps runs, and addresses that nobody has any more: forever,"
                  + " or a duration such as 1y, after which a run of this job deletes them at its"
                  + " end.",
              "forever"),
          Key.of("report", "Where reports go and in which formats.", "{}"));

  /** Copies. */
  public JobFile {
    sources = List.copyOf(sources);
    rules = List.copyOf(rules);
    groups = Collections.unmodifiableMap(new LinkedHashMap<>(groups));
    if (policy.people() == PolicySpec.People.LEAVE_ALONE) {
      scope = scope.leavingPeopleAlone();
    }
  }

  /** The words of the target's vendor. */
  public Vocabulary vocabulary() {
    return target.vocabulary();
  }

  /** The same job with other rosters, and other rules for them. */
  public JobFile reading(List<SourceSpec> otherSources, List<RuleSpec> otherRules) {
    return with(otherSources, otherRules, groups, roles);
  }

  /** The same job with these rosters, from which all that it knows of people and groups comes. */
  public JobFile readingAlone(List<SourceSpec> otherSources) {
    return with(otherSources, List.of(), Map.of(), RolesSpec.NONE);
  }

  private JobFile with(
      List<SourceSpec> otherSources,
      List<RuleSpec> otherRules,
      Map<String, Located<GroupSpec>> otherGroups,
      RolesSpec otherRoles) {
    return new JobFile(
        name,
        timeZone,
        otherSources,
        otherRules,
        otherGroups,
        otherRoles,
        target,
        scope,
        policy,
        safety,
        repository,
        planKey,
        repositoryKeep,
        report);
  }
}
