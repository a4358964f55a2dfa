package dev.rollcall.tenant.careful;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What was held on some lists at a time, as items that would give it. */
record Belongings(Map<SharedList, List<BatchItem>> items) {

  /** What is not among others. */
  Map<SharedList, List<BatchItem>> without(Belongings others) {
    Set<String> there = others.keys();
    Map<SharedList, List<BatchItem>> missing = new LinkedHashMap<>();
    items.forEach(
        (list, held) -> {
          List<BatchItem> gone = new ArrayList<>(held);
          gone.removeIf(item -> there.contains(key(list, item)));
          if (!gone.isEmpty()) {
            missing.put(list, gone);
          }
        });
    return missing;
  }

  boolean isEmpty() {
    return items.values().stream().allMatch(List::isEmpty);
  }

  /** Other objects may stand for the same lists in another look. */
  private Set<String> keys() {
    return items.entrySet().stream()
        .flatMap(entry -> entry.getValue().stream().map(item -> key(entry.getKey(), item)))
        .collect(Collectors.toSet());
  }

  private static String key(SharedList list, BatchItem item) {
    return list.label() + "\n" + item.key() + "\n" + item.wanted();
  }
}
