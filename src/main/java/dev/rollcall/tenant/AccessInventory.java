package dev.rollcall.tenant;

import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Group;
import dev.rollcall.model.Resource;
import dev.rollcall.model.Status;
import dev.rollcall.plan.Catalogue;
import dev.rollcall.plan.NamePatterns;
import dev.rollcall.plan.Scope;
import dev.rollcall.plan.Snapshot;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * All access in a tenant, read at one time: nobody and nothing is left out for not being ours.
 *
 * @param catalogue what there is by name
 * @param groups what each group passes on, the tenant's own ones included
 * @param everybody the groups in which everybody is without being listed
 * @param incomplete what could not be proven to be read whole
 */
public record AccessInventory(
    Catalogue catalogue,
    List<Account> accounts,
    SortedMap<Resource, List<Entitlement>> groups,
    Set<Resource> everybody,
    SortedSet<Resource> incomplete) {

  /** The scope of a reading that leaves nothing out. */
  public static final Scope EVERYTHING =
      new Scope(NamePatterns.ALL, Map.of(), Map.of(), NamePatterns.ALL);

  /** Copies. */
  public AccessInventory {
    accounts = List.copyOf(accounts);
    groups = Collections.unmodifiableSortedMap(new TreeMap<>(groups));
    everybody = Set.copyOf(everybody);
    incomplete = Collections.unmodifiableSortedSet(new TreeSet<>(incomplete));
  }

  /** What a snapshot of everything tells, of a vendor that tells no more. */
  static AccessInventory of(Snapshot everything) {
    SortedMap<Resource, List<Entitlement>> groups = new TreeMap<>();
    for (Group group : everything.actual().groups()) {
      groups.put(group.resource(), group.rights());
    }
    return new AccessInventory(
        everything.catalogue(),
        everything.actual().people().stream()
            .filter(person -> person.status() != Status.INVITED)
            .map(
                person ->
                    new Account(
                        person.email().address(),
                        person.email(),
                        person.name(),
                        "",
                        Optional.empty(),
                        Optional.empty(),
                        person.entitlements()))
            .toList(),
        groups,
        Set.of(),
        everything.incomplete());
  }
}
