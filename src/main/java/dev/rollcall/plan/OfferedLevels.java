package dev.rollcall.plan;

import dev.rollcall.model.Attribution;
import dev.rollcall.model.Desired;
import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Group;
import dev.rollcall.model.Member;
import dev.rollcall.model.Roster;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Levels that the desired side writes otherwise than the tenant offers them, as one word or in
 * another case: where that can mean only one, it does.
 */
final class OfferedLevels {

  private final Map<Entitlement, Entitlement> asOffered;

  private OfferedLevels(Map<Entitlement, Entitlement> asOffered) {
    this.asOffered = asOffered;
  }

  /** The desired side in the words of the tenant; itself where it is so already. */
  static Desired in(Desired desired, Catalogue catalogue) {
    Map<Entitlement, Entitlement> asOffered = new HashMap<>();
    for (Set<Entitlement> named : List.of(desired.declared().keySet(), desired.roster().rights())) {
      for (Entitlement right : named) {
        Entitlement offered = offered(right, catalogue);
        if (!offered.equals(right)) {
          asOffered.put(right, offered);
        }
      }
    }
    return asOffered.isEmpty() ? desired : new OfferedLevels(asOffered).in(desired);
  }

  private static Entitlement offered(Entitlement right, Catalogue catalogue) {
    Set<String> offered = catalogue.of(right.kind()).levels();
    return right
        .level()
        .filter(level -> !right.isNoAccess() && !offered.contains(level))
        .flatMap(level -> right.kind().levels().orElseThrow().likeOne(level, offered))
        .map(right.on()::at)
        .orElse(right);
  }

  private Desired in(Desired desired) {
    Map<Entitlement, Attribution> declared = new HashMap<>();
    desired.declared().forEach((right, why) -> declared.putIfAbsent(offered(right), why));
    return new Desired(
        roster(desired.roster()),
        desired.managed(),
        desired.held(),
        desired.provenance().under(asOffered),
        desired.anybodyMayBeMissing(),
        desired.sizes(),
        desired.mentioned(),
        declared,
        desired.endings(),
        desired.details(),
        desired.declarations());
  }

  private Roster roster(Roster written) {
    return Roster.of(
        written.people().stream()
            .map(
                person ->
                    new Member(
                        person.email(),
                        person.name(),
                        person.status(),
                        offered(person.entitlements())))
            .toList(),
        written.groups().stream()
            .map(group -> new Group(group.resource(), group.description(), offered(group.rights())))
            .toList());
  }

  private List<Entitlement> offered(Collection<Entitlement> rights) {
    return rights.stream().map(this::offered).toList();
  }

  private Entitlement offered(Entitlement right) {
    return asOffered.getOrDefault(right, right);
  }
}
