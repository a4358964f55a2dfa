package dev.rollcall.job;

import dev.rollcall.job.spec.GroupSpec;
import dev.rollcall.job.spec.ProjectGrant;
import dev.rollcall.job.spec.RuleSpec;
import dev.rollcall.job.spec.TargetSpec;
import dev.rollcall.job.yaml.Located;
import dev.rollcall.job.yaml.Position;
import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Kind;
import dev.rollcall.model.Problem;
import dev.rollcall.model.Resource;
import dev.rollcall.model.RightsColumn;
import dev.rollcall.model.Vocabulary;
import dev.rollcall.model.WrittenName;
import dev.rollcall.rules.Grant;
import dev.rollcall.source.columns.RightsText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What rules give and groups may do, in the words of the target's vendor. */
final class RuleRights {

  private final Vocabulary vocabulary;
  private final List<Resource> places;
  private final Consumer<Problem> problems;

  /**
   * In a target.
   *
   * @param problems takes what cannot be said there
   */
  RuleRights(TargetSpec target, Consumer<Problem> problems) {
    this.vocabulary = target.vocabulary();
    this.places = target.places();
    this.problems = problems;
  }

  /** What a rule gives. */
  List<Grant> of(RuleSpec.GrantSpec grant) {
    List<Grant> grants = new ArrayList<>();
    grant
        .roles()
        .forEach(
            (place, role) ->
                kind(RightsColumn.ROLES, role.position())
                    .ifPresent(
                        kind ->
                            grants.add(
                                new Grant(place.in(vocabulary).at(role.value()), role.origin()))));
    for (Located<String> group : grant.groups()) {
      groups(group.value(), group.position())
          .forEach(each -> grants.add(new Grant(each.membership(), group.origin())));
    }
    for (Located<ProjectGrant> project : grant.projects()) {
      kind(RightsColumn.PROJECTS, project.position())
          .ifPresent(
              kind ->
                  grants.add(
                      new Grant(project.value().toEntitlement(vocabulary), project.origin())));
    }
    grant.named().byColumn().forEach((key, items) -> grants.addAll(named(key, items)));
    return grants;
  }

  /** What a group may do; empty where that is not said. */
  Optional<List<Grant>> of(GroupSpec group) {
    if (group.projects().isEmpty() && group.files().isEmpty()) {
      return Optional.empty();
    }
    List<Grant> grants = new ArrayList<>();
    for (Located<ProjectGrant> project : group.projects().orElse(List.of())) {
      kind(RightsColumn.PROJECTS, project.position())
          .ifPresent(
              kind ->
                  grants.add(
                      new Grant(project.value().toEntitlement(vocabulary), project.origin())));
    }
    grants.addAll(named("files", group.files().orElse(List.of())));
    return Optional.of(grants);
  }

  private List<Grant> named(String key, List<Located<String>> items) {
    List<Grant> grants = new ArrayList<>();
    for (Located<String> item : items) {
      Optional<Kind> kind =
          vocabulary.kinds().stream()
              .filter(each -> each.column().filter(RightsColumn::isOwn).isPresent())
              .filter(each -> each.column().orElseThrow().key().equals(key))
              .findFirst();
      if (kind.isEmpty()) {
        unknown(key, item.position());
      } else {
        grants.addAll(read(kind.get(), key, item));
      }
    }
    return grants;
  }

  private List<Grant> read(Kind kind, String key, Located<String> item) {
    RightsText text = new RightsText(kind, places);
    List<Entitlement> rights = text.read(item.value());
    if (rights.isEmpty()) {
      complain(
          item.position(),
          key + ": \"" + item.value() + "\" " + text.wrong(item.value()),
          text.remedy());
    }
    return rights.stream().map(right -> new Grant(right, item.origin())).toList();
  }

  /** The group of that name; one in each place where it does not say in which it is. */
  List<Resource> groups(String name, Position position) {
    Optional<Kind> kind = kind(RightsColumn.GROUPS, position);
    if (kind.isEmpty()) {
      return List.of();
    }
    List<Resource> named =
        kind.get().container().isPresent()
            // As in rosters: "Audit / UK = Controllers".
            ? new RightsText(kind.get(), places).read(name).stream().map(Entitlement::on).toList()
            : WrittenName.read(kind.get(), name, places);
    if (named.isEmpty()) {
      complain(
          position,
          "the group \"" + name + "\" " + WrittenName.unplaced(kind.get()),
          WrittenName.remedy(kind.get()));
    }
    return named;
  }

  private Optional<Kind> kind(RightsColumn column, Position position) {
    Optional<Kind> kind = vocabulary.fedBy(column);
    if (kind.isEmpty()) {
      unknown(column.key(), position);
    }
    return kind;
  }

  private void unknown(String key, Position position) {
    complain(
        position,
        "%s: is nothing that can be held in this sort of target, %s of %s"
            .formatted(key, vocabulary.tenant().indefinite(), vocabulary.vendor()),
        "write " + String.join(", ", keys(vocabulary)));
  }

  /** What states rights in a vendor's tenants, as rules call it. */
  static List<String> keys(Vocabulary vocabulary) {
    return vocabulary.kinds().stream()
        .flatMap(kind -> kind.column().stream())
        .map(RightsColumn::key)
        .toList();
  }

  private void complain(Position position, String what, String remedy) {
    problems.accept(new Problem(position.toString(), what, remedy));
  }
}
