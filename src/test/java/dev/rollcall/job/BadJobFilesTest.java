package dev.rollcall.job;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each file under jobs/bad is a test case; what is said of it stands beside it. With {@code
 * -Drollcall.accept=true} that is written anew, to be looked at before it is committed.
 */
class BadJobFilesTest {

  private static final String PREFIX = "src/test/resources/jobs/bad/";

  static Stream<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(JobFiles.FOLDER.resolve("bad"))) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void saysEverythingThatIsWrong(Path file) throws IOException {
    List<String> problems =
        JobFiles.problems(file).stream().map(each -> each.replace(PREFIX, "")).toList();

    Path expected = Path.of(file.toString().replace(".yaml", ".txt"));
    if (Boolean.getBoolean("rollcall.accept")) {
      Files.write(expected, problems, UTF_8);
    }
    assertThat(problems).containsExactlyElementsOf(Files.readAllLines(expected, UTF_8));
    assertThat(String.join("\n", problems)).doesNotContain("hush", "Exception", "snakeyaml", "{}");
  }
}
