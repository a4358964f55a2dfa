package dev.rollcall.source.columns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HeaderSearchTest {

  private static final List<String> TITLE = List.of("Active people, by e-mail");
  private static final List<String> BLANK = List.of("", "");
  private static final List<String> HEADER = List.of("Name", "Work E-mail", "Status");
  private static final List<String> ROW = List.of("Ana", "ana@example.com", "Active");

  @Test
  void findsTheHeaderBelowATitleAndABlankLine() {
    assertThat(HeaderSearch.usual().find(List.of(TITLE, BLANK, HEADER, ROW))).hasValue(2);
  }

  @Test
  void findsNoHeaderWhereNoRowNamesAnAddress() {
    assertThat(HeaderSearch.usual().find(List.of(TITLE, BLANK, List.of("Name", "Team"), ROW)))
        .isEmpty();
  }

  @Test
  void takesTheHeadersTheJobFileNamesForTheHeader() {
    HeaderSearch search =
        HeaderSearch.naming(
            List.of(ColumnSpec.of("Kontakt"), ColumnSpec.of("{Vorname} {Nachname}")));

    assertThat(
            search.find(
                List.of(
                    List.of("Kontakt"),
                    List.of("Vorname", "Nachname", "Kontakt"),
                    List.of("Ana", "Gil", "ana@example.com"))))
        .hasValue(1);
  }

  @Test
  void findsAHeaderNobodyKnowsByTheAddressesBelowIt() {
    assertThat(
            HeaderSearch.usual()
                .find(
                    List.of(
                        List.of("Employee list - Q4"),
                        List.of("Staff no", "Wer", "Kontakt", "Weg am"),
                        List.of("17", "Ana Gil", "ana@example.com", "2024-03-31"))))
        .hasValue(1);
    assertThat(
            HeaderSearch.usual()
                .find(
                    List.of(
                        List.of("Employee list - Q4"),
                        List.of("17", "Ana Gil", "ana@example.com"))))
        .isEmpty();
  }

  @Test
  void neverTakesARowWithAnAddressForTheHeader() {
    assertThat(HeaderSearch.usual().recognises(List.of("Email", "ana@example.com"))).isFalse();
  }
}
