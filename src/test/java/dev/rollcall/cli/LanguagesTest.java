package dev.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.testing.JavaCommand;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.FileSystemUtils;

/** What is said and written does not follow the language of the machine. */
class LanguagesTest {

  private static final Pattern OTHER_DIGIT = Pattern.compile("[\\p{Nd}&&[^0-9]]");

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"ar, EG, ''", "th, TH, TH"})
  void digitsAreTheSameOnAMachineThatWritesOthers(String language, String country, String variant)
      throws IOException, InterruptedException {
    for (String each : new String[] {"jobs", "sample-data"}) {
      FileSystemUtils.copyRecursively(Path.of(each), folder.resolve(each));
    }
    Process process =
        new ProcessBuilder(
                JavaCommand.with(
                        "-Duser.language=" + language,
                        "-Duser.country=" + country,
                        "-Duser.variant=" + variant)
                    .of(Main.class, "sync", "jobs/quickstart.yaml"))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).as(said).isEqualTo(4);
    assertThat(said).contains("Applied 67 of 70").doesNotContainPattern(OTHER_DIGIT);
    try (Stream<Path> written = Files.walk(folder.resolve("reports"))) {
      assertThat(written.filter(Files::isRegularFile))
          .isNotEmpty()
          .allSatisfy(
              file -> assertThat(Files.readString(file)).doesNotContainPattern(OTHER_DIGIT));
    }
  }
}
