package dev.rollcall.safety;

import dev.rollcall.model.Desired;
import java.util.HashMap;
import java.util.Map;

/**
 * How many people the records spoke of when they were last accepted.
 *
 * @param acceptedSizes by source, and over all sources under {@link #ALL}; empty before the first
 *     run
 */
public record AcceptedSizes(Map<String, Integer> acceptedSizes) {

  /** The key of the size over all sources; no source has an empty name. */
  public static final String ALL = "";

  /** Copies. */
  public AcceptedSizes {
    acceptedSizes = Map.copyOf(acceptedSizes);
  }

  /** Nothing was ever accepted. */
  public static AcceptedSizes none() {
    return new AcceptedSizes(Map.of());
  }

  /**
   * The sizes of these records. Where they are accepted they replace all former ones, those of
   * sources that are gone included.
   */
  public static AcceptedSizes of(Desired desired) {
    Map<String, Integer> sizes = new HashMap<>(desired.sizes());
    sizes.put(ALL, desired.roster().people().size());
    return new AcceptedSizes(sizes);
  }
}
