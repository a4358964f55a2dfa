package dev.rollcall.target.workato;

import static java.util.Objects.requireNonNull;

import dev.rollcall.target.Experience;
import dev.rollcall.target.Lane;
import dev.rollcall.target.http.Sleeper;
import dev.rollcall.target.http.Waiting;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * What a workspace client is given by the run around it.
 *
 * @param waiting the clock, how time passes, and whether waiting makes no sense any more
 * @param past when requests of a lane were sent during the last minute, by whatever run; they count
 *     against its quota
 */
public record Surroundings(
    Experience experience, Waiting waiting, Function<Lane, List<Instant>> past) {

  /** Checks. */
  public Surroundings {
    requireNonNull(experience, "experience");
    requireNonNull(waiting, "waiting");
    requireNonNull(past, "past");
  }

  /** A run on its own: real waiting, nothing sent before. */
  public static Surroundings of(Experience experience, Clock clock, BooleanSupplier stop) {
    return new Surroundings(experience, new Waiting(clock, Sleeper.REAL, stop), lane -> List.of());
  }
}
