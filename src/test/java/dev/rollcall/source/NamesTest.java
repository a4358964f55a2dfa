package dev.rollcall.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.model.Place;
import dev.rollcall.source.columns.MappingSettings;
import dev.rollcall.source.columns.StatusWords;
import dev.rollcall.source.mapping.MappedRow;
import dev.rollcall.source.mapping.PersonRecord;
import dev.rollcall.source.mapping.RowMapper;
import dev.rollcall.testing.Given;
import dev.rollcall.testing.WorkatoTerms;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names in two columns, in the languages of offices. */
class NamesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '/',
      value = {
        "First Name | Last Name / Ana | Gil / Ana Gil",
        "Vorname | Nachname / Ana | Gil / Ana Gil",
        "Vorname | Name / Ana | Gil / Ana Gil",
        "Nom | Prénom / Gil | Ana / Ana Gil",
        "Nombre | Apellidos / Ana | Gil Roy / Ana Gil Roy",
        "Nome | Sobrenome / Ana | Gil / Ana Gil",
        "Nome | Cognome / Ana | Gil / Ana Gil",
        "Voornaam | Achternaam / Ana | Gil / Ana Gil",
        "Imię | Nazwisko / Ana | Gil / Ana Gil",
        "Fornavn | Etternavn / Ana | Gil / Ana Gil",
        "Förnamn | Efternamn / Ana | Gil / Ana Gil",
        "Etunimi | Sukunimi / Ana | Gil / Ana Gil",
        "Имя | Фамилия / Анна | Гил / Анна Гил",
        "姓 | 名 / 王 | 伟 / 王伟",
        "givenName | sn / Ana | Gil / Ana Gil",
        "Given name | Surname / Ana | Gil / Ana Gil",
        "Name | First Name / Ana Gil | Ana / Ana Gil",
        "Student First Name | Student Last Name / Ana | Gil / Ana Gil",
      })
  void areFound(String headers, String cells, String name) {
    Place place = new Place("hr.csv", Place.Style.LINE, split("Email | " + headers));
    MappingSettings mapping =
        Given.mapping(
            "hr",
            Map.of(),
            StatusWords.USUAL,
            LocalDate.of(2026, 7, 1),
            WorkatoTerms.destination());
    MappedRow mapped =
        RowMapper.of(mapping, place).map(new Row(2, split("jane@example.com | " + cells)));

    assertThat(
            mapped.<String>fold(
                PersonRecord::name, reject -> "rejected", leftOut -> "later", later -> "later"))
        .isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Ana Gil <ana@example.com> | ana@example.com | Ana Gil",
        "'\"Gil, Ana\" <ana@example.com>' | ana@example.com | Gil, Ana",
        "<ana@example.com> | ana@example.com | ''",
        "mailto:ana@example.com?subject=x | ana@example.com | ''",
        "ana@example.com; | ana@example.com | ''",
        "Ana Gil (ana@example.com) | ana@example.com | ''",
        "[ana@example.com](mailto:ana@example.com) | ana@example.com | ''",
        "SMTP:ana@example.com | ana@example.com | ''",
        "ana@example.com bo@example.com | rejected | ''",
        "Ana <ana@example.com>; Bo <bo@example.com> | rejected | ''",
      })
  void areReadBesideAnAddressToo(String cell, String address, String name) {
    Place place = new Place("hr.csv", Place.Style.LINE, List.of("Email"));
    MappingSettings mapping =
        Given.mapping(
            "hr",
            Map.of(),
            StatusWords.USUAL,
            LocalDate.of(2026, 7, 1),
            WorkatoTerms.destination());
    MappedRow mapped = RowMapper.of(mapping, place).map(new Row(2, List.of(cell)));

    assertThat(
            mapped.<String>fold(
                person -> person.email().address() + " " + person.name(),
                reject -> "rejected ",
                leftOut -> "later",
                later -> "later"))
        .isEqualTo(address + " " + name);
  }

  private static List<String> split(String cells) {
    return Arrays.stream(cells.split("\\|")).map(String::strip).toList();
  }
}
