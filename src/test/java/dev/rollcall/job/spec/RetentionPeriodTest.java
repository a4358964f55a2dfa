package dev.rollcall.job.spec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.job.JobFiles;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetentionPeriodTest {

  private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");

  @Test
  void keepsForeverWhereItIsToldSo() {
    assertThat(RetentionPeriod.parse("forever").until(NOW)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "90d, 2026-08-24T00:00:00Z",
    "1y, 2025-11-22T00:00:00Z",
    "1y1d, 2025-11-21T00:00:00Z"
  })
  void tellsUntilWhen(String text, Instant until) {
    assertThat(RetentionPeriod.parse(text).until(NOW)).contains(until);
  }

  @Test
  void takesWhatIsLongerThanTimeForVeryLong() {
    Duration eons = DurationText.parse("999999999y999999999y");

    assertThat(RetentionPeriod.before(NOW, eons)).isBefore(Instant.parse("1100-01-01T00:00:00Z"));
  }

  @ParameterizedTest
  @CsvSource({"0640", "'\"0640\"'", "'''0640'''", "0o640", "'\"0o640\"'"})
  void readsAModeHoweverYamlHasIt(String written, @TempDir Path folder) {
    Path file =
        JobFiles.write(
            folder,
            """
            name: modes
            sources:
              - { name: hr, type: csv, path: people.csv }
            target: { type: sandbox, seed: workspace.json }
            report: { mode: %s }
            """
                .formatted(written));

    assertThat(JobFiles.read(file).report().mode()).hasToString("0640");
  }
}
