package dev.rollcall.starter;

import dev.rollcall.security.Secrets;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A request for a job file to begin with: the roster that it is to be made for.
 *
 * @param roster a file, or the address of a database
 * @param jobFile where the job file is to be, for relative paths
 * @param query what is read from a database
 * @param sheet of a workbook: its name, or its number from 1
 */
public record StarterRequest(
    String roster, Path jobFile, Optional<String> query, Optional<String> sheet) {

  /** What nothing that is told of the roster may hold: passwords in its address, or for it. */
  public Secrets secrets() {
    return SourceDetection.secrets(this);
  }
}
