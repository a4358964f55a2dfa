package dev.rollcall.cli;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.docs.Manual;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EventKindTest {

  @Test
  void theManualExplainsEveryEventWithItsLevel() {
    List<String> rows =
        Manual.page("commands.md")
            .section("Logs for programs")
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
