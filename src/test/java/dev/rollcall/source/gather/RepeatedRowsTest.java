package dev.rollcall.source.gather;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.model.Origin;
import dev.rollcall.model.Place;
import java.util.List;
import org.junit.jupiter.api.Test;

class RepeatedRowsTest {

  private final RepeatedRows repeated = new RepeatedRows();

  @Test
  void areToldOnceASourceWithTheirNumberAndTheFirstPlaces() {
    Place hr = Place.ofLines("hr.csv");
    List.of(19, 7, 4, 12, 9).forEach(row -> repeated.add(new Origin(hr, row, -1)));
    repeated.add(new Origin(Place.ofLines("contractors.csv"), 3, -1));

    assertThat(repeated.remarks())
        .extracting(Remark::detail)
        .containsExactly(
            "5 rows say what an earlier row of the same person says already: hr.csv:4, 7, 9 …",
            "1 row says what an earlier row of the same person says already: contractors.csv:3");
  }

  @Test
  void areNotToldWhereThereAreNone() {
    assertThat(repeated.remarks()).isEmpty();
  }
}
