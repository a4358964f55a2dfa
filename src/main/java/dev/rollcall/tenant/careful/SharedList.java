package dev.rollcall.tenant.careful;

import dev.rollcall.tenant.BatchKind;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/**
 * A list of which one request changes several rows, and where what it does not name may be at risk:
 * a group's members, a project's grants, a person's environment roles.
 */
public interface SharedList extends Changeable {

  /** What it holds, read whole; ends the run where it cannot be. */
  Holdings held();

  /**
   * How many rows it would have by now without what this process did to it by other means, by one
   * request; empty where that cannot be told.
   */
  OptionalInt total();

  @Override
  default Map<String, String> read() {
    return held().by();
  }

  /** The kind of request, which is trusted or not as a whole. */
  BatchKind kind();

  /** For people, e.g. {@code group Finance builders}. */
  String label();

  /**
   * Does the work while nothing else of this process changes what is held, what others are about to
   * send included; empty where a stop came first.
   */
  default <T> Optional<T> undisturbed(Supplier<T> work) {
    return Optional.of(work.get());
  }

  /** Whether this process itself has taken somebody off it, by other means than this list's. */
  default boolean hasLeft(String key) {
    return false;
  }

  /** An item's key for people. */
  String label(String key);

  /** What the last reading showed that is of something else, whatever was asked about. */
  default Optional<String> astray() {
    return Optional.empty();
  }

  /**
   * Takes over whom and what another look at the same knew, so that it can be given back; false
   * where that look tells nothing of something that this one is asked about.
   */
  boolean learn(SharedList former);

  /** Gives back what was held, in as few requests as can be; goes by what was read last. */
  void restore(Map<String, String> held);
}
