package dev.rollcall.job.spec;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The ids of a customer's workspace: one an environment where environments are provisioned, else
 * one, which counts as that of {@code dev}.
 */
public record ManagedIds(Map<PlaceName, String> byPlace) {

  /** Copies, keeping the order. */
  public ManagedIds {
    byPlace = Collections.unmodifiableMap(new LinkedHashMap<>(byPlace));
  }
}
