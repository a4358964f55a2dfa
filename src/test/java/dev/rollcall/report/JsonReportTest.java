package dev.rollcall.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.rollcall.testing.Reports;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JsonReportTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  static Stream<RunReport> reports() {
    return Stream.of(
        Reports.dryRun(),
        Reports.applied(),
        Reports.troubled(),
        Reports.hostile(),
        Reports.big(0),
        Reports.big(30));
  }

  @ParameterizedTest
  @MethodSource("reports")
  void everyReportFitsTheSchema(RunReport report) throws IOException {
    assertThat(schema().validate(Written.by(new JsonReport(), report), InputFormat.JSON)).isEmpty();
  }

  @Test
  void theSchemaNoticesWhatIsMissingOrMisspelt() throws IOException {
    String text = Written.by(new JsonReport(), Reports.applied());

    assertThat(schema().validate(text.replace("\"applied\"", "\"aplied\""), InputFormat.JSON))
        .isNotEmpty();
    assertThat(schema().validate("{}", InputFormat.JSON)).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("reports")
  void plannedIsTheSumOfAllStates(RunReport report) {
    JsonNode root = JSON.readTree(Written.by(new JsonReport(), report));
    JsonNode operations = root.path("summary").path("operations");
    int sum = operations.path("by_state").values().stream().mapToInt(JsonNode::asInt).sum();

    assertThat(sum)
        .isEqualTo(operations.path("planned").asInt())
        .isEqualTo(root.path("operations").size());
  }

  @Test
  void anOperationTellsBeforeAfterAndWhy() {
    JsonNode root = JSON.readTree(Written.by(new JsonReport(), Reports.troubled()));

    assertThat(root.path("operations").get(4))
        .isEqualTo(
            JSON.readTree(
                """
                {
                  "sequence": 5,
                  "stage": "additions",
                  "kind": "set",
                  "subject": { "type": "person", "name": "kim.lee@example.com" },
                  "summary": "dev Analyst -> Operator",
                  "before": [ { "kind": "environment", "path": ["dev"], "level": "Analyst" } ],
                  "after": [ { "kind": "environment", "path": ["dev"], "level": "Operator" } ],
                  "reason": "mover",
                  "origin": "people.csv:21 (DEV role)",
                  "rule": "",
                  "note": "",
                  "state": "applied",
                  "verification": "differs",
                  "attempts": 1,
                  "message": "still dev Analyst",
                  "sent_at": "2026-11-22T03:31:21Z",
                  "changed_at": "2026-11-22T03:31:22Z"
                }
                """));
  }

  @Test
  void factsComeBackFromTheJournalAsTheyWere() {
    RunFacts facts = Reports.troubled().facts();

    assertThat(RunFacts.fromJson(facts.toJson())).isEqualTo(facts);
    assertThat(RunFacts.fromJson(Reports.hostile().facts().toJson()))
        .isEqualTo(Reports.hostile().facts());
  }

  @Test
  void thousandsOfOperationsAreWrittenAsTheyCome() throws IOException {
    Longest longest = new Longest();

    new JsonReport().write(Reports.big(20_000), longest);

    assertThat(longest.total).isGreaterThan(10_000_000);
    assertThat(longest.longest).isLessThan(100_000);
  }

  private static Schema schema() throws IOException {
    try (InputStream in = JsonReport.class.getResourceAsStream("report.schema.json")) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(in, InputFormat.JSON);
    }
  }

  /** Forgets what it is given, but not how much came at once. */
  static final class Longest extends Writer {
    long total;
    int longest;

    @Override
    public void write(char[] buffer, int offset, int length) {
      total += length;
      longest = Math.max(longest, length);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
      throw new IllegalStateException("the writer is not the report's to close");
    }
  }
}
