package dev.rollcall.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrongSeparatorsTest {

  private static final WrongSeparators LISTS =
      new WrongSeparators(
          List.of("Finance", "Ops", "Press, Publishing and Social Media", "R&D / Lab"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {
        "Finance,Ops > Finance; Ops",
        "Finance | Ops > Finance; Ops",
        "finance , OPS > Finance; Ops",
        "Finance, Opps > Finance; Ops",
        "Ops, Press, Publishing and Social Media, Finance > Ops; Press, Publishing and Social Media; Finance",
        "Ops / R&D / Lab > Ops; R&D / Lab",
        "Finance， Ops > Finance; Ops",
        "Finance, Legal counsel >",
        "Fynance, Opps >",
        "Finance >",
        "Finance, >",
        "a text, with | many / signs >"
      })
  void theNamesThatAreKnownTellWhetherItIsAList(String text, String listed) {
    assertThat(LISTS.names(text).map(names -> String.join("; ", names)))
        .isEqualTo(Optional.ofNullable(listed));
  }

  @ParameterizedTest
  @CsvSource({"5000", "100000"})
  void aLongTextOfCommasIsNoList(int commas) {
    assertThat(LISTS.names("Ops,".repeat(commas))).isEmpty();
  }
}
