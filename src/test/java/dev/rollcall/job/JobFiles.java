package dev.rollcall.job;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rollcall.job.spec.JobFile;
import dev.rollcall.job.yaml.ReferenceSources;
import dev.rollcall.model.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Job files of the tests, read in surroundings that are made up. */
public final class JobFiles {

  static final Path FOLDER = Path.of("src/test/resources/jobs");
  static final Path SMALLEST = FOLDER.resolve("smallest.yaml");

  private static final Map<String, String> VARIABLES =
      Map.of(
          "TOKEN", "hush-token",
          "WHO", "hush-address",
          "CONTRACTORS_PASSWORD", "hush-contractors",
          "WORKATO_TOKEN_DEV", "hush-dev",
          "WORKATO_TOKEN_PROD", "hush-prod");

  private JobFiles() {}

  static ReferenceSources surroundings(Map<String, String> variables) {
    return new ReferenceSources(variables, JobFiles::file);
  }

  public static JobFileReader reader() {
    return new JobFileReader(surroundings(VARIABLES));
  }

  public static JobFile read(Path file, String... overrides) {
    return reader().read(file, List.of(overrides)).file();
  }

  static List<String> problems(Path file, String... overrides) {
    return catchThrowableOfType(InvalidJobFile.class, () -> reader().read(file, List.of(overrides)))
        .problems()
        .stream()
        .map(Problem::toString)
        .toList();
  }

  public static Path write(Path folder, String yaml) {
    try {
      return Files.writeString(folder.resolve("job.yaml"), yaml);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String file(Path path) throws IOException {
    if (path.equals(Path.of("/run/secrets/hr"))) {
      return "hush-hr\r\n\n";
    }
    throw new NoSuchFileException(path.toString());
  }
}
