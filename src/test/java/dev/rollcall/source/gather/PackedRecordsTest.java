package dev.rollcall.source.gather;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.model.Attribution;
import dev.rollcall.model.Email;
import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Origin;
import dev.rollcall.model.Place;
import dev.rollcall.model.RightsColumn;
import dev.rollcall.model.Status;
import dev.rollcall.source.columns.Attributes;
import dev.rollcall.source.mapping.Claim;
import dev.rollcall.source.mapping.PersonRecord;
import dev.rollcall.source.mapping.RowClaims;
import dev.rollcall.source.mapping.Validity;
import dev.rollcall.tenant.workato.WorkatoVocabulary;
import dev.rollcall.testing.Given;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class PackedRecordsTest {

  private static final Place FILE = Place.ofLines("people.csv");
  private static final Place OTHER = Place.ofLines("more.csv");
  private static final Entitlement OPS = WorkatoVocabulary.membership("Ops");
  private static final Entitlement IT = WorkatoVocabulary.membership("IT");

  @Property(tries = 200)
  void givesEveryRecordBackAsItWas(@ForAll("records") List<PersonRecord> records) {
    PackedRecords packed = new PackedRecords();
    records.forEach(packed::add);

    assertThat(packed.size()).isEqualTo(records.size());
    for (int i = 0; i < records.size(); i++) {
      PersonRecord record = records.get(i);
      assertThat(packed.get(i)).isEqualTo(record);
      assertThat(List.copyOf(packed.get(i).claims())).isEqualTo(List.copyOf(record.claims()));
      assertThat(packed.email(i)).isEqualTo(record.email());
      assertThat(packed.source(i)).isEqualTo(record.source());
      assertThat(packed.line(i)).isEqualTo(record.line());
    }
  }

  @Test
  void keepsAttributesThatRowsOfASourceShareTheKeysOf() {
    Attributes.Keys keys = new Attributes.Keys(List.of("team", "email"), Set.of("email"));
    PackedRecords packed = new PackedRecords();
    for (String team : List.of("Red", "Blue", "")) {
      packed.add(
          record(
              "ana@example.com",
              "Ana",
              new Attributes(keys, i -> i == 0 ? team : "ana@example.com"),
              List.of()));
    }

    assertThat(packed.get(1).attributes())
        .isEqualTo(Map.of("team", "Blue", "email", "ana@example.com"));
    assertThat(packed.get(1).attributes().keySet()).containsExactly("team", "email");
    assertThat(packed.get(1).ownAttributes().keys()).isSameAs(keys);
    assertThat(packed.get(2).attributes()).containsEntry("team", "");
  }

  @Test
  void keepsTextsLargerThanAPiece() {
    PackedRecords packed = new PackedRecords();
    List<PersonRecord> records = new ArrayList<>();
    for (String text : List.of("a".repeat(100), "é".repeat(3_000_000), "漢".repeat(700_000), "b")) {
      records.add(record("ana@example.com", text, Map.of("x", text), List.of()));
    }
    records.forEach(packed::add);

    for (int i = 0; i < records.size(); i++) {
      assertThat(packed.get(i).equals(records.get(i))).as("record " + i).isTrue();
    }
  }

  @Test
  void keepsTheCellsOfClaimsFromSeveralRows() {
    List<Claim> claims =
        List.of(
            new Claim(OPS, Attribution.cell(new Origin(FILE, 7, 2))),
            new Claim(IT, Attribution.cell(new Origin(OTHER, 3, 1))));
    PackedRecords packed = new PackedRecords();

    packed.add(record("ana@example.com", "Ana", Map.of(), claims));
    packed.add(record("bo@example.com", "Bo", Map.of(), claimsOf(7)));

    assertThat(packed.get(0).claims()).isEqualTo(claims);
    assertThat(packed.get(1).claims().get(1).because().origin()).isEqualTo(new Origin(FILE, 7, 1));
  }

  @Provide
  Arbitrary<List<PersonRecord>> records() {
    Arbitrary<String> texts =
        Arbitraries.strings()
            .withChars("ab \u0000\u007Fé\u00FF\u0100漢\uD83D\uDE00\uD800")
            .ofMaxLength(200);
    Arbitrary<String> addresses = Arbitraries.of("ana@example.com", "zoë@example.org", "漢@x.net");
    Arbitrary<Map<String, String>> attributes =
        Arbitraries.maps(
                Arbitraries.of("a", "b", "employee-id"),
                Arbitraries.oneOf(texts, Arbitraries.of("ana@example.com", "")))
            .ofMaxSize(3);
    Arbitrary<List<Claim>> claims =
        Arbitraries.of(
            List.of(),
            claimsOf(7),
            List.of(new Claim(OPS, Attribution.cell(new Origin(OTHER, 9, 0)))));
    return Combinators.combine(addresses, texts, attributes, claims)
        .as(PackedRecordsTest::record)
        .flatMap(
            record ->
                Combinators.combine(
                        Arbitraries.of("hr", "contractors"),
                        Arbitraries.of(Status.class),
                        Arbitraries.integers().between(-1, 300),
                        Arbitraries.of(
                            Validity.ALWAYS,
                            Validity.until(LocalDate.of(2026, 1, 31), 4),
                            Validity.until(LocalDate.of(2026, 2, 28), 4)))
                    .as(
                        (source, status, column, validity) ->
                            with(record, source, status, column, validity)))
        .list()
        .ofMaxSize(40);
  }

  /** As a mapper makes them: within one row. */
  private static List<Claim> claimsOf(int line) {
    return RowClaims.Pattern.of(
            List.of(
                new Claim(OPS, Attribution.cell(new Origin(FILE, 1, 2))),
                new Claim(IT, Attribution.cell(new Origin(FILE, 1, 1)))))
        .in(FILE, line);
  }

  private static PersonRecord record(
      String address, String name, Map<String, String> attributes, List<Claim> claims) {
    return Given.person(
        "hr",
        new Email(address),
        name,
        Status.ACTIVE,
        attributes,
        Set.of(RightsColumn.GROUPS),
        claims,
        new Origin(FILE, 7, -1),
        new Origin(FILE, 7, 3));
  }

  private static PersonRecord with(
      PersonRecord record, String source, Status status, int statusColumn, Validity validity) {
    return new PersonRecord(
        source,
        record.email(),
        record.name(),
        record.givenName(),
        record.familyName(),
        status,
        record.attributes(),
        record.columns(),
        record.claims(),
        record.place(),
        record.line(),
        statusColumn,
        validity);
  }
}
