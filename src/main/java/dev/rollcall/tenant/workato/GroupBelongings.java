package dev.rollcall.tenant.workato;

import dev.rollcall.model.Assignee;
import dev.rollcall.tenant.careful.BatchItem;
import dev.rollcall.tenant.careful.SharedList;
import dev.rollcall.tenant.workato.payload.GrantRow;
import dev.rollcall.tenant.workato.payload.Id;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who is in a group and what it may do, before a change of it, so that both can be given back. */
final class GroupBelongings implements DefinedThing.Kept {

  private final WorkatoContext context;
  private final String name;
  private final Id group;
  private final GroupMemberList members;
  private final Map<String, String> before;
  private final Map<SharedList, List<BatchItem>> grants;

  private GroupBelongings(WorkatoContext context, String name, Id group) {
    this.context = context;
    this.name = name;
    this.group = group;
    this.members = new GroupMemberList(context, name, group, true);
    this.before = members.read();
    this.grants = grants();
  }

  /** Those of a group, as they are now. */
  static GroupBelongings of(WorkatoContext context, String name, Id group) {
    return new GroupBelongings(context, name, group);
  }

  private Map<SharedList, List<BatchItem>> grants() {
    Map<SharedList, List<BatchItem>> held = new LinkedHashMap<>();
    for (Environment environment : context.environments().keys()) {
      for (GrantRow row : context.lists().groupGrants(environment, group)) {
        place(row, environment).ifPresent(place -> put(held, row, place));
      }
    }
    return held;
  }

  /** Where a grant is; empty where the list of another environment tells of it as well. */
  private Optional<GrantLocation> place(GrantRow row, Environment environment) {
    return TokenEnvironments.fits(row.project(), environment)
        ? context
            .index()
            .location(row.project().name(), environment)
            .filter(place -> place.id().equals(row.project().id()))
        : Optional.empty();
  }

  private void put(Map<SharedList, List<BatchItem>> held, GrantRow row, GrantLocation place) {
    Assignee itself = new Assignee.GroupNamed(WorkatoVocabulary.group(name));
    ProjectGrantList list =
        new ProjectGrantList(context, place.project(), place.environment(), place.id());
    Optional<String> role = context.index().asOffered(place.role(row.projectRole().name())).level();
    held.put(list, List.of(list.item(0, itself, group, role)));
  }

  @Override
  public Optional<String> restored() {
    Map<String, String> lost = new LinkedHashMap<>(before);
    lost.keySet().removeAll(members.read().keySet());
    if (!lost.isEmpty()) {
      members.givingBack(lost).forEach((list, items) -> give(list, items, lost.size()));
      lost.keySet().removeAll(members.read().keySet());
    }
    if (!lost.isEmpty()) {
      return Optional.of(
          "group \"%s\" has lost %d of its members by it, and they could not be added again"
              .formatted(name, lost.size()));
    }
    return grants.entrySet().stream()
        .filter(each -> !isHeld(each.getKey(), each.getValue()))
        .filter(each -> !give(each.getKey(), each.getValue(), each.getValue().size()))
        .findFirst()
        .map(
            each ->
                "group \"%s\" has lost its role on %s by it, and it could not be given again"
                    .formatted(name, each.getKey().label()));
  }

  /** Asks for all at once, and for one after the other where that is not understood. */
  private static boolean give(SharedList list, List<BatchItem> items, int all) {
    if (items.isEmpty()) {
      return all == 0;
    }
    if (!given(list, items)) {
      items.forEach(item -> given(list, List.of(item)));
    }
    return items.size() == all && isHeld(list, items);
  }

  /** Asks in each form in turn, until it shows. */
  private static boolean given(SharedList list, List<BatchItem> items) {
    for (String form : list.forms(items)) {
      if (isHeld(list, items)) {
        return true;
      }
      list.write(withOthers(list, items), form);
    }
    return isHeld(list, items);
  }

  /** Where a request may take what it does not name, it costs nothing to name all that fit. */
  private static List<BatchItem> withOthers(SharedList list, List<BatchItem> items) {
    if (list.most() == Integer.MAX_VALUE) {
      return items;
    }
    Map<String, String> whole = new LinkedHashMap<>(list.read());
    items.forEach(item -> item.wanted().ifPresent(value -> whole.put(item.key(), value)));
    return whole.size() > list.most()
        ? items
        : whole.entrySet().stream()
            .map(each -> new BatchItem(0, each.getKey(), Optional.of(each.getValue())))
            .toList();
  }

  private static boolean isHeld(SharedList list, List<BatchItem> items) {
    Map<String, String> held = list.read();
    return items.stream()
        .allMatch(item -> item.wanted().equals(Optional.ofNullable(held.get(item.key()))));
  }
}
