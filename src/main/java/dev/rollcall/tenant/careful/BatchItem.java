package dev.rollcall.tenant.careful;

import java.util.Map;
import java.util.Optional;

/**
 * One item of a batched request: what is to be held by one holder on the list it changes.
 *
 * @param sequence the operation it belongs to
 * @param key whom or what it is about on its list
 * @param wanted what is to be held; empty for nothing
 */
public record BatchItem(int sequence, String key, Optional<String> wanted) {

  /** Whether both ask for the same for the same holder, whatever they are sent for. */
  public boolean isSameRight(BatchItem other) {
    return key.equals(other.key) && wanted.equals(other.wanted);
  }

  /** Whether what is held is as wanted. */
  boolean took(Map<String, String> held) {
    return Optional.ofNullable(held.get(key)).equals(wanted);
  }
}
