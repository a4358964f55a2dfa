package dev.rollcall.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.testing.Reports;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

class OperationsCsvTest {

  @Test
  void writesOneRowAnOperationWhateverBecameOfIt() {
    String text = Written.by(new OperationsCsv(), Reports.troubled());

    assertThat(text)
        .startsWith(
            "run,sequence,stage,kind,subject,target,before,after,reason,origin,rule,state,"
                + "verification,attempts,message,sent_at,changed_at,note\n")
        .contains(
            "20261122-033101-7f3a,5,additions,set,kim.lee@example.com,dev,"
                + "dev Analyst,dev Operator,mover,people.csv:21 (DEV role),,applied,differs,1,"
                + "still dev Analyst,2026-11-22T03:31:21Z,2026-11-22T03:31:22Z,\n")
        .contains(",8,removals,suspend,lou.reyes@example.com,,");
    assertThat(text.lines()).hasSize(10);
  }

  @Test
  void noCellCanBeTakenForAFormula() throws IOException {
    List<CSVRecord> rows = parse(Written.by(new OperationsCsv(), Reports.hostile()));

    assertThat(rows).hasSize(3);
    assertThat(rows.get(0).get("subject")).startsWith("'=cmd");
    assertThat(rows.get(1).get("origin")).isEqualTo("'=people.csv:2");
    assertThat(rows.get(2).get("subject")).isEqualTo("'+plus@example.com");
    assertThat(rows.get(2).get("target")).isEqualTo("'@group");
    for (CSVRecord row : rows) {
      assertThat(row.toList()).noneMatch(cell -> cell.matches("(?s)[=+@\\t\\r-].*"));
    }
  }

  private static List<CSVRecord> parse(String text) throws IOException {
    try (CSVParser parser =
        CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .get()
            .parse(new StringReader(text))) {
      return parser.getRecords();
    }
  }
}
