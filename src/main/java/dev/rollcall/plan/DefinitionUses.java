package dev.rollcall.plan;

import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Group;
import dev.rollcall.model.Member;
import dev.rollcall.model.Resource;
import dev.rollcall.model.Status;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** Who has to do with a group or a role, now or by the records: then it cannot go. */
final class DefinitionUses {

  private static final int NAMED = 3;

  private final ReconciliationTerms comparison;

  DefinitionUses(ReconciliationTerms comparison) {
    this.comparison = comparison;
  }

  /** All uses, in words; none where it can go. */
  List<String> of(Resource resource) {
    List<String> uses = new ArrayList<>();
    List<Member> holders =
        comparison.actual().people().stream()
            .filter(person -> isHeldBy(person.entitlements(), resource))
            .toList();
    add(uses, "held by ", addresses(holders, false));
    add(uses, "asked for by the open invitation of ", addresses(holders, true));
    int others = comparison.snapshot().holders().getOrDefault(resource, 0) - holders.size();
    if (others > 0) {
      uses.add(
          (uses.isEmpty() ? "held by " : "and by ")
              + others
              + (uses.isEmpty() ? "" : " more")
              + (others == 1 ? " who is" : " who are")
              + " not ours, or only invited");
    }
    add(
        uses,
        "held by the " + groupsWord() + " ",
        comparison.actual().groups().stream()
            .filter(group -> isHeldBy(group.rights(), resource))
            .map(Group::name)
            .toList());
    comparison
        .actual()
        .group(resource)
        .filter(group -> !group.rights().isEmpty())
        .ifPresent(group -> uses.add("it holds " + some(texts(group.rights()))));
    add(
        uses,
        "rosters or rules give it to ",
        comparison.desired().roster().people().stream()
            .filter(person -> isHeldBy(person.entitlements(), resource))
            .map(person -> person.email().address())
            .toList());
    add(
        uses,
        "groups: gives it to ",
        comparison.desired().roster().groups().stream()
            .filter(group -> isHeldBy(group.rights(), resource))
            .map(Group::name)
            .toList());
    return uses;
  }

  private String groupsWord() {
    return comparison.vocabulary().groups().map(kind -> kind.noun().one()).orElse("group");
  }

  private static boolean isHeldBy(Collection<Entitlement> rights, Resource resource) {
    return rights.stream()
        .anyMatch(
            right ->
                right.on().equals(resource)
                    || right.roleItself().filter(resource::equals).isPresent());
  }

  private static List<String> addresses(List<Member> people, boolean invited) {
    return people.stream()
        .filter(person -> (person.status() == Status.INVITED) == invited)
        .map(person -> person.email().address())
        .toList();
  }

  private static List<String> texts(List<Entitlement> rights) {
    return rights.stream().map(Entitlement::toString).toList();
  }

  private static void add(List<String> uses, String what, List<String> who) {
    if (!who.isEmpty()) {
      uses.add(what + some(who));
    }
  }

  private static String some(Collection<String> all) {
    List<String> sorted = new ArrayList<>(new TreeSet<>(all));
    String named = String.join(", ", sorted.subList(0, Math.min(NAMED, sorted.size())));
    return sorted.size() > NAMED ? named + " and " + (sorted.size() - NAMED) + " more" : named;
  }
}
