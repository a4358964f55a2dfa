package dev.rollcall.source.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.model.Place;
import dev.rollcall.model.Problem;
import dev.rollcall.source.Row;
import dev.rollcall.source.columns.StatusWords;
import dev.rollcall.testing.Given;
import dev.rollcall.testing.WorkatoTerms;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The line that counts or signs at the end of a table is nobody; a person is somebody. */
class FooterRowsTest {

  private static final String USUAL = "Email|Name|Status|Department|role.dev";
  private static final String WITH_ID = "Employee ID|Name|Email|Status|Department|Notes";
  private static final String ANA = "ana@example.com|Ana|Active|Sales|Member";

  /** Where the second row stands: the third line, unless blank lines come before. */
  private int firstLine = 3;

  private final List<String> people = new ArrayList<>();
  private final List<String> closing = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "5 records found||||",
        "5 records found",
        "(5 rows)",
        "5 row(s) affected",
        "Total||||",
        "Total|5|||",
        "Total:|||5|",
        "Total: 5",
        "Grand Total||||120",
        "TOTALS|||12|34",
        "|||Total|5",
        "|||Total users: 5|",
        "5|records found|||",
        "Total|employees|120||",
        "Summe|||5|",
        "Summe: 5 Mitarbeiter",
        "Anzahl Datensätze: 5",
        "5 Einträge gefunden",
        "Total : 5 personnes",
        "Nombre d'enregistrements : 5",
        "Total de registros: 5",
        "5 resultados",
        "Totale: 5 dipendenti",
        "Aantal: 5",
        "Razem|5|||",
        "Liczba rekordów: 5",
        "I alt: 5",
        "Summa: 5",
        "Yhteensä 5",
        "Toplam: 5 kayıt",
        "Итого: 5",
        "Всего записей: 5",
        "合计|5|||",
        "共 5 条记录",
        "合計: 5件",
        "総件数 5",
        "합계: 5명",
        "총 5명",
        "المجموع: 5",
        "-- end of report --",
        "*** End of File ***",
        "<EOF>",
        "END",
        "Ende der Liste",
        "Fin du rapport",
        "Fin del informe",
        "Конец отчета",
        "以上",
        "끝",
        "Page 1 of 1",
        "Seite 1 von 3",
        "-----|-----|-----|-----|-----",
        "=========",
        "Printed by Jane Doe on 2026-11-29",
        "Printed by: jane@example.com",
        "Printed by|Jane Doe|2026-11-29||",
        "Generated on 29/11/2026 10:15",
        "Report run: 2026-11-29",
        "Erstellt am 29.11.2026 von Jana Roth",
        "Imprimé le 29/11/2026",
        "Generado el 29/11/2026",
        "Gerado por: Rui",
        "Wydrukowano: 29.11.2026",
        "Сформировано 29.11.2026",
        "导出时间:2026-11-29 10:00",
        "作成日時: 2026/11/29",
        "Confidential",
        "© 2026 Example Corp. All rights reserved",
        "* Contractors are not listed in this file",
        "5||||",
        "|||Sales and Marketing only|",
        "|||12|5",
        "n.b. figures of last month||||",
        "For questions write to hr@example.com||||",
        "Contact: Jane Doe <hr@example.com>||||",
        "Questions? hr@example.com||||",
        "Date: 29 November 2026||||",
        "Signature: ____________||||"
      })
  void takesTheLastLineForNobody(String line) {
    read(USUAL, ANA, line);

    assertThat(problems).as(line).isEmpty();
    assertThat(closing).hasSize(1);
    assertThat(people).containsExactly("ana@example.com");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "|Maria Gonzalez|||",
        "|Larry Page|Active|Sales|",
        "|Page|||",
        "|Michael Ende|||Member",
        "Jane Doe||||",
        "jdoe||||",
        "jane example.com||||",
        "jane (at) example.com||||",
        "||Active||",
        "||||Member",
        "||Active|Sales|Member",
        "||Active|Plant|",
        "n/a|Jo Roe|Active||",
        "bob@|||||",
        "山田太郎||||",
        "|山田太郎|||",
        "Jane Doe <jane@example.com>,||Actve||"
      })
  void takesWhoeverMayBeAPersonForAProblem(String line) {
    read(USUAL, ANA, line);

    assertThat(closing).as(line).isEmpty();
    assertThat(problems).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Total|5||||; true",
        "Total: 5|||||; true",
        "5 employees|||||; true",
        "Summe|||||5; true",
        "1007||||Sales|; false",
        "1007|||||End of year; false",
        "1007|||||Total; false",
        "1007|||||; false",
        "|Ana Total||||; false"
      })
  void believesAnEmployeeIdThatNothingComesBefore(String line, boolean closes) {
    read(WITH_ID, "1|Ana|ana@example.com|Active|Sales|", line);

    assertThat(closing).as(line).hasSize(closes ? 1 : 0);
    assertThat(problems.isEmpty()).isEqualTo(closes);
  }

  @Test
  void takesAllTheLastLines() {
    read(USUAL, ANA, "Total|1|||", "-----", "Printed by Jane Doe");

    assertThat(closing).containsExactly("Total 1", "-----", "Printed by Jane Doe");
    assertThat(problems).isEmpty();
  }

  @Test
  void takesANameBelowOthersOfTheLastLinesForASignature() {
    read(USUAL, ANA, "Copyright 2026. All rights reserved.", "Example, Inc.", "Jane Doe");

    assertThat(closing).hasSize(3);
    assertThat(problems).isEmpty();
  }

  @Test
  void takesANameBelowABlankLineForASignature() {
    firstLine = 5;

    read(USUAL, ANA, "Jane Doe||||", "Head of Personnel");

    assertThat(closing).hasSize(2);
    assertThat(problems).isEmpty();
  }

  @Test
  void takesANameAmongNamesForASignatureWhereOtherLinesCloseTheTable() {
    firstLine = 5;

    read(
        "Name|Email|Title|Active",
        "Ana|ana@example.com|Clerk|1",
        "Staff Report",
        "Copyright 2026 Example, Inc.",
        "Confidential Information - Do Not Distribute",
        "Generated By:  Jane Doe  9/6/2026 7:50 AM",
        "Example Corp");

    assertThat(closing).hasSize(5);
    assertThat(problems).isEmpty();
  }

  @Test
  void takesANameAmongNamesForAPersonWhereNothingElseClosesTheTable() {
    firstLine = 5;

    read("Name|Email|Title|Active", "Ana|ana@example.com|Clerk|1", "Jane Doe|||");

    assertThat(closing).isEmpty();
    assertThat(problems).isNotEmpty();
  }

  @Test
  void doesNotTakeALineBreakInACellForABlankLine() {
    firstLine = 4;

    read(USUAL, "ana@example.com|Ana|Active|Sales\n\nNorth|Member", "Jane Doe||||");

    assertThat(closing).isEmpty();
    assertThat(problems).isNotEmpty();
  }

  @Test
  void takesALineInTheMiddleForAProblem() {
    read(USUAL, ANA, "Total Sales|1|||", "5 records found", "bob@example.com|Bob|Active|Ops|");

    assertThat(closing).isEmpty();
    assertThat(problems).hasSizeGreaterThanOrEqualTo(2);
    assertThat(people).hasSize(2);
  }

  @Test
  void doesNotTakeAWholeStaffForTheEndOfATable() {
    String[] rows = new String[12];
    Arrays.fill(rows, "|||Plant|");
    rows[0] = ANA;

    read(USUAL, rows);

    assertThat(closing).isEmpty();
    assertThat(problems).hasSize(22);
  }

  @Test
  void knowsNoEndOfAQuery() {
    read(new Place("hr", Place.Style.ROW, List.of(USUAL.split("\\|"))), ANA, "5 records found||||");

    assertThat(closing).isEmpty();
    assertThat(problems).isNotEmpty();
  }

  private void read(String header, String... lines) {
    read(new Place("people.csv", Place.Style.LINE, List.of(header.split("\\|"))), lines);
  }

  private void read(Place place, String... lines) {
    RowMapper mapper =
        RowMapper.of(
            Given.mapping(
                "hr",
                Map.of(),
                StatusWords.USUAL,
                LocalDate.of(2026, 7, 1),
                WorkatoTerms.destination("dev")),
            place);
    for (int i = 0; i < lines.length; i++) {
      int line = i == 0 ? 2 : i - 1 + firstLine;
      keep(mapper.map(new Row(line, Arrays.asList(lines[i].split("\\|", -1)))));
    }
    mapper.settle().forEach(row -> keep(mapper.map(row)));
  }

  private void keep(MappedRow mapped) {
    mapped.fold(
        person -> people.add(person.email().address()),
        reject -> problems.addAll(reject.problems()),
        leftOut -> closing.add(leftOut.detail()),
        later -> false);
  }
}
