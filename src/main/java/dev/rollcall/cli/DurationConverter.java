package dev.rollcall.cli;

import dev.rollcall.job.spec.DurationText;
import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads durations as job files write them: {@code 90s}, {@code 25m}, {@code 2h}, {@code 1d}. */
final class DurationConverter implements ITypeConverter<Duration> {

  @Override
  public Duration convert(String value) {
    try {
      return DurationText.parse(value);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(
          "\"" + value + "\" is no duration; write 90s, 25m, 2h or 1d");
    }
  }
}
