package dev.rollcall.source.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.rollcall.source.Row;
import dev.rollcall.source.Source;
import dev.rollcall.source.UnreadableSource;
import dev.rollcall.source.columns.MappingSettings;
import dev.rollcall.source.columns.StatusWords;
import dev.rollcall.source.gather.Gathered;
import dev.rollcall.source.gather.Gathering;
import dev.rollcall.source.gather.OnConflict;
import dev.rollcall.source.mapping.RowMapper;
import dev.rollcall.testing.Given;
import dev.rollcall.testing.Mutator;
import dev.rollcall.testing.WorkatoTerms;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * Reads spoiled files. How many is said by jqwik.tries.default, which the profile fuzz raises: mvn
 * -Pfuzz test.
 */
class CsvFuzzTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final Mutator MUTATOR =
      Mutator.ofTexts(
          List.of(
              """
              Email,Name,Status,Groups,Projects,role.dev
              ana@example.com,"García, Ana",Active,Finance; Ops,Billing@dev = Builder,Member
              bo@example.com,Bo "Bob" Holm,On leave,"Ops
              Finance",,No access
              chi@example.com,池田,Terminated,,,
              """,
              """
              Active people;;
              as of 1 July;;

              Work E-mail;Start date;Dept
              ana@example.com;2020-01-02;Sales
              bo@example.com;2026-09-01;"IT; ""old"" "
              """,
              """
              version:v1.0
              Name [displayName] Required,User name [userPrincipalName] Required,\
              Block sign in (Yes/No) [accountEnabled] Required
              Ana,ana@example.com,No
              Bo,bo_example.org#EXT#@example.com,Yes
              """,
              "sep=|\r\nE-mail|Surname|Given name\r\nana@example.com|Łuk|Ána\r\nb@example.com|Q|\r\n",
              "Email\rana@example.com\rbo@example.com\r",
              """
              firstname\tlastname\temail\tcountry\tgroups\ttype\tusername\tdomain
              Ana\tGil\tana@example.com\tUS\t"A,B"
              """));

  private static Path file;

  @BeforeContainer
  static void makeFile() throws IOException {
    file = Files.createTempFile("rollcall-fuzz", ".csv");
  }

  @AfterContainer
  static void deleteFile() throws IOException {
    Files.delete(file);
  }

  @Property(shrinking = ShrinkingMode.OFF)
  void readsOrRefusesButNeverReadsNobodyInSilence(@ForAll("spoiled") byte[] bytes)
      throws IOException {
    Files.write(file, bytes);
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
    System.setErr(System.out);
    try {
      assertTimeoutPreemptively(PATIENCE, CsvFuzzTest::read);
    } catch (RuntimeException | AssertionError e) {
      throw new AssertionError("spoiled file: " + HexFormat.of().formatHex(bytes), e);
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
    assertThat(said.size()).isZero();
  }

  @Provide
  Arbitrary<byte[]> spoiled() {
    return Arbitraries.randomValue(MUTATOR::mutated);
  }

  private static void read() {
    try {
      Gathered gathered = gathered();
      assertThat(gathered.people().size() + gathered.rejects().size() + gathered.leftOutRows())
          .isPositive();
    } catch (UnreadableSource e) {
      assertThat(e.problems()).isNotEmpty().allSatisfy(CsvFuzzTest::isFitForPeople);
    }
  }

  private static void isFitForPeople(dev.rollcall.model.Problem problem) {
    assertThat(problem.what()).isNotBlank().hasSizeLessThan(4_000);
    assertThat(problem.toString()).doesNotContain("Exception", "\tat ");
  }

  private static Gathered gathered() {
    Gathering gathering = Given.gathering(List.of("hr"), OnConflict.PROBLEM);
    MappingSettings mapping =
        Given.mapping(
            "hr",
            Map.of(),
            StatusWords.USUAL,
            LocalDate.of(2026, 7, 1),
            WorkatoTerms.destination("dev"));
    int read = 0;
    try (Source.Rows rows = new CsvSource(Given.csv("hr", file)).open()) {
      RowMapper mapper = RowMapper.of(mapping, rows.place());
      for (Row row = rows.next(); row != null; row = rows.next()) {
        gathering.add(mapper.map(row));
        read++;
      }
      mapper.settle().forEach(row -> gathering.add(mapper.map(row)));
    }
    Gathered gathered = gathering.gathered();
    assertThat(gathered.rowsPerSource().get("hr") + gathered.leftOutRows()).isEqualTo(read);
    return gathered;
  }
}
