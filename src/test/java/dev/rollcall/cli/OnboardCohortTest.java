package dev.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.apply.Ledger;
import dev.rollcall.journal.Repository;
import dev.rollcall.journal.RepositorySettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A cohort is brought into the sample company's workspace, beside its rosters. */
class OnboardCohortTest {

  /** What a run ends with that does all it can, and leaves five people alone. */
  static final int DONE_BUT_FIVE = 3;

  private static final List<String> GAINS = List.of("join", "set", "define");

  @TempDir Path folder;

  @BeforeEach
  void copy() throws IOException {
    SampleCompany.copyTo(folder);
  }

  @ParameterizedTest
  @EnumSource
  void bringsInNewPeopleAndOnlyAddsToOthers(Newcomers.Form form) throws IOException {
    run("sync", "jobs/quickstart.yaml");
    String remembered = remembered();
    Newcomers.write(folder, form);

    Ran first = onboard(form);

    assertThat(first.code()).as(first.toString()).isEqualTo(DONE_BUT_FIVE);
    JsonNode report = newestReport();
    assertThat(report.path("mode").asString()).isEqualTo("onboard");
    List<JsonNode> operations = report.path("operations").valueStream().toList();
    assertThat(operations)
        .allMatch(each -> GAINS.contains(each.path("kind").asString()))
        .allMatch(each -> each.path("before").isEmpty());
    assertThat(operations.stream().filter(each -> each.path("kind").asString().equals("join")))
        .hasSize(Newcomers.NEW);
    assertThat(operations).hasSizeGreaterThan(Newcomers.NEW + Newcomers.KNOWN / 2);
    assertThat(first.out())
        .contains("keeps dev Environment admin, although Member is asked for")
        .contains(
            Newcomers.NEW + " of them are in none of the job's rosters; policy.absent: report")
        .contains("of them get rights that the job's rosters do not give; policy.extra: revoke");
    assertThat(rejected()).hasSize(Newcomers.WRONG);
    assertThat(first.out()).contains("mend it, then rollcall onboard");
    assertThat(remembered()).isEqualTo(remembered);

    Ran second = onboard(form);

    assertThat(second.code()).isEqualTo(DONE_BUT_FIVE);
    assertThat(second.out()).contains("Plan: 0 to invite, 0 to change, 0 to remove");
    assertThat(run("runs").out()).containsPattern("quickstart +onboard .*\n.*quickstart +onboard");
  }

  private Ran onboard(Newcomers.Form form) {
    return Shell.run(
        "onboard",
        folder.resolve(form.file).toString(),
        folder.resolve("jobs/quickstart.yaml").toString(),
        "--yes");
  }

  private Ran run(String command, String... job) {
    return Shell.run(
        Stream.concat(
                Stream.of(command),
                job.length == 0
                    ? Stream.of("--repository=jdbc:h2:file:" + folder.resolve(".rollcall/runs"))
                    : Stream.of(folder.resolve(job[0]).toString()))
            .toArray(String[]::new));
  }

  /** What the nightly run goes by: the sizes of its rosters, what they name, who is absent. */
  private String remembered() {
    return inLedger(
        ledger -> {
          String workspace = newestReport().path("workspace").path("key").asString();
          return ledger.acceptedSizes(workspace, "quickstart")
              + " "
              + ledger.history(workspace, "quickstart").mentioned()
              + " "
              + ledger.addresses(workspace, "quickstart", each -> true);
        });
  }

  private <T> T inLedger(Function<Ledger, T> look) {
    try (Repository opened =
        Repository.open(
            RepositorySettings.of(
                "jdbc:h2:file:" + folder.resolve(".rollcall/runs").toAbsolutePath()),
            Clock.systemUTC())) {
      return look.apply(opened.ledger());
    }
  }

  private Path newest() {
    try (Stream<Path> all = Files.list(folder.resolve("reports"))) {
      return all.filter(Files::isDirectory).sorted().reduce((one, other) -> other).orElseThrow();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private JsonNode newestReport() {
    return JsonMapper.shared().readTree(newest().resolve("report.json").toFile());
  }

  /** The rows that were handed back, in the form in which they came. */
  private List<String> rejected() throws IOException {
    if (Files.exists(newest().resolve("rejects.csv"))) {
      return Files.readAllLines(newest().resolve("rejects.csv")).stream().skip(1).toList();
    }
    try (Workbook back =
        WorkbookFactory.create(newest().resolve("rejects.xlsx").toFile(), null, true)) {
      assertThat(back.getSheetName(0)).isEqualTo("People");
      return Stream.iterate(1, i -> i <= back.getSheetAt(0).getLastRowNum(), i -> i + 1)
          .map(i -> back.getSheetAt(0).getRow(i).getCell(0).getStringCellValue())
          .filter(text -> text.contains("cohort.xlsx"))
          .toList();
    }
  }
}
