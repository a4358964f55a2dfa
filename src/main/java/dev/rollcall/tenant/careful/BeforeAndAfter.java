package dev.rollcall.tenant.careful;

import static java.util.stream.Collectors.toSet;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A list before and after a request that named some of its items. */
record BeforeAndAfter(
    SharedList list, List<BatchItem> items, Map<String, String> before, Map<String, String> after) {

  /** What others held before and do not hold now. */
  Map<String, String> harmed() {
    Map<String, String> harmed = new HashMap<>(others());
    harmed.entrySet().removeIf(each -> each.getValue().equals(after.get(each.getKey())));
    harmed.keySet().removeIf(list::hasLeft);
    return harmed;
  }

  /** Items that are not as wanted. */
  List<BatchItem> missing() {
    return items.stream().filter(item -> !item.took(after)).toList();
  }

  /** Whether there was anybody who could have been harmed. */
  boolean hasOthers() {
    return !others().isEmpty();
  }

  /** The same in words. */
  String harm() {
    Map<String, String> harmed = harmed();
    return "%s: %d others lost what they held (%s)"
        .formatted(
            list.label(),
            harmed.size(),
            String.join(
                ", ", harmed.keySet().stream().map(list::label).sorted().limit(10).toList()));
  }

  /** What should be held now: by others what it was, and what the items ask for. */
  Map<String, String> rightful() {
    Map<String, String> rightful = others();
    items.forEach(item -> item.wanted().ifPresent(value -> rightful.put(item.key(), value)));
    return rightful;
  }

  /** What those hold before who are not named. */
  Map<String, String> others() {
    Set<String> named = items.stream().map(BatchItem::key).collect(toSet());
    Map<String, String> others = new HashMap<>(before);
    others.keySet().removeAll(named);
    return others;
  }
}
