package dev.rollcall.planning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.job.JobFiles;
import dev.rollcall.model.Problem;
import dev.rollcall.source.Reject;
import dev.rollcall.source.Row;
import dev.rollcall.testing.Given;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RejectsWriterTest {

  private static final String JOB =
      """
      name: mixed
      sources:
        - { name: hr, type: csv, path: people.csv }
        - { name: a-b, type: excel, path: gone.xlsx }
      target: { type: sandbox }
      """;

  @TempDir private Path folder;

  @Test
  void writesNothingWhereNothingIsRejected() throws IOException {
    assertThat(handBack().write(List.of())).isEmpty();
  }

  @Test
  void givesEachSourceAFileOfItsOwnInItsOwnForm() throws IOException {
    assertThat(handBack().write(List.of(reject("hr"), reject("a-b"))))
        .containsExactly(folder.resolve("rejects-a-b.xlsx"), folder.resolve("rejects-hr.csv"));
    assertThat(handBack().write(List.of(reject("a-b"))))
        .containsExactly(folder.resolve("rejects.xlsx"));
    assertThat(handBack().write(List.of(reject("hr"))))
        .containsExactly(folder.resolve("rejects.csv"));
  }

  private RejectsWriter handBack() throws IOException {
    Path job = Files.writeString(folder.resolve("job.yaml"), JOB);
    return new RejectsWriter(folder, JobFiles.reader().read(job, List.of()).file());
  }

  private static Reject reject(String source) {
    return Given.reject(
        source,
        List.of("Email"),
        new Row(3, List.of("x")),
        Optional.empty(),
        List.of(new Problem("x:3", "is wrong", "")));
  }
}
