package dev.rollcall.source.jdbc;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where drivers are that are not on board.
 *
 * @param folder of jars; empty where the operator named none
 * @param first whether they are asked before those on board; otherwise only where none of those
 *     reads the address
 */
public record FurtherDrivers(Optional<Path> folder, boolean first) {

  /** None but those on board. */
  public static final FurtherDrivers NONE = new FurtherDrivers(Optional.empty(), false);

  /** A folder that the source itself names. */
  public static FurtherDrivers named(Path folder) {
    return new FurtherDrivers(Optional.of(folder), true);
  }

  /** A folder for whatever no driver on board reads. */
  public static FurtherDrivers spare(Path folder) {
    return new FurtherDrivers(Optional.of(folder), false);
  }
}
