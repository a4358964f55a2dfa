package dev.rollcall.cli;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EventKindTest {

  @Test
  void theManualExplainsEveryEventWithItsLevel() throws IOException {
    String manual = Files.readString(Path.of("README.md"));
    String section = manual.substring(manual.indexOf("\n### Logs for programs\n"));
    List<String> rows =
        section
            .substring(0, section.indexOf("\n## "))
            .lines()
            .filter(line -> line.startsWith("| `"))
            .toList();
    Map<String, String> levels =
        rows.stream()
            .map(row -> row.split(" \\| "))
            .collect(toMap(row -> row[0].replaceAll("[|` ]", ""), row -> row[1]));

    assertThat(levels.keySet())
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(EventKind.values()).map(EventKind::key).toList());
    for (EventKind kind : EventKind.values()) {
      if (kind != EventKind.LOG) {
        assertThat(levels.get(kind.key())).startsWith(kind.level().name().toLowerCase(Locale.ROOT));
      }
    }
  }
}
