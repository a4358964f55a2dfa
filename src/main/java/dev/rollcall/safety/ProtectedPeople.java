package dev.rollcall.safety;

import static java.util.stream.Collectors.toCollection;

import dev.rollcall.model.Email;
import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Kind;
import dev.rollcall.model.Resource;
import dev.rollcall.plan.PlannedOperation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Protected people, and the workspace's owner, from whom nothing is taken, be it their own or what
 * a group passes on to them. Giving them something is no harm and passes.
 */
final class ProtectedPeople implements SafetyRule {

  /**
   * Who is guarded, by themselves and as members of groups.
   *
   * @param inGroups those of them who are in a group now
   */
  private record Guarded(Set<Email> people, Map<Resource, Set<Email>> inGroups) {

    static Guarded in(ProposedPlan proposed) {
      Set<Email> people = new TreeSet<>(proposed.limits().protectedEmails());
      proposed.snapshot().owner().ifPresent(people::add);
      Map<Resource, Set<Email>> inGroups = new HashMap<>();
      for (Email email : people) {
        proposed.snapshot().actual().person(email).stream()
            .flatMap(member -> member.entitlements().stream())
            .filter(right -> right.kind().is(Kind.Trait.HOLDS_RIGHTS))
            .map(Entitlement::on)
            .forEach(group -> inGroups.computeIfAbsent(group, any -> new TreeSet<>()).add(email));
      }
      return new Guarded(people, inGroups);
    }

    /** Those of whom an operation takes something, if it takes anything. */
    Set<Email> among(PlannedOperation planned) {
      return planned
          .operation()
          .assignee()
          .group()
          .map(group -> inGroups.getOrDefault(group, Set.of()))
          .orElseGet(
              () ->
                  PlanUnderReview.person(planned)
                      .filter(people::contains)
                      .map(Set::of)
                      .orElse(Set.of()));
    }
  }

  @Override
  public String name() {
    return "protected";
  }

  @Override
  public List<Violation> judge(PlanUnderReview evidence) {
    Guarded guarded = Guarded.in(evidence.proposed());
    List<PlannedOperation> taking =
        evidence.operations().stream()
            .filter(planned -> !guarded.among(planned).isEmpty())
            .filter(PlanUnderReview::takes)
            .toList();
    Set<Email> people =
        taking.stream()
            .flatMap(planned -> guarded.among(planned).stream())
            .collect(toCollection(TreeSet::new));
    return Violation.above(
        evidence.proposed().allowances().ceiling(this),
        this,
        "%s would lose something: %s"
            .formatted(
                SafetyTexts.counted(people.size(), "protected person", "protected people"),
                SafetyTexts.some(people.stream().map(Email::address).toList())),
        new CountedOperations(people.size(), PlanUnderReview.sequences(taking.stream())));
  }
}
