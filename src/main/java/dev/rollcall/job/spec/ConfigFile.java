package dev.rollcall.job.spec;

import dev.rollcall.model.Config;

/**
 * A config in a file of its own, read when the job file is.
 *
 * @param label as written, for people
 */
public record ConfigFile(String label, Config config) {

  @Override
  public String toString() {
    return label;
  }
}
