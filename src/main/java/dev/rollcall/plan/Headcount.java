package dev.rollcall.plan;

import dev.rollcall.model.Member;
import dev.rollcall.model.Status;
import java.util.List;

/** Counts the people of a comparison: the bases of shares and seats. */
final class Headcount {

  private Headcount() {}

  static Plan.People of(ReconciliationTerms comparison) {
    List<Member> present =
        comparison.actual().people().stream()
            .filter(member -> comparison.covers(member.email()))
            .toList();
    List<Member> members =
        present.stream().filter(member -> member.status() != Status.INVITED).toList();
    int entitlements = members.stream().mapToInt(member -> member.entitlements().size()).sum();
    return new Plan.People(
        considered(comparison, present),
        members.size(),
        entitlements,
        comparison.snapshot().foreign(),
        comparison.snapshot().members(),
        present.size() - members.size());
  }

  private static int considered(ReconciliationTerms comparison, List<Member> present) {
    long listed =
        comparison.desired().roster().people().stream()
            .filter(member -> comparison.covers(member.email()))
            .count();
    long unlisted =
        present.stream()
            .filter(member -> comparison.desired().roster().person(member.email()).isEmpty())
            .count();
    return (int) (listed + unlisted);
  }
}
