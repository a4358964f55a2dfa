package dev.rollcall.cli;

import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Option;

/** When a run takes no further operations. */
final class DeadlineOption {

  @Option(
      names = "--deadline",
      paramLabel = "DURATION",
      description = "Takes no further operations after this time, e.g. 25m; exit code 8.",
      converter = DurationConverter.class)
  Optional<Duration> deadline = Optional.empty();
}
