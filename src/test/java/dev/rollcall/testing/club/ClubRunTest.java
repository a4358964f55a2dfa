package dev.rollcall.testing.club;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.apply.OperationRecord;
import dev.rollcall.apply.OperationState;
import dev.rollcall.apply.Verification;
import dev.rollcall.model.Assignee;
import dev.rollcall.model.Desired;
import dev.rollcall.model.Email;
import dev.rollcall.model.Group;
import dev.rollcall.model.Member;
import dev.rollcall.model.Problem;
import dev.rollcall.model.Roster;
import dev.rollcall.plan.Finding;
import dev.rollcall.plan.PlanDigest;
import dev.rollcall.report.ConsolePlan;
import dev.rollcall.report.ConsoleStyle;
import dev.rollcall.report.HtmlReport;
import dev.rollcall.report.JsonReport;
import dev.rollcall.report.MarkdownReport;
import dev.rollcall.report.ReportWriter;
import dev.rollcall.report.RunFacts;
import dev.rollcall.report.RunHead;
import dev.rollcall.report.RunReport;
import dev.rollcall.report.SeatCounts;
import dev.rollcall.report.TerminalColours;
import dev.rollcall.safety.Verdict;
import dev.rollcall.tenant.Price;
import dev.rollcall.testing.JavaCommand;
import dev.rollcall.testing.TestingRepository;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The whole core with a vendor it has never heard of. */
class ClubRunTest {

  private static final String PEOPLE =
      """
      Email,Name,Status,Groups,DEV role
      new@example.com,New Face,active,Chess; Juniors,Member
      ana@example.com,Ana,active,Bar,
      bea@example.com,Bea,left,,
      cem@example.com,Cem,active,Chess,
      eve@example.com,Eve,active,Ches,
      """;

  @TempDir Path folder;

  @BeforeEach
  void write() throws IOException {
    write(folder);
  }

  private static void write(Path folder) throws IOException {
    Files.writeString(folder.resolve("people.csv"), PEOPLE);
    new Club(folder.resolve("club.txt"))
        .with(
            "account|ana@example.com|here|Ana",
            "account|bea@example.com|here|Bea",
            "account|cem@example.com|gone|Cem",
            "account|chair@example.com|here|Chair",
            "account|dan@example.com|here|Dan",
            "team|Chess|Looks at boards",
            "team|Bar|",
            "in|Chess|ana@example.com",
            "in|Bar|bea@example.com",
            "key|Chess|Hall|Member");
  }

  private ClubRun run() {
    return new ClubRun(folder, new ClubTenant(club()));
  }

  private Club club() {
    return new Club(folder.resolve("club.txt"));
  }

  @Test
  void plansAccountsTeamsKeysAndMarks() {
    assertThat(run().plan().plan().operations())
        .extracting(planned -> planned.stage() + " " + PlanDigest.key(planned.operation()))
        .containsExactly(
            "GROUPS define club:team \"Juniors\" - -> \"Under 18\"",
            "GROUPS set club:team \"Juniors\" - -> club:door \"Hall\" \"Guest\"",
            "ACCOUNTS reinstate cem@example.com []",
            "ACCOUNTS join new@example.com \"New Face\" []",
            "ADDITIONS set ana@example.com - -> club:team \"Bar\"",
            "ADDITIONS set cem@example.com - -> club:team \"Chess\"",
            "ADDITIONS set new@example.com - -> club:team \"Chess\"",
            "ADDITIONS set new@example.com - -> club:team \"Juniors\"",
            "REVOCATIONS set ana@example.com club:team \"Chess\" -> -",
            "REMOVALS suspend bea@example.com []",
            "REMOVALS set bea@example.com club:team \"Bar\" -> -");
  }

  @Test
  void saysWhatIsWrongInTheVendorsWords() {
    assertThat(run().plan().plan().problems())
        .extracting(Problem::toString)
        .containsExactly(
            "people.csv:6 (Groups): there is no team \"Ches\"; did you mean \"Chess\"?");
    assertThat(run().plan().plan().findings())
        .filteredOn(finding -> finding.kind() == Finding.Kind.ORPHAN_ACCOUNT)
        .extracting(Finding::detail)
        .containsExactly("is in the club and in no roster");
  }

  @Test
  void keepsFromPeopleWhatOnlyTeamsCanHold() {
    Desired desired = run().desired();
    Member ana = desired.roster().person(new Email("ana@example.com")).orElseThrow();
    Member keyholder =
        Member.of(
            ana.email(), ana.name(), ana.status(), List.of(ClubVocabulary.key("Safe", "Guest")));
    Desired other = with(desired, keyholder);

    assertThat(run().plan(other).plan().problems())
        .extracting(Problem::what)
        .contains("\"Safe Guest\" is a key, which no person can hold");
  }

  private static Desired with(Desired desired, Member person) {
    List<Member> people = new ArrayList<>(desired.roster().people());
    people.removeIf(other -> other.email().equals(person.email()));
    people.add(person);
    List<Group> groups = List.copyOf(desired.roster().groups());
    return new Desired(
        Roster.of(people, groups),
        desired.managed(),
        desired.held(),
        desired.provenance(),
        desired.anybodyMayBeMissing(),
        desired.sizes(),
        desired.mentioned(),
        desired.declared(),
        List.of());
  }

  @Test
  void countsAStewardsKeyOnceForEachMemberOfTheTeam() {
    club().with("in|Bar|ana@example.com", "in|Bar|dan@example.com");
    Desired desired = run().desired();
    Group bar =
        new Group(ClubVocabulary.team("Bar"), "", List.of(ClubVocabulary.key("Safe", "Steward")));
    List<Group> groups = new ArrayList<>(desired.roster().groups());
    groups.add(bar);
    Desired asked =
        new Desired(
            Roster.of(desired.roster().people(), groups),
            desired.managed(),
            desired.held(),
            desired.provenance(),
            desired.anybodyMayBeMissing(),
            desired.sizes(),
            desired.mentioned(),
            desired.declared(),
            List.of());

    Verdict verdict = ClubRun.review(run().plan(asked), Map.of("removals", 9));

    assertThat(verdict.violations())
        .singleElement()
        .satisfies(
            violation ->
                assertThat(violation.message())
                    .startsWith("admin-grants: 3 administrators' roles would be given"));
  }

  @Test
  void holdsALeaverBackWhereTooManyWouldGo() {
    Verdict verdict = ClubRun.review(run().plan(), Map.of("removals", 0));

    assertThat(verdict.violations())
        .extracting(violation -> violation.message().split(":")[0])
        .containsExactly("removals");
  }

  @Test
  void comesToWhatTheRosterSaysAndThenHasNothingToDo() {
    run().run(1);

    assertThat(club().lines()).containsExactlyElementsOf(done());
    assertThat(run().plan().plan().operations()).isEmpty();
    try (TestingRepository repository = TestingRepository.in(folder)) {
      assertThat(repository.journal().operations(TestingRepository.id(1)))
          .hasSize(11)
          .allMatch(record -> record.state() == OperationState.APPLIED)
          .allMatch(record -> record.verification() == Verification.VERIFIED);
      assertThat(repository.journal().planOf(TestingRepository.id(1)).orElseThrow().operations())
          .hasSize(11);
      assertThat(repository.ledger().history(ClubTenant.KEY, "club").suspended().keySet())
          .containsExactly(new Email("bea@example.com"));
    }
  }

  private static List<String> done() {
    return List.of(
        "account|ana@example.com|here|Ana",
        "account|bea@example.com|gone|Bea",
        "account|cem@example.com|here|Cem",
        "account|chair@example.com|here|Chair",
        "account|dan@example.com|here|Dan",
        "account|new@example.com|here|New Face",
        "in|Bar|ana@example.com",
        "in|Chess|cem@example.com",
        "in|Chess|new@example.com",
        "in|Juniors|new@example.com",
        "key|Chess|Hall|Member",
        "key|Juniors|Hall|Guest",
        "team|Bar|",
        "team|Chess|Looks at boards",
        "team|Juniors|Under 18");
  }

  static Stream<Arguments> deaths() {
    return Stream.of(1, 4, 7, 11)
        .flatMap(at -> Stream.of(Arguments.of(at, false), Arguments.of(at, true)));
  }

  @ParameterizedTest
  @MethodSource("deaths")
  void goesOnAfterItsProcessWasKilled(int request, boolean afterwards) throws Exception {
    Process process =
        new ProcessBuilder(
                JavaCommand.with()
                    .of(
                        ClubRun.class,
                        folder.toString(),
                        Integer.toString(request),
                        Boolean.toString(afterwards)))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("killed.log").toFile())
            .start();
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue())
        .as(Files.readString(folder.resolve("killed.log")))
        .isEqualTo(137);
    assertThat(club().lines()).isNotEqualTo(done());

    run().run(1);

    assertThat(club().lines()).containsExactlyElementsOf(done());
  }

  @Test
  void blocksWhatAnAccountIsMissingFor() {
    ClubRun.Planned planned = run().plan();
    int join =
        planned.plan().operations().stream()
            .filter(each -> PlanDigest.key(each.operation()).startsWith("join"))
            .findFirst()
            .orElseThrow()
            .sequence();

    List<OperationRecord> records = Refusing.applied(planned.plan(), new ClubTenant(club()), join);

    assertThat(records)
        .filteredOn(
            record ->
                record
                    .planned()
                    .operation()
                    .assignee()
                    .equals(new Assignee.Person(new Email("new@example.com"))))
        .extracting(OperationRecord::state)
        .containsExactly(OperationState.REFUSED, OperationState.BLOCKED, OperationState.BLOCKED);
  }

  @Test
  void reportsInTheVendorsWords() throws IOException {
    ClubRun.Planned planned = run().plan();
    RunReport report =
        RunReport.ofDryRun(
            RunHead.dryRun("club", "Chess club", TestingRepository.NOW),
            planned.plan(),
            ClubRun.review(planned, Map.of("removals", 9)),
            RunFacts.clear(
                planned.plan().findings(),
                Price.of(planned.plan(), new ClubTenant(club()).batching()),
                new SeatCounts(5, 0, 1, Optional.empty())));

    for (ReportWriter writer :
        List.of(
            new ConsolePlan(ConsoleStyle.verbose(TerminalColours.NONE)),
            new MarkdownReport(),
            new HtmlReport())) {
      StringWriter written = new StringWriter();
      writer.write(report, written);
      assertThat(written.toString())
          .contains("make an account for New Face", "create the team: Under 18", "team Juniors")
          .contains("in the club")
          .doesNotContainIgnoringCase("workspace")
          .doesNotContainIgnoringCase("invit");
    }
    StringWriter json = new StringWriter();
    new JsonReport().write(report, json);
    assertThat(json.toString()).contains("team", "door", "Hall", "Guest");
  }
}
