package dev.rollcall.job.spec;

import static java.util.Objects.requireNonNull;

import dev.rollcall.security.Certificates;

/**
 * Certificates that a job file names, read when it is.
 *
 * @param label the file as written, for people
 */
public record CaFile(String label, Certificates certificates) {

  /** Checks. */
  public CaFile {
    requireNonNull(label, "label");
    requireNonNull(certificates, "certificates");
  }

  @Override
  public String toString() {
    return label;
  }
}
