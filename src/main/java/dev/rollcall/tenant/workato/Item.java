package dev.rollcall.tenant.workato;

import java.util.Map;
import java.util.Optional;

/**
 * One thing that a batched request asks for.
 *
 * @param sequence the operation it belongs to
 * @param key whom or what it is about on its target
 * @param wanted what is to be held; empty for nothing
 */
record Item(int sequence, String key, Optional<String> wanted) {

  /** Whether the target holds what is wanted. */
  boolean took(Map<String, String> held) {
    return Optional.ofNullable(held.get(key)).equals(wanted);
  }
}
