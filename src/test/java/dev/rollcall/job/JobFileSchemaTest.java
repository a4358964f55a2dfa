package dev.rollcall.job;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JobFileSchemaTest {

  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(JobFileSchema.json(), InputFormat.JSON);

  private static List<String> complaints(Path file) throws IOException {
    return SCHEMA.validate(Files.readString(file), InputFormat.YAML).stream()
        .map(Object::toString)
        .toList();
  }

  @Test
  void acceptsTheDocumentedExample() throws IOException {
    assertThat(complaints(JobFiles.FOLDER.resolve("nightly.yaml"))).isEmpty();
    assertThat(complaints(JobFiles.SMALLEST)).isEmpty();
  }

  @Test
  void acceptsTheJobFilesThatAreDelivered() throws IOException {
    for (String name : List.of("quickstart.yaml", "quickstart-http.yaml")) {
      assertThat(complaints(Path.of("jobs", name))).as(name).isEmpty();
      assertThat(JobFiles.reader().read(Path.of("jobs", name), List.of()).warnings()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "unknown-keys",
        "everything-at-once",
        "missing-values",
        "wrong-kinds",
        "durations",
        "percentages",
        "a-list",
        "columns"
      })
  void refusesBadFiles(String name) throws IOException {
    assertThat(complaints(JobFiles.FOLDER.resolve("bad/" + name + ".yaml"))).isNotEmpty();
  }

  @Test
  void isWrittenByTheBuild() throws IOException {
    try (var written = JobFileSchema.class.getResourceAsStream("/" + JobFileSchema.RESOURCE)) {
      assertThat(written).as("the schema on the class path").isNotNull();
      assertThat(new String(written.readAllBytes(), UTF_8)).isEqualTo(JobFileSchema.json());
    }
  }

  @Test
  void listsEveryKeyForTheManual() {
    assertThat(JobFileSchema.markdown())
        .contains(
            "| `safety.removals` | `{ share: 10%, count: 25 }` |",
            "| `sources[].on-conflict` | `problem` |",
            "| `rules[].grant.roles` | `{}` |",
            "| `groups.*.projects[].role` | required |",
            "| `target.type: workato` |",
            "| `target.managed-users.id` | required |");
  }
}
