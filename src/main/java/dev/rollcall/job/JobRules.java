package dev.rollcall.job;

import dev.rollcall.job.spec.GroupSpec;
import dev.rollcall.job.spec.JobFile;
import dev.rollcall.job.spec.ProjectGrant;
import dev.rollcall.job.spec.RoleSpec;
import dev.rollcall.job.spec.RuleSpec;
import dev.rollcall.job.spec.SourceSpec;
import dev.rollcall.job.yaml.Located;
import dev.rollcall.model.Declaration;
import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Kind;
import dev.rollcall.model.Origin;
import dev.rollcall.model.Resource;
import dev.rollcall.model.RightsColumn;
import dev.rollcall.model.Vocabulary;
import dev.rollcall.rules.Grant;
import dev.rollcall.rules.JoiningDetails;
import dev.rollcall.rules.OwnedGroup;
import dev.rollcall.rules.RowCondition;
import dev.rollcall.rules.Rule;
import dev.rollcall.rules.RuleBook;
import dev.rollcall.source.columns.RowSelection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
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
   * @throws dev.rollcall.rules.UnusableRules with all conditions that are no valid CEL
   */
  public static RuleBook book(JobFile job, LocalDate today) {
    return book(job.vocabulary(), job.rules(), today);
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

  /** The same of rules alone. */
  public static RuleBook book(Vocabulary vocabulary, List<RuleSpec> rules, LocalDate today) {
    return RuleBook.compile(rules.stream().map(spec -> rule(vocabulary, spec)).toList(), today);
  }

  /**
   * Compiles conditions, whoever's tenant the rules are for.
   *
   * @throws dev.rollcall.rules.UnusableRules with all conditions that are no valid CEL
   */
  static void check(List<RuleSpec> rules, LocalDate today) {
    RuleBook.compile(rules.stream().map(spec -> rule(spec, List.of())).toList(), today);
  }

  private static Rule rule(Vocabulary vocabulary, RuleSpec spec) {
    List<Grant> grants = new ArrayList<>();
    spec.grant()
        .roles()
        .forEach(
            (place, role) ->
                grants.add(new Grant(place.in(vocabulary).at(role.value()), role.origin())));
    spec.grant()
        .groups()
        .forEach(
            group ->
                grants.add(
                    new Grant(group(vocabulary, group.value()).membership(), group.origin())));
    spec.grant()
        .projects()
        .forEach(
            project ->
                grants.add(new Grant(project.value().toEntitlement(vocabulary), project.origin())));
    return rule(spec, grants);
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
  public static RowSelection belonging(SourceSpec source, LocalDate today) {
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
                        today)),
        source.roster().withoutAddress());
  }

  /** All groups that the job file declares as ours. */
  public static List<OwnedGroup> groups(JobFile job) {
    return job.groups().entrySet().stream()
        .filter(entry -> !entry.getValue().value().absent())
        .map(entry -> group(job.vocabulary(), entry.getKey(), entry.getValue()))
        .toList();
  }

  /** What the job file says of groups and roles themselves. */
  public static List<Declaration> declarations(JobFile job) {
    Vocabulary vocabulary = job.vocabulary();
    List<Declaration> all = new ArrayList<>();
    job.groups()
        .forEach(
            (name, spec) ->
                vocabulary
                    .fedBy(RightsColumn.GROUPS)
                    .ifPresent(kind -> all.add(declaration(kind, name, spec))));
    roleKind(vocabulary, RightsColumn.ROLES)
        .ifPresent(
            kind ->
                job.roles().environment().forEach((name, spec) -> all.add(role(kind, name, spec))));
    roleKind(vocabulary, RightsColumn.PROJECTS)
        .ifPresent(
            kind -> job.roles().project().forEach((name, spec) -> all.add(role(kind, name, spec))));
    all.sort(Comparator.comparing(Declaration::resource));
    return all;
  }

  /** The kind of the roles that a column gives, where they can be made. */
  static Optional<Kind> roleKind(Vocabulary vocabulary, RightsColumn column) {
    return vocabulary.fedBy(column).flatMap(Kind::role);
  }

  private static Declaration declaration(Kind kind, String name, Located<GroupSpec> spec) {
    return new Declaration(
        Resource.of(kind, name),
        names(kind, spec.value().was()),
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

  private static OwnedGroup group(Vocabulary vocabulary, String name, Located<GroupSpec> spec) {
    return new OwnedGroup(
        group(vocabulary, name),
        spec.value().description().orElse(""),
        spec.origin(),
        spec.value().projects().map(grants -> rights(vocabulary, grants)));
  }

  private static Resource group(Vocabulary vocabulary, String name) {
    return Resource.of(vocabulary.fedBy(RightsColumn.GROUPS).orElseThrow(), name);
  }

  private static Map<Entitlement, Origin> rights(
      Vocabulary vocabulary, List<Located<ProjectGrant>> grants) {
    Map<Entitlement, Origin> rights = new LinkedHashMap<>();
    grants.forEach(grant -> rights.put(grant.value().toEntitlement(vocabulary), grant.origin()));
    return rights;
  }
}
