package dev.rollcall.job;

import dev.rollcall.job.spec.GroupSpec;
import dev.rollcall.job.spec.JobFile;
import dev.rollcall.job.spec.RoleSpec;
import dev.rollcall.job.spec.RuleSpec;
import dev.rollcall.job.spec.SourceSpec;
import dev.rollcall.job.yaml.Located;
import dev.rollcall.job.yaml.Position;
import dev.rollcall.model.Declaration;
import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Kind;
import dev.rollcall.model.Origin;
import dev.rollcall.model.Problem;
import dev.rollcall.model.Resource;
import dev.rollcall.model.RightsColumn;
import dev.rollcall.model.Vocabulary;
import dev.rollcall.rules.ConditionCompiler;
import dev.rollcall.rules.Grant;
import dev.rollcall.rules.JoiningDetails;
import dev.rollcall.rules.OwnedGroup;
import dev.rollcall.rules.RowCondition;
import dev.rollcall.rules.Rule;
import dev.rollcall.rules.RuleBook;
import dev.rollcall.rules.UnusableRules;
import dev.rollcall.source.columns.RowSelection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rules and groups of a job file, as the desired side is made by them. */
public final class JobRules {

  private JobRules() {}

  /**
   * All rules, compiled.
   *
   * @throws UnusableRules with all conditions that are no valid CEL, and all rights that there are
   *     not in such a target
   */
  public static RuleBook book(LoadedJob loaded, LocalDate today) {
    JobFile job = loaded.file();
    List<Problem> problems = new ArrayList<>();
    RuleRights rights = new RuleRights(job.target(), problems::add);
    List<Rule> rules =
        job.rules().stream().map(spec -> rule(spec, rights.of(spec.grant()))).toList();
    if (!problems.isEmpty()) {
      throw new UnusableRules(problems);
    }
    return RuleBook.compile(rules, today, loaded.conditions());
  }

  /** What the tenant is told of whoever joins. */
  public static JoiningDetails details(JobFile job) {
    Map<String, JoiningDetails.Column> columns = new LinkedHashMap<>();
    job.target()
        .details()
        .forEach(
            (name, header) ->
                columns.put(
                    name, new JoiningDetails.Column(header.value(), header.position().toString())));
    return new JoiningDetails(columns);
  }

  /**
   * Compiles conditions, whoever's tenant the rules are for.
   *
   * @throws dev.rollcall.rules.UnusableRules with all conditions that are no valid CEL
   */
  static void check(List<RuleSpec> rules, LocalDate today, ConditionCompiler conditions) {
    RuleBook.compile(rules.stream().map(spec -> rule(spec, List.of())).toList(), today, conditions);
  }

  private static Rule rule(RuleSpec spec, List<Grant> grants) {
    return new Rule(
        spec.name().value(),
        spec.when().text(),
        spec.when().position().origin(),
        grants,
        (line, column) -> spec.when().at(line, column).toString());
  }

  /**
   * Which rows of a source are about people of ours.
   *
   * @throws dev.rollcall.rules.UnusableRules where its condition is no valid CEL
   */
  public static RowSelection belonging(
      SourceSpec source, LocalDate today, ConditionCompiler conditions) {
    return new RowSelection(
        source
            .roster()
            .where()
            .map(
                where ->
                    RowCondition.compile(
                        new RowCondition.Written(
                            source.name().value().toString(),
                            where.text(),
                            where.position().origin(),
                            (line, column) -> where.at(line, column).toString()),
                        today,
                        conditions)),
        source.roster().withoutAddress());
  }

  /**
   * What a rule gives.
   *
   * @throws UnusableRules with what there is not in such a target
   */
  public static List<Grant> rights(JobFile job, RuleSpec rule) {
    List<Problem> problems = new ArrayList<>();
    List<Grant> grants = new RuleRights(job.target(), problems::add).of(rule.grant());
    if (!problems.isEmpty()) {
      throw new UnusableRules(problems);
    }
    return grants;
  }

  /** All groups that the job file declares as ours. */
  public static List<OwnedGroup> groups(JobFile job) {
    List<Problem> problems = new ArrayList<>();
    RuleRights rights = new RuleRights(job.target(), problems::add);
    List<OwnedGroup> groups = new ArrayList<>();
    Map<Resource, String> named = new LinkedHashMap<>();
    job.groups()
        .forEach(
            (name, spec) -> {
              for (Resource group : rights.groups(name, spec.position())) {
                String before = named.putIfAbsent(group, name);
                if (before != null) {
                  problems.add(twice(name, before, spec.position()));
                } else if (!spec.value().absent()) {
                  groups.add(group(group, spec, rights));
                }
              }
            });
    if (!problems.isEmpty()) {
      throw new UnusableRules(problems);
    }
    return groups;
  }

  private static Problem twice(String name, String before, Position position) {
    return new Problem(
        position.toString(),
        "groups: \"%s\" and \"%s\" are one group".formatted(before, name),
        "name it once");
  }

  /** The groups that something uses as they are when it begins. */
  public static Map<Resource, Located<GroupSpec>> certified(JobFile job) {
    Map<Resource, Located<GroupSpec>> certified = new LinkedHashMap<>();
    RuleRights rights = new RuleRights(job.target(), problem -> {});
    job.groups().entrySet().stream()
        .filter(each -> each.getValue().value().usedBy().isPresent())
        .forEach(
            each ->
                rights
                    .groups(each.getKey(), each.getValue().position())
                    .forEach(group -> certified.put(group, each.getValue())));
    return certified;
  }

  /** What the job file says of groups and roles themselves. */
  public static List<Declaration> declarations(JobFile job) {
    Vocabulary vocabulary = job.vocabulary();
    RuleRights rights = new RuleRights(job.target(), problem -> {});
    List<Declaration> all = new ArrayList<>();
    job.groups()
        .forEach(
            (name, spec) ->
                rights
                    .groups(name, spec.position())
                    .forEach(group -> all.add(declaration(group, spec, rights))));
    roleKind(vocabulary, RightsColumn.ROLES)
        .ifPresent(
            kind ->
                job.roles().environment().forEach((name, spec) -> all.add(role(kind, name, spec))));
    roleKind(vocabulary, RightsColumn.PROJECTS)
        .ifPresent(
            kind -> job.roles().project().forEach((name, spec) -> all.add(role(kind, name, spec))));
    all.sort((one, other) -> one.resource().compareTo(other.resource()));
    return all;
  }

  /** The kind of the roles that a column gives, where they can be made. */
  static Optional<Kind> roleKind(Vocabulary vocabulary, RightsColumn column) {
    return vocabulary.fedBy(column).flatMap(Kind::role);
  }

  private static Declaration declaration(
      Resource group, Located<GroupSpec> spec, RuleRights rights) {
    return new Declaration(
        group,
        spec.value().was().stream()
            .flatMap(name -> rights.groups(name, spec.position()).stream())
            .filter(former -> former.container().equals(group.container()))
            .toList(),
        spec.value().absent(),
        spec.value().description(),
        Optional.empty(),
        spec.origin());
  }

  /** The vendor keeps no description of a role. */
  private static Declaration role(Kind kind, String name, Located<RoleSpec> spec) {
    return new Declaration(
        Resource.of(kind, name),
        names(kind, spec.value().was()),
        spec.value().absent(),
        Optional.empty(),
        spec.value().definition(),
        spec.value().copyOf(),
        spec.origin());
  }

  private static List<Resource> names(Kind kind, List<String> names) {
    return names.stream().map(name -> Resource.of(kind, name)).toList();
  }

  private static OwnedGroup group(Resource group, Located<GroupSpec> spec, RuleRights rights) {
    return new OwnedGroup(
        group,
        spec.value().description().orElse(""),
        spec.origin(),
        rights.of(spec.value()).map(JobRules::byRight));
  }

  private static Map<Entitlement, Origin> byRight(List<Grant> grants) {
    Map<Entitlement, Origin> rights = new LinkedHashMap<>();
    grants.forEach(grant -> rights.put(grant.entitlement(), grant.origin()));
    return rights;
  }
}
