package dev.rollcall.job.spec;

import dev.rollcall.job.yaml.Key;
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
 * One reconciliation, as an operator writes it down. The components are the keys of the file; the
 * annotations are the one place that says what they mean and what holds without them.
 */
public record JobFile(
    @Key("Names the job in reports and in the repository: small letters, digits and hyphens.")
        JobName name,
    @Key(value = "The time zone of dates in rosters.", fallback = "UTC") ZoneId timeZone,
    @Key("Where the rosters come from; they are merged by e-mail address.")
        List<SourceSpec> sources,
    @Key(
            value =
                "Who gets what because of who they are; the first match wins per environment and"
                    + " per project.",
            fallback = "[]")
        List<RuleSpec> rules,
    @Key(
            value = "The groups we own and what each may do; only these are created where missing.",
            fallback = "{}")
        Map<String, Located<GroupSpec>> groups,
    @Key(
            value =
                "The custom roles that we define; others, and those of the vendor, are left alone.",
            fallback = "{}")
        RolesSpec roles,
    @Key("The workspace that is kept in step.") TargetSpec target,
    @Key(value = "What is ours; all else is never planned, only counted.", fallback = "{}")
        ScopeSpec scope,
    @Key(
            value = "What to do about people who join, leave, are absent or hold more.",
            fallback = "{}")
        PolicySpec policy,
    @Key(value = "What a plan must not exceed.", fallback = "{}") SafetySpec safety,
    @Key(
            value = "The database that remembers runs: an H2 file or PostgreSQL.",
            fallback = "\"${env:ROLLCALL_REPOSITORY:-jdbc:h2:file:./.rollcall/runs}\"")
        JdbcAddress repository,
    @Key(
            "Seals saved plans, so that nobody without it can write one; at least 16 characters."
                + " Write ${env:NAME} or ${file:/path}.")
        Optional<Secret> planKey,
    @Key(
            value =
                "How long the repository keeps runs, and addresses that nobody has any more: forever,"
                    + " or a duration such as 1y, after which a run of this job deletes them at its"
                    + " end.",
            fallback = "forever")
        RetentionPeriod repositoryKeep,
    @Key(value = "Where reports go and in which formats.", fallback = "{}") ReportSpec report) {

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
