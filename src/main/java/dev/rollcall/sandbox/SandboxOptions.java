package dev.rollcall.sandbox;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;

/**
 * How to start a sandbox.
 *
 * @param port the port on the loopback address; 0 takes any free one
 * @param seed the seed file; without one the built-in sample is used
 * @param state where the state is kept; it is loaded instead of the seed if it is there
 * @param clock the time behind the workspace's clock; tests may give their own
 */
public record SandboxOptions(
    int port, Optional<Path> seed, Optional<Path> state, InstantSource clock) {

  /** Any port, the built-in sample, in memory only, on the machine's clock. */
  public static SandboxOptions of() {
    return new SandboxOptions(0, Optional.empty(), Optional.empty(), InstantSource.system());
  }

  public SandboxOptions withPort(int given) {
    return new SandboxOptions(given, seed, state, clock);
  }

  public SandboxOptions withSeed(Path file) {
    return new SandboxOptions(port, Optional.of(file), state, clock);
  }

  public SandboxOptions withState(Path file) {
    return new SandboxOptions(port, seed, Optional.of(file), clock);
  }

  public SandboxOptions withClock(InstantSource given) {
    return new SandboxOptions(port, seed, state, given);
  }
}
