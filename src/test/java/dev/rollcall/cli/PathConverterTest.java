package dev.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.testing.JavaCommand;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Paths that cannot be. */
class PathConverterTest {

  @TempDir Path folder;

  @Test
  void aPathThatTheLanguageOfTheProcessCannotWriteIsNoBug() throws Exception {
    String job = Files.readString(Path.of("jobs/quickstart.yaml"));
    Files.writeString(folder.resolve("job.yaml"), job.replace("../.rollcall/runs", "räpo/runs"));
    ProcessBuilder builder =
        new ProcessBuilder(JavaCommand.with().of(Main.class, "validate", "job.yaml"))
            .directory(folder.toFile())
            .redirectErrorStream(true);
    builder.environment().put("LC_ALL", "C");

    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).as(said).isEqualTo(5);
    assertThat(said).contains("räpo").contains("set LC_ALL=C.UTF-8").doesNotContain("Exception");
  }

  @Test
  void whatArrivedSpoiledIsSaidToBeOfAnotherLanguage() {
    assertThat(PathConverter.words(new InvalidPathException("p\uFFFD\uFFFD.json", "Malformed")))
        .startsWith("\"p\uFFFD\uFFFD.json\" has characters")
        .endsWith("set LC_ALL=C.UTF-8");
    assertThat(PathConverter.words(new InvalidPathException("a\0b", "Nul character not allowed")))
        .contains("is no path that can be used here (Nul character not allowed)");
  }
}
