package dev.rollcall.job;

import dev.rollcall.job.spec.GroupSpec;
import dev.rollcall.job.spec.JobName;
import dev.rollcall.job.spec.PlaceName;
import dev.rollcall.job.spec.PolicySpec;
import dev.rollcall.job.spec.ProjectGrant;
import dev.rollcall.job.spec.RuleSpec;
import dev.rollcall.job.spec.Secret;
import dev.rollcall.job.spec.SourceSpec;
import dev.rollcall.job.spec.TargetSpec;
import dev.rollcall.job.yaml.Binder;
import dev.rollcall.job.yaml.Located;
import dev.rollcall.job.yaml.Position;
import dev.rollcall.job.yaml.Tree;
import dev.rollcall.job.yaml.Tree.Mapping;
import dev.rollcall.model.Nearest;
import dev.rollcall.model.Vocabulary;
import dev.rollcall.plan.Policy;
import dev.rollcall.rules.ConditionCompiler;
import dev.rollcall.rules.UnusableRules;
import dev.rollcall.source.columns.Shape;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What must hold between parts of a job file. Runs on whatever could be bound, so that its problems
 * are told together with all others.
 */
final class CrossChecks {

  private static final String ROLE_COLUMN = "role.";
  private static final int PLAN_KEY = 16;

  private final Map<String, Object> parts;
  private final Tree tree;
  private final Binder binder;
  private final ConditionCompiler conditions;

  CrossChecks(Map<String, Object> parts, Tree tree, Binder binder, ConditionCompiler conditions) {
    this.parts = parts;
    this.tree = tree;
    this.binder = binder;
    this.conditions = conditions;
  }

  void run() {
    shapes();
    planKey();
    unique("source", sources().stream().map(each -> named(each.name())).toList());
    unique("rule", rules().stream().map(RuleSpec::name).toList());
    new DefinitionChecks(parts, binder).run();
    rights();
    vendorKeys();
    suspension();
    profiles();
    environments().ifPresent(this::knownEnvironments);
    conditions();
  }

  /** Whether every condition says something; today's date decides nothing about that. */
  private void conditions() {
    sources()
        .forEach(source -> tried(() -> JobRules.belonging(source, LocalDate.EPOCH, conditions)));
    tried(() -> JobRules.check(rules(), LocalDate.EPOCH, conditions));
  }

  private void tried(Runnable compiling) {
    try {
      compiling.run();
    } catch (UnusableRules e) {
      e.problems().forEach(binder::problem);
    }
  }

  private static Located<String> named(Located<JobName> name) {
    return new Located<>(name.value().text(), name.position());
  }

  private List<SourceSpec> sources() {
    return list("sources", SourceSpec.class);
  }

  private List<RuleSpec> rules() {
    return list("rules", RuleSpec.class);
  }

  private <T> List<T> list(String part, Class<T> type) {
    return parts.get(part) instanceof List<?> list
        ? list.stream().map(type::cast).toList()
        : List.of();
  }

  /** Assignments of assignments would be nobody's. */
  private void shapes() {
    sources().stream()
        .filter(source -> source.joined().isPresent())
        .filter(source -> source.roster().shape() == Shape.ASSIGNMENTS)
        .forEach(
            source ->
                binder.problem(
                    source.name().position(),
                    "the source \""
                        + source.name().value()
                        + "\" has shape: assignments and a block of assignments: too",
                    "keep shape: assignments where each row is one, or the block where they are"
                        + " beside the people"));
  }

  /** A short one could be found by trying; one that leads nowhere is told of already. */
  private void planKey() {
    boolean isShort =
        parts.get("planKey") instanceof Optional<?> key
            && key.filter(Secret.class::isInstance)
                .map(found -> ((Secret) found).reveal())
                .filter(text -> !text.isBlank() && text.length() < PLAN_KEY)
                .isPresent();
    if (isShort) {
      binder.problem(
          part("plan-key").map(Tree::position).orElse(tree.position()),
          "plan-key has fewer than " + PLAN_KEY + " characters",
          "make one at random, such as with: openssl rand -hex 32");
    }
  }

  private Optional<Tree> part(String key) {
    return tree instanceof Mapping whole ? whole.get(key) : Optional.empty();
  }

  private void unique(String kind, List<Located<String>> names) {
    Map<String, Position> seen = new HashMap<>();
    for (Located<String> name : names) {
      Position before = seen.putIfAbsent(name.value(), name.position());
      if (before != null) {
        binder.problem(
            name.position(),
            "a " + kind + " \"" + name.value() + "\" is already at " + before,
            "give each its own name");
      }
    }
  }

  /** Whether what rules and groups say can be said of such a target. */
  private void rights() {
    if (!(parts.get("target") instanceof TargetSpec target)) {
      return;
    }
    RuleRights rights = new RuleRights(target, binder::problem);
    rules().forEach(rule -> rights.of(rule.grant()));
    if (parts.get("groups") instanceof Map<?, ?> groups) {
      groups.forEach(
          (name, group) -> {
            Located<?> located = (Located<?>) group;
            rights.groups((String) name, located.position());
            rights.of((GroupSpec) located.value());
          });
    }
  }

  private void vendorKeys() {
    if (parts.get("target") instanceof TargetSpec target) {
      new VendorKeys(tree, binder, target).check();
    }
  }

  /** Whether anybody can be suspended who is to be. */
  private void suspension() {
    if (parts.get("target") instanceof TargetSpec target
        && target.vocabulary().suspension() == Vocabulary.Suspension.NONE
        && parts.get("policy") instanceof PolicySpec policy) {
      boolean left = policy.left().filter(each -> each.now() == Policy.Leaving.SUSPEND).isPresent();
      if (left) {
        cannotSuspend(target, "left");
      }
      if (policy.absent() == Policy.Leaving.SUSPEND) {
        cannotSuspend(target, "absent");
      }
    }
  }

  /** Whether what people are called can be changed where that is to be. */
  private void profiles() {
    if (parts.get("target") instanceof TargetSpec target
        && !target.vocabulary().keepsProfiles()
        && parts.get("policy") instanceof PolicySpec policy
        && policy.profile() == Policy.Names.KEEP_UP) {
      binder.problem(
          part("policy").map(Tree::position).orElse(tree.position()),
          "policy.profile is to keep names of people up, which the API of such a %s cannot change"
              .formatted(target.vocabulary().tenant()),
          "leave it out, or write leave-alone");
    }
  }

  private void cannotSuspend(TargetSpec target, String key) {
    binder.problem(
        part("policy").map(Tree::position).orElse(tree.position()),
        "policy.%s is to suspend people, which nobody can by this API of %s"
            .formatted(key, target.vocabulary().tenant().indefinite()),
        "write remove-from-workspaces or remove; or suspend by SCIM, with a target of that type");
  }

  /** Those that have a token; nobody knows those of a sandbox before its seed is read. */
  private Optional<Set<PlaceName>> environments() {
    return parts.get("target") instanceof TargetSpec target && !target.rolePlaces().isEmpty()
        ? Optional.of(target.rolePlaces())
        : Optional.empty();
  }

  private void knownEnvironments(Set<PlaceName> known) {
    for (SourceSpec source : sources()) {
      source
          .roster()
          .columns()
          .forEach((field, column) -> roleColumn(field, column.position(), known));
    }
    for (RuleSpec rule : rules()) {
      rule.grant().roles().forEach((env, role) -> known(env, role.position(), known));
      projects(rule.grant().projects(), known);
    }
    if (parts.get("groups") instanceof Map<?, ?> groups) {
      groups.values().forEach(group -> projects(projectsOf(group), known));
    }
  }

  private static List<Located<ProjectGrant>> projectsOf(Object group) {
    return ((GroupSpec) ((Located<?>) group).value()).projects().orElse(List.of());
  }

  private void projects(List<Located<ProjectGrant>> grants, Set<PlaceName> known) {
    grants.forEach(grant -> known(grant.value().environment(), grant.position(), known));
  }

  private void roleColumn(String field, Position position, Set<PlaceName> known) {
    if (field.startsWith(ROLE_COLUMN) && field.length() > ROLE_COLUMN.length()) {
      known(new PlaceName(field.substring(ROLE_COLUMN.length())), position, known);
    }
  }

  private void known(PlaceName environment, Position position, Set<PlaceName> known) {
    if (!known.contains(environment)) {
      binder.problem(
          position,
          "there is no token for the environment \"" + environment + "\"",
          Nearest.remedy(environment.name(), known.stream().map(PlaceName::name).toList()));
    }
  }
}
