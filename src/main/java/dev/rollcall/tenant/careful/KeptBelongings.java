package dev.rollcall.tenant.careful;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who is in a group and what it may do, before a change of it, so that both can be given back. */
public final class KeptBelongings implements DefinedThing.Kept {

  private final String label;
  private final SharedList members;
  private final Map<String, String> before;
  private final Map<SharedList, List<BatchItem>> grants;

  /**
   * Those of a group, as they are now.
   *
   * @param label {@code group "Finance"}
   * @param members the list to which members are added
   * @param grants what it holds, as items that would give it
   */
  public KeptBelongings(String label, SharedList members, Map<SharedList, List<BatchItem>> grants) {
    this.label = label;
    this.members = members;
    this.before = members.read();
    this.grants = grants;
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
          "%s has lost %d of its members by it, and they could not be added again"
              .formatted(label, lost.size()));
    }
    return grants.entrySet().stream()
        .filter(each -> !isHeld(each.getKey(), each.getValue()))
        .filter(each -> !give(each.getKey(), each.getValue(), each.getValue().size()))
        .findFirst()
        .map(
            each ->
                "%s has lost its role on %s by it, and it could not be given again"
                    .formatted(label, each.getKey().label()));
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
