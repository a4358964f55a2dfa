package dev.rollcall.target.workato;

import static java.util.Objects.requireNonNull;

import dev.rollcall.security.Secrets;
import dev.rollcall.target.Experience;
import dev.rollcall.target.Lane;
import dev.rollcall.target.http.Waiting;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/**
 * What a workspace client is given by the run around it.
 *
 * @param waiting the clock, how time passes, and whether waiting makes no sense any more
 * @param past when requests of a lane were sent during the last minute, by whatever run; they count
 *     against its quota
 * @param secrets what must not come back out of an answer
 */
public record Surroundings(
    Experience experience, Waiting waiting, Function<Lane, List<Instant>> past, Secrets secrets) {

  /** Checks. */
  public Surroundings {
    requireNonNull(experience, "experience");
    requireNonNull(waiting, "waiting");
    requireNonNull(past, "past");
    requireNonNull(secrets, "secrets");
  }
}
