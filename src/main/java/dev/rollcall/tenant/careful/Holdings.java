package dev.rollcall.tenant.careful;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is held on a list, as it was read.
 *
 * @param by by key
 * @param total how many rows there are, those without a key included
 */
public record Holdings(Map<String, String> by, int total) {

  /** Where each row has a key. */
  public static Holdings of(Map<String, String> by) {
    return new Holdings(by, by.size());
  }

  /** What would be held if a request did what it says, and nothing else. */
  Holdings after(List<BatchItem> items) {
    Map<String, String> after = new HashMap<>(by);
    for (BatchItem item : items) {
      item.wanted()
          .ifPresentOrElse(value -> after.put(item.key(), value), () -> after.remove(item.key()));
    }
    return new Holdings(after, total + after.size() - by.size());
  }

  /** Whether an item is held otherwise than it asks for: that it took shows in no number. */
  boolean hasOtherwise(List<BatchItem> items) {
    return items.stream()
        .anyMatch(
            item ->
                item.wanted().isPresent()
                    && Optional.ofNullable(by.get(item.key()))
                        .filter(value -> !value.equals(item.wanted().get()))
                        .isPresent());
  }
}
