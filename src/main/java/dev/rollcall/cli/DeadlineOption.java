package dev.rollcall.cli;

import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Option;

/** When a run takes no further operations, or a command reads no further. */
final class DeadlineOption {

  @Option(
      names = "--deadline",
      paramLabel = "DURATION",
      description =
          "Ends after this time, e.g. 25m, with code 8: takes no further operations, reads no"
              + " further.",
      converter = DurationConverter.class)
  Optional<Duration> deadline = Optional.empty();
}
