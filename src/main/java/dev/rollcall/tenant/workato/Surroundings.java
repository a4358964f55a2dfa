package dev.rollcall.tenant.workato;

import static java.util.Objects.requireNonNull;

import dev.rollcall.security.Secrets;
import dev.rollcall.tenant.Experience;
import dev.rollcall.tenant.http.Waiting;

/**
 * What a workspace client is given by the run around it.
 *
 * @param waiting the clock, how time passes, and whether waiting makes no sense any more
 * @param secrets what must not come back out of an answer
 */
public record Surroundings(Experience experience, Waiting waiting, Past past, Secrets secrets) {

  /** Checks. */
  public Surroundings {
    requireNonNull(experience, "experience");
    requireNonNull(waiting, "waiting");
    requireNonNull(past, "past");
    requireNonNull(secrets, "secrets");
  }
}
