package dev.rollcall.tenant.workato;

import dev.rollcall.model.Email;
import dev.rollcall.model.Entitlement;
import dev.rollcall.tenant.TenantUnavailable;
import dev.rollcall.tenant.workato.payload.Id;
import dev.rollcall.tenant.workato.payload.MemberRow;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The lists of members: one that tells of all environments, or, where rows are flat and tell of one
 * alone, one in each.
 */
final class MemberLists {

  private final WorkatoApi api;
  private final List<Environment> places;
  private final AtomicBoolean flat = new AtomicBoolean();

  /**
   * Of a workspace.
   *
   * @param places where people are listed, the main one first
   */
  MemberLists(WorkatoApi api, List<Environment> places) {
    this.api = api;
    this.places = List.copyOf(places);
  }

  /** Where all are. */
  Environment main() {
    return places.get(0);
  }

  /** The environments in which people have to be asked about, as far as it is known by now. */
  List<Environment> places() {
    return flat.get() ? places : places.subList(0, 1);
  }

  /** All members; a list that is not proven complete would make joiners of those missing. */
  List<ActualMember> read(ListAccess access) {
    SharedRoles shared = new SharedRoles();
    List<ActualMember> first = whole(access, places.get(0), shared);
    if (places.size() == 1 || !flat.get() && !first.isEmpty()) {
      return first;
    }
    List<List<ActualMember>> all = new ArrayList<>(List.of(first));
    for (Environment place : places.subList(1, places.size())) {
      all.add(whole(access, place, shared));
    }
    return together(all, shared);
  }

  private List<ActualMember> whole(ListAccess access, Environment place, SharedRoles shared) {
    ListPage<ActualMember> listing =
        access.read(Endpoint.MEMBERS, place, api.members(place, row -> small(row, place, shared)));
    if (!listing.present()) {
      throw new TenantUnavailable("the member list came without data; nothing was changed");
    }
    OptionalInt total = listing.total();
    if (total.isEmpty()) {
      throw new TenantUnavailable(
          "the member list came without its total, so nobody can tell whether it is complete;"
              + " nothing was changed");
    }
    int distinct = distinct(listing.rows());
    if (total.getAsInt() != distinct) {
      throw new TenantUnavailable(
          "the member list is incomplete: %d members of %d; nothing was changed"
              .formatted(distinct, total.getAsInt()));
    }
    return listing.rows();
  }

  private static int distinct(List<ActualMember> rows) {
    Set<Id> ids = new HashSet<>(2 * rows.size());
    rows.forEach(row -> ids.add(row.id()));
    return ids.size();
  }

  private ActualMember small(MemberRow row, Environment place, SharedRoles shared) {
    if (row.role().isPresent()) {
      flat.set(true);
    }
    return CompleteLists.small(row, place, shared);
  }

  /** Somebody is who they are by their address, and without one by their id. */
  private static List<ActualMember> together(List<List<ActualMember>> lists, SharedRoles shared) {
    Map<Object, ActualMember> people = new LinkedHashMap<>();
    lists.forEach(list -> list.forEach(row -> people.merge(key(row), row, MemberLists::with)));
    return people.values().stream().map(each -> each.with(shared)).toList();
  }

  private static Object key(ActualMember member) {
    return member.email().<Object>map(Email::address).orElseGet(member::id);
  }

  private static ActualMember with(ActualMember one, ActualMember other) {
    Map<Object, Entitlement> roles = new LinkedHashMap<>();
    one.roles().forEach(role -> roles.put(role.on(), role));
    other.roles().forEach(role -> roles.putIfAbsent(role.on(), role));
    return new ActualMember(
        one.id(), one.email(), one.name(), one.team(), List.copyOf(roles.values()));
  }
}
