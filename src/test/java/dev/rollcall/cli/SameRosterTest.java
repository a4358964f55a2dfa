package dev.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.rollcall.job.JobFileReader;
import dev.rollcall.job.LoadedJob;
import dev.rollcall.job.RunOptions;
import dev.rollcall.job.yaml.ReferenceSources;
import dev.rollcall.planning.JudgedPlan;
import dev.rollcall.planning.OpenedTenant;
import dev.rollcall.planning.Planner;
import dev.rollcall.planning.RosterReading;
import dev.rollcall.planning.Tenants;
import dev.rollcall.tenant.ReadOnlyTenant;
import dev.rollcall.testing.MariaDbServer;
import dev.rollcall.testing.Postgres;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.QuoteMode;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The sample company's people, whatever they are written in, are the same people, held and rejected
 * for the same reasons, and make the same plan. Even the places they come from are the same, as
 * rows and columns of the table.
 */
class SameRosterTest {

  private static final Instant NOW = Instant.parse("2026-07-01T08:00:00Z");
  private static final Pattern CSV_SOURCE = Pattern.compile("    type: csv\n    path: [^\n]*\n");
  private static final CSVFormat PLAIN = CSVFormat.DEFAULT.builder().setRecordSeparator("\n").get();

  @TempDir static Path folder;

  private static RosterForms roster;
  private static OpenedTenant target;
  private static Told everybody;
  private static Told withDatesAlone;
  private static int made;

  /** What a roster came to: all people, and all that is planned. */
  private record Told(List<String> people, List<String> aside, List<String> plan, String digest) {}

  /** Writes a roster, and returns what the job file says of it. */
  private interface Form {
    String write(RosterForms rows, Path at) throws IOException, SQLException;
  }

  @BeforeAll
  static void readTheFileItself() throws Exception {
    SampleCompany.copyTo(folder);
    roster = RosterForms.read(folder.resolve("sample-data/people.csv"));
    target =
        Tenants.openToRead(
            job(folder.resolve("jobs/quickstart.yaml")),
            Tenants.Memory.none(),
            Clock.fixed(NOW, ZoneOffset.UTC),
            () -> false);
    everybody = told(csv(PLAIN, ""), roster, 1);
    withDatesAlone = told(csv(PLAIN, ""), roster.withDatesAlone(), 1);
  }

  @AfterAll
  static void close() {
    target.close();
  }

  static Stream<Arguments> texts() {
    return Stream.of(
        arguments("commas", csv(PLAIN, ""), 1),
        arguments(
            "tabs, UTF-16LE with a mark", csv(by('\t'), StandardCharsets.UTF_16LE, "\uFEFF"), 1),
        arguments("pipes, CR alone", csv(with(by('|'), "\r"), ""), 1),
        arguments("quotes everywhere, CRLF, a mark", csv(quoted(with(PLAIN, "\r\n")), "\uFEFF"), 1),
        arguments("titles below sep=", csv(by(';'), "sep=;\nEverybody;;\nfrom HR;;\n\n"), 5),
        arguments("xlsx", workbook("people.xlsx", RosterForms.Dates.AS_TEXT), 3),
        arguments("xlsx, dates", workbook("people.xlsx", RosterForms.Dates.AS_DATES), 3),
        arguments("xls", workbook("people.xls", RosterForms.Dates.AS_TEXT), 3),
        arguments("xls, dates", workbook("people.xls", RosterForms.Dates.AS_DATES), 3),
        arguments("PostgreSQL", table(Postgres::freshDatabase, '"', RosterForms.Dates.AS_TEXT), 0),
        arguments(
            "MariaDB", table(MariaDbServer::freshDatabase, '`', RosterForms.Dates.AS_TEXT), 0));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("texts")
  void givesTheSamePeopleAndTheSamePlan(String name, Form form, int headerRow) throws Exception {
    assertSame(told(form, roster, headerRow), everybody);
  }

  /** CP1252 has no invisible blank, which one address ends with; addresses are read without it. */
  @Test
  void givesTheSameInACharsetThatCannotHoldItAll() throws Exception {
    RosterForms visible = roster.with(cell -> cell.replace("\u200B", ""));
    Told inUtf8 = told(csv(PLAIN, ""), visible, 1);

    Told told = told(csv(by(';'), Charset.forName("windows-1252"), ""), visible, 1);

    assertSame(told, inUtf8);
    assertSame(told.aside(), everybody.aside());
    assertSame(told.plan(), everybody.plan());
  }

  static Stream<Arguments> columnsOfDates() {
    return Stream.of(
        arguments("PostgreSQL", table(Postgres::freshDatabase, '"', RosterForms.Dates.AS_DATES)),
        arguments("MariaDB", table(MariaDbServer::freshDatabase, '`', RosterForms.Dates.AS_DATES)));
  }

  /** Such a column cannot hold the cell that could be two dates. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("columnsOfDates")
  void givesTheSameWhereColumnsHoldNothingButDates(String name, Form form) throws Exception {
    assertSame(told(form, roster.withDatesAlone(), 0), withDatesAlone);
  }

  @Test
  void thereIsEnoughToCompare() {
    assertThat(everybody.people()).hasSizeGreaterThan(240);
    assertThat(String.join("\n", everybody.aside()))
        .contains("lena.aydin", "mateo.suzuki", "sofia.fischer", "Memeber", "Sabatical");
    assertThat(everybody.plan()).hasSizeGreaterThan(50);
    assertThat(withDatesAlone.aside()).isNotEqualTo(everybody.aside());
  }

  private static void assertSame(Told told, Told expected) {
    assertSame(told.people(), expected.people());
    assertSame(told.aside(), expected.aside());
    assertSame(told.plan(), expected.plan());
    assertThat(told.digest()).isEqualTo(expected.digest());
  }

  /** First what differs, as hundreds of lines that do not would hide it. */
  private static void assertSame(List<String> told, List<String> expected) {
    assertThat(told.stream().filter(line -> !expected.contains(line))).isEmpty();
    assertThat(told).isEqualTo(expected);
  }

  private static CSVFormat by(char delimiter) {
    return PLAIN.builder().setDelimiter(delimiter).get();
  }

  private static CSVFormat with(CSVFormat format, String lineEnd) {
    return format.builder().setRecordSeparator(lineEnd).get();
  }

  private static CSVFormat quoted(CSVFormat format) {
    return format.builder().setQuoteMode(QuoteMode.ALL).get();
  }

  private static Form csv(CSVFormat format, String above) {
    return csv(format, StandardCharsets.UTF_8, above);
  }

  private static Form csv(CSVFormat format, Charset charset, String above) {
    return (rows, at) -> {
      rows.csv(at.resolve("people.csv"), format, charset, above);
      return "    type: csv\n    path: people.csv\n";
    };
  }

  private static Form workbook(String file, RosterForms.Dates dates) {
    return (rows, at) -> {
      boolean old = file.endsWith(".xls");
      rows.workbook(at.resolve(file), old ? new HSSFWorkbook() : new XSSFWorkbook(), dates);
      String where = old ? "    sheet: 2\n    header-row: 3\n" : "";
      return "    type: excel\n    path: " + file + "\n" + where;
    };
  }

  private static Form table(Supplier<String> database, char quote, RosterForms.Dates dates) {
    return (rows, at) -> {
      String url = database.get();
      Files.writeString(at.resolve("people.sql"), rows.table(url, quote, dates));
      return "    type: jdbc\n    url: \"" + url + "\"\n    query-file: people.sql\n";
    };
  }

  private static Told told(Form form, RosterForms rows, int headerRow)
      throws IOException, SQLException {
    Path at = Files.createDirectories(folder.resolve("form" + made++));
    String source = form.write(rows, at);
    String yaml = Files.readString(folder.resolve("jobs/quickstart.yaml"));
    assertThat(yaml).containsPattern(CSV_SOURCE);
    Path file = Files.writeString(at.resolve("job.yaml"), sourced(yaml, source));
    return told(job(file), new Placeless(headerRow, rows.header()));
  }

  private static String sourced(String yaml, String source) {
    // As many lines whatever the source, as plans name the lines of rules.
    String rest = CSV_SOURCE.matcher(yaml).replaceFirst("SOURCE");
    String padded = source + "#\n".repeat(4 - (int) source.lines().count());
    return rest.replace("SOURCE", padded);
  }

  private static LoadedJob job(Path file) {
    return new JobFileReader(ReferenceSources.ofProcess()).read(file, List.of());
  }

  private static Told told(LoadedJob job, Placeless placeless) {
    LocalDate today = LocalDate.ofInstant(NOW, job.file().timeZone());
    try (RosterReading reading = new RosterReading(job, today, target.destination())) {
      reading.gatherAll();
      JudgedPlan planned =
          new Planner(job, RunOptions.none(), Optional.empty())
              .plan(reading, new ReadOnlyTenant(target.workspace()), NOW);
      return new Told(
          placeless.each(planned.gathered().people()),
          Stream.of(
                  planned.gathered().rejects(),
                  planned.gathered().held().entrySet().stream().sorted(Placeless.byText()).toList(),
                  planned.gathered().remarks(),
                  planned.problems(),
                  List.of(
                      planned.gathered().sizes(),
                      planned.gathered().rowsPerSource(),
                      planned.gathered().anybodyMayBeMissing()))
              .flatMap(list -> placeless.each(list).stream())
              .toList(),
          Stream.of(
                  planned.plan().operations(),
                  planned.plan().findings(),
                  List.of(planned.plan().people(), planned.verdict()))
              .flatMap(list -> placeless.each(list).stream())
              .toList(),
          planned.plan().digest());
    }
  }
}
