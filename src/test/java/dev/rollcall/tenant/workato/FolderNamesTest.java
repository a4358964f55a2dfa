package dev.rollcall.tenant.workato;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.tenant.workato.payload.FolderRow;
import dev.rollcall.tenant.workato.payload.Id;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FolderNamesTest {

  private static final Environment DEV = new Environment("dev");
  private static final Environment PROD = new Environment("prod");

  /** By what is around them, 0 for the top: 10 Billing (11 Old (12 Older)), 20 Close. */
  private static final Map<Long, List<FolderRow>> BELOW =
      Map.of(
          0L, List.of(folder(10, "Billing"), folder(20, "Close")),
          10L, List.of(folder(11, "Old")),
          11L, List.of(folder(12, "Older")));

  private final List<String> asked = new ArrayList<>();

  private static FolderRow folder(long id, String name) {
    return new FolderRow(Id.of(id), name);
  }

  private List<FolderRow> below(Environment environment, Id parent) {
    asked.add(environment + " " + parent);
    long key = parent.exists() ? Long.parseLong(parent.text()) : 0;
    return BELOW.getOrDefault(key, List.of());
  }

  private final FolderNames names = new FolderNames(this::below, List.of(DEV));

  @Test
  void aFolderIsNamedWithThoseAroundIt() {
    assertThat(names.of(DEV, List.of("20", "12", "11")))
        .containsExactly("Close", "Billing / Old / Older", "Billing / Old");
  }

  @Test
  void looksNoFurtherThanItTakes() {
    assertThat(names.of(DEV, List.of())).isEmpty();
    assertThat(asked).isEmpty();

    assertThat(names.of(DEV, List.of("10"))).containsExactly("Billing");
    assertThat(names.of(DEV, List.of("20", "10"))).containsExactly("Close", "Billing");
    assertThat(asked).containsExactly("dev ");

    assertThat(names.of(DEV, List.of("11"))).containsExactly("Billing / Old");
    assertThat(asked).containsExactly("dev ", "dev 10");
  }

  @Test
  void whatIsNotThereOrCannotBeAskedAboutGoesByItsId() {
    assertThat(names.of(DEV, List.of("99", "20"))).containsExactly("folder 99", "Close");
    assertThat(names.of(PROD, List.of("20"))).containsExactly("folder 20");
    assertThat(asked).noneMatch(each -> each.startsWith("prod"));
  }

  @Test
  void neitherACircleNorEndlessFoldersKeepItBusy() {
    List<String> circle = new ArrayList<>();
    FolderNames round =
        new FolderNames(
            (environment, parent) -> {
              circle.add(parent.text());
              return List.of(folder(1, "One"), folder(2, "Two"));
            },
            List.of(DEV));
    List<String> endless = new ArrayList<>();
    FolderNames deep =
        new FolderNames(
            (environment, parent) -> {
              endless.add(parent.text());
              return IntStream.range(0, 3)
                  .mapToObj(i -> folder(10L * endless.size() + i, "F"))
                  .toList();
            },
            List.of(DEV));

    assertThat(round.of(DEV, List.of("7"))).containsExactly("folder 7");
    assertThat(deep.of(DEV, List.of("7"))).containsExactly("folder 7");

    assertThat(circle).containsExactly("", "1", "2");
    assertThat(endless).hasSize(FolderNames.MOST_LISTS);
  }
}
