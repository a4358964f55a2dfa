package dev.rollcall.job.spec;

import dev.rollcall.security.Certificates;

/**
 * Certificates that a job file names, read when it is.
 *
 * @param label the file as written, for people
 */
public record CaFile(String label, Certificates certificates) {

  @Override
  public String toString() {
    return label;
  }
}
