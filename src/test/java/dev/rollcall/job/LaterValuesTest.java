package dev.rollcall.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A column that tells only far down what it is about is mentioned all the same. */
class LaterValuesTest {

  @TempDir Path folder;

  @Test
  void looksAtEveryNewValueOfAColumnThatNothingReads() {
    ReadRosters rosters = new ReadRosters(folder);
    List<String> rows = new ArrayList<>(List.of("Email,Bucket,Marker,Comment"));
    for (int i = 0; i < 1_500; i++) {
      boolean isLast = i > 1_400;
      rows.add(
          "p%d~,%s,%s,note %d"
              .formatted(i, isLast ? "Terminated" : "Active", isLast ? "2026-01-15" : "", i));
    }
    rosters.file("people.csv", rows.toArray(String[]::new));

    assertThat(rosters.read("name: hr, path: people.csv").remarks())
        .contains(
            "people.csv: not read: \"Bucket\" (may be the status: Active 1000, Terminated 1),"
                + " \"Marker\" (may be the last day: dates, all in the past), \"Comment\"");
  }

  @Test
  void doesNotTakeTheLastLinesForWhatAColumnHolds() {
    ReadRosters rosters = new ReadRosters(folder);
    rosters.file(
        "people.csv", "Wohin,Name,Team", "ana~,Ana,A", "bob~,Bob,B", "Summe,,", "Stand: heute,,");

    assertThat(
            rosters
                .read("name: hr, path: people.csv, columns: { email: Wohin, name: Name }")
                .people())
        .containsExactly("ana", "bob");
  }
}
