package dev.rollcall.tenant.workato;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a target holds.
 *
 * @param by by key
 * @param total how many rows its list has, those without a key included
 */
record Held(Map<String, String> by, int total) {

  static Held of(Map<String, String> by) {
    return new Held(by, by.size());
  }

  /** What would be held if a request did what it says, and nothing else. */
  Held after(List<Item> items) {
    Map<String, String> after = new HashMap<>(by);
    for (Item item : items) {
      item.wanted()
          .ifPresentOrElse(value -> after.put(item.key(), value), () -> after.remove(item.key()));
    }
    return new Held(after, total + after.size() - by.size());
  }

  /** Whether an item is held otherwise than it asks for: that it took shows in no number. */
  boolean hasOtherwise(List<Item> items) {
    return items.stream()
        .anyMatch(
            item ->
                item.wanted().isPresent()
                    && Optional.ofNullable(by.get(item.key()))
                        .filter(value -> !value.equals(item.wanted().get()))
                        .isPresent());
  }
}
