package dev.rollcall.source.columns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.model.Email;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The addresses that cells hold, alone or with something around them. */
class AddressesTest {

  @ParameterizedTest
  @CsvSource({
    "ana@example.com, ana@example.com",
    "<Ana@example.com>, ana@example.com",
    "Ana Silva <ana@example.com>, ana@example.com",
    "mailto:ana@example.com?subject=Hello, ana@example.com",
    "ana@example\u3002com, ana@example.com",
    "ana@b\u00FCro.example, ana@xn--bro-hoa.example",
    "ana@b\u00FCro\u3002example, ana@xn--bro-hoa.example"
  })
  void areFound(String cell, String address) {
    assertThat(Addresses.in(cell)).contains(Email.parse(address));
    assertThat(Addresses.looksLikeOne(cell)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ana",
        "Close@prod = Project operator",
        "Close@prod=Builder; v1.2@dev=Builder",
        "ana.silva@localhost",
        "@",
        "@.",
        "<ana@example>",
        "ana@example.com, ben@example.com"
      })
  void areNotFoundWhereThereIsNoneOrMoreThanOne(String cell) {
    assertThat(Addresses.in(cell)).isEmpty();
    assertThat(Addresses.isReadable(cell)).isFalse();
  }
}
