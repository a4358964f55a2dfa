package dev.rollcall.cli;

import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** When a run takes no further operations, or a command reads no further. */
final class DeadlineOption implements Arguments {

  private final Argument<Optional<Duration>> deadline =
      Argument.option(
              "--deadline",
              "DURATION",
              "Ends after this time, e.g. 25m, with code 8: takes no further operations, reads no"
                  + " further.")
          .optional(Duration.class);

  /** The time, if there is one. */
  Optional<Duration> given() {
    return deadline.given();
  }

  @Override
  public void addTo(CommandSpec command) {
    deadline.addTo(command);
  }
}
