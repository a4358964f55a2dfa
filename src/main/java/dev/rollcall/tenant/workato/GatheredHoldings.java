package dev.rollcall.tenant.workato;

import dev.rollcall.model.Assignee;
import dev.rollcall.model.Email;
import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Naming;
import dev.rollcall.model.Resource;
import dev.rollcall.tenant.workato.payload.GrantRow;
import dev.rollcall.tenant.workato.payload.GroupRow;
import dev.rollcall.tenant.workato.payload.Id;
import dev.rollcall.tenant.workato.payload.PersonRow;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;

/**
 * What the lists of groups and projects tell of who holds what, and which of them could not be
 * proven complete. The same in whatever order lists come. Thread-safe.
 */
final class GatheredHoldings {

  private final WorkatoIndex index;
  private final TokenEnvironments environments;
  private final ActualRosterBuilder actual;
  private final Set<Resource> incomplete = new ConcurrentSkipListSet<>();
  private final Map<GrantLocation, String> astray = new ConcurrentHashMap<>();

  GatheredHoldings(WorkatoIndex index, TokenEnvironments environments, ActualRosterBuilder actual) {
    this.index = index;
    this.environments = environments;
    this.actual = actual;
  }

  /** The roster that they are gathered in. */
  ActualRosterBuilder actual() {
    return actual;
  }

  /** Lists that were not read whole. */
  Set<Resource> unread() {
    return incomplete;
  }

  /** Lists that were not read whole, or hold something that is strange there. */
  SortedSet<Resource> incomplete() {
    SortedSet<Resource> all = new TreeSet<>(incomplete);
    // What is listed under another name must not be taken for what it is not, nor for missing.
    astray.keySet().forEach(place -> all.add(place.resource()));
    return all;
  }

  /** Of a group of this name nobody can tell which is meant. */
  void ambiguous(String group) {
    incomplete.add(WorkatoVocabulary.group(group));
  }

  /** What grants somewhere are of instead; empty where all are of that place. */
  Optional<String> astray(GrantLocation place) {
    return Optional.ofNullable(astray.get(place));
  }

  /** The members of a group. */
  void group(GroupRow group, PagedList<PersonRow> rows) {
    String name = Naming.tidy(group.name());
    if (!rows.complete()) {
      incomplete.add(WorkatoVocabulary.group(name));
    }
    Entitlement membership = WorkatoVocabulary.membership(name);
    actual.group(name, group.description(), rows.rows().size());
    for (PersonRow row : rows.rows()) {
      // Of two rows about one person the second says nothing new, and a member holds nothing twice.
      Optional<Email> member = index.person(row);
      if (member.isPresent()) {
        actual.holds(member.get(), membership);
      }
    }
    index.groupSize(name, rows.size());
  }

  /** The grants of a project in an environment. */
  void grants(GrantLocation place, PagedList<GrantRow> rows) {
    if (!rows.complete()) {
      incomplete.add(place.resource());
    }
    Map<String, Entitlement> shared = new HashMap<>();
    Map<Assignee, Id> grants = new HashMap<>();
    String where = TokenCheck.where(place.project());
    for (GrantRow row : rows.rows()) {
      environments.saw(place.environment(), row.project(), where);
      Optional<String> other = place.astray(row, index);
      other.ifPresent(what -> astray.putIfAbsent(place, what));
      Optional<Assignee> assignee = other.isEmpty() ? assignee(row) : Optional.empty();
      if (assignee.isPresent() && grants.putIfAbsent(assignee.get(), row.id()) == null) {
        actual.holds(assignee.get(), shared.computeIfAbsent(row.projectRole().name(), place::role));
      }
    }
    index.grants(place.project(), place.environment(), grants, rows.size());
  }

  private Optional<Assignee> assignee(GrantRow row) {
    if (row.userGroup().isPresent()) {
      // A row that names a group is the group's own, also where it names a person as well.
      return row.userGroup()
          .map(group -> index.groupName(group.id()).orElse(Naming.tidy(group.name())))
          .map(name -> new Assignee.GroupNamed(WorkatoVocabulary.group(name)));
    }
    return row.user().flatMap(index::person).map(Assignee.Person::new);
  }
}
