package dev.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.sandbox.FaultDraft;
import dev.rollcall.sandbox.Seed;
import dev.rollcall.sandbox.SeedMember;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who can do what in a small company, with whoever vouches for it; and what is never left out. */
class ReviewTest {

  private static final String HOSTILE = "=HYPERLINK(\"http://evil\")<script>alert(1)</script>";

  /** A token of an API client that sees few projects. */
  private static final String FEW = Shell.MARKER + "-few";

  @TempDir Path folder;
  private Workbench bench;

  @BeforeEach
  void open() {
    bench =
        new Workbench(
            folder,
            seed ->
                seed.groupProject("Finance", "Billing@dev", "Project operator")
                    .groupProject("Ops", "Close@dev", "Builder")
                    .member(
                        SeedMember.of("zoe@example.com", HOSTILE, Map.of("dev", "Member"))
                            .on("Billing@prod", "Builder"))
                    .member(
                        SeedMember.of("mod@example.com", "Mo D", Map.of("dev", "Member"))
                            .as("federation_manager"))
                    .member(SeedMember.of("guest@example.net", "Guest", Map.of("dev", "Member")))
                    .logEntry(login("bob@example.com", Duration.ofDays(10)))
                    .logEntry(login("cy@example.com", Duration.ofDays(200)))
                    .token(
                        new Seed.Token(FEW, "dev", Optional.of(List.of("Close")), Optional.empty()))
                    .invitation(
                        new Seed.Invitation(
                            "ivy@example.com",
                            "Ivy",
                            Map.of("dev", "Member"),
                            List.of(),
                            Optional.empty())));
    bench
        .people(
            Workbench.EVERYBODY.replace(
                "dee@example.com,Dee Poe,active", "dee@example.com,Dee Poe,left"))
        .rules(
            "groups: { Finance: { projects: [{ project: Billing, environment: dev, role: Project operator }] } }")
        .with("scope: { emails: [\"*@example.com\"] }\npolicy: { absent: report }");
  }

  private static Seed.LogEntry login(String email, Duration ago) {
    return new Seed.LogEntry(
        Optional.of(Instant.now().minus(ago)), "user_login", "User", email, email);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void everyRightIsThereWithWhateverVouchesForIt() {
    JsonNode review = json();

    assertThat(lines(review))
        .contains(
            "bob@example.com | account | people.csv:4",
            "bob@example.com | dev Member | people.csv:4 (DEV)",
            "bob@example.com | group Finance | people.csv:4 (Groups)",
            "bob@example.com | Billing@dev Builder | people.csv:4 (Projects)",
            "bob@example.com | Billing@dev Project operator through Finance"
                + " | people.csv:4 (Groups); the group by job.yaml:16",
            "cy@example.com | Close@dev Builder through Ops"
                + " | people.csv:5 (Groups); nobody vouches for what the group holds",
            "dee@example.com | account | nobody vouches for this: has left, by people.csv:6 (Status)",
            "dee@example.com | dev Member | nobody vouches for this: has left, by people.csv:6 (Status)",
            "zoe@example.com | account | nobody vouches for this: in no roster",
            "zoe@example.com | Billing@prod Builder | nobody vouches for this: in no roster",
            "guest@example.net | account | nobody vouches for this: in no roster;"
                + " out of the job's scope (scope.emails)",
            "mod@example.com | dev Member | nobody vouches for this: in no roster",
            "ivy@example.com | account | nobody vouches for this: in no roster; invited by somebody"
                + " else, as far as the audit log tells with what",
            "ivy@example.com | dev Member | nobody vouches for this: in no roster",
            "owner@example.com | account | nobody vouches for this: in no roster; owns the workspace",
            "group Finance | Billing@dev Project operator | job.yaml:16",
            "group Ops | Close@dev Builder | nobody vouches for this:"
                + " the job file does not say that the group is to hold it");
    assertThat(review.at("/counts/orphan_accounts").asInt()).isEqualTo(5);
    assertThat(review.at("/counts/administrators").asInt()).isEqualTo(3);
    assertThat(review.at("/counts/open_invitations").asInt()).isEqualTo(1);
    assertThat(review.path("format_version").asString()).isEqualTo("1.0");
  }

  @Test
  void anAccountIsDormantThatWasNotUsedForLong() {
    assertThat(dormant("90d")).containsExactly("cy@example.com");
    assertThat(dormant("5d")).containsExactly("bob@example.com", "cy@example.com");
    assertThat(dormant("300d")).isEmpty();
  }

  private List<String> dormant(String after) {
    return json("--dormant=" + after)
        .path("lines")
        .valueStream()
        .filter(line -> line.path("dormant").asBoolean())
        .map(line -> line.path("who").asString())
        .distinct()
        .toList();
  }

  @Test
  void whatWasNotReadWholeIsNeverLeftOut() {
    Path file = folder.resolve("review.xlsx");
    List<FaultDraft> faults =
        List.of(
            FaultDraft.status("GET", "/api/members", 400),
            FaultDraft.status("GET", "/api/user_groups/:id/members", 400),
            FaultDraft.status("GET", "/api/projects/:id/project_grants", 400),
            FaultDraft.status("GET", "/api/projects", 400));
    for (FaultDraft fault : faults) {
      bench.sandbox.clearFaults();
      bench.sandbox.fail(fault.made());

      Ran ran = bench.run("review", "--out=" + file);

      assertThat(ran.code()).as(ran.toString()).isEqualTo(9);
      assertThat(ran.out()).isEmpty();
      assertThat(file).doesNotExist();
    }
  }

  @Test
  void anEnvironmentWithoutATokenIsNotLeftOutEither() {
    bench.tokens("tokens: { dev: \"${file:%s}\" }");
    bench.sources(
        """
        sources:
          - { name: hr, type: csv, path: people.csv, columns: { email: Email, name: Name, status: Status, role.dev: DEV }, status: { active: [active], left: [left] } }
        """);

    Ran ran = bench.run("review");

    assertThat(ran.code()).as(ran.toString()).isEqualTo(9);
    assertThat(ran.complaints().get(0))
        .contains("\"prod\" holds projects that could not be read")
        .contains("target.tokens");
  }

  @Test
  void nobodyIsInvitedUnseen() {
    bench.with("policy: { earlier-invitations: audit-log }");
    bench.sandbox.fail(FaultDraft.status("GET", "/api/activity_logs", 404).made());

    Ran ran = bench.run("review");

    assertThat(ran.code()).as(ran.toString()).isEqualTo(9);
    assertThat(ran.complaints().get(0)).contains("nobody can tell who is invited");
  }

  @Test
  void nobodyIsInvitedUnseenInALaterNightEither() {
    assertThat(bench.run("sync").code()).isZero();
    bench.sandbox.fail(FaultDraft.status("GET", "/api/activity_logs", 403).always().made());

    Ran ran = bench.run("review");

    assertThat(ran.code()).as(ran.toString()).isEqualTo(9);
    assertThat(ran.complaints().get(0)).contains("nobody can tell who is invited");
  }

  @Test
  void theWorkbookIsReadyToBeDecidedAndRunsNothing() throws IOException {
    Path file = folder.resolve("review.xlsx");

    Ran ran = bench.run("review", "--out=" + file);

    assertThat(ran.code()).as(ran.toString()).isZero();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    try (InputStream in = Files.newInputStream(file);
        XSSFWorkbook book = new XSSFWorkbook(in)) {
      XSSFSheet sheet = book.getSheet("Review");
      List<String> header = texts(sheet.getRow(0));
      assertThat(header).contains("Who", "Reason", "Decision", "Comment").endsWith("Line");
      assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
      assertThat(sheet.getCTWorksheet().getAutoFilter().getRef()).startsWith("A1:");
      assertThat(
              sheet.getDataValidations().get(0).getValidationConstraint().getExplicitListValues())
          .containsExactly("keep", "remove");
      assertThat(
              sheet
                  .getDataValidations()
                  .get(0)
                  .getRegions()
                  .getCellRangeAddress(0)
                  .getFirstColumn())
          .isEqualTo(header.indexOf("Decision"));
      List<String> all = new ArrayList<>();
      for (Row row : sheet) {
        for (Cell cell : row) {
          assertThat(cell.getCellType()).isIn(CellType.STRING, CellType.BLANK);
        }
        all.addAll(texts(row));
      }
      assertThat(all).contains("'" + HOSTILE).doesNotContain(HOSTILE);
    }
  }

  private static List<String> texts(Row row) {
    List<String> texts = new ArrayList<>();
    row.forEach(cell -> texts.add(cell.getStringCellValue()));
    return texts;
  }

  @Test
  void thePageAndTheCsvHoldWordsOfOthersAsWords() throws IOException {
    bench.run("review", "--out=" + folder.resolve("r.html"));
    bench.run("review", "--out=" + folder.resolve("r.csv"));

    String page = Files.readString(folder.resolve("r.html"));
    assertThat(page)
        .contains("&lt;script&gt;alert(1)")
        .doesNotContain("<script>alert(1)")
        .contains("Content-Security-Policy")
        .doesNotContain(" src=", " href=\"http", "<link", "@import");
    assertThat(Files.readString(folder.resolve("r.csv"))).contains(",\"'=HYPERLINK");
  }

  @Test
  void whatIsWrongWithTheCommandLineIsSaidBeforeAnythingIsRead() {
    Map<String, String> wrong =
        Map.of(
            "--out=review.doc", ".xlsx, .csv, .html or .json",
            "--out=nowhere/review.xlsx", "has no folder to be in",
            "--since=yesterday", "is no run id",
            "--allow=removals=3", "--allow goes with --decided");
    wrong.forEach(
        (option, said) -> {
          Ran ran = bench.run("review", option);
          assertThat(ran.code()).as(option).isEqualTo(5);
          assertThat(ran.err()).contains(said);
        });
    assertThat(bench.requests()).isEmpty();
  }

  @Test
  void privilegesAreAskedPersonByPersonAndPriced() {
    bench.forget();

    Ran ran = bench.run("review", "--privileges", "--format=json");

    assertThat(ran.code()).as(ran.toString()).isZero();
    assertThat(ran.err())
        .contains("--privileges takes 16 requests more, about 0 s at 60,000 a minute.");
    assertThat(bench.requests().stream().filter(each -> each.endpoint().endsWith("privileges")))
        .hasSize(16);
    bench.sandbox.fail(
        FaultDraft.status("GET", "/api/members/:id/projects_privileges", 403).times(99).made());
    Ran refused = bench.run("review", "--privileges");
    assertThat(refused.code()).isEqualTo(5);
    assertThat(refused.err()).contains("Get collaborator privileges");
  }

  @Test
  void whatOnlyTheWorkspaceItselfKnowsGetsALineOfItsOwn() {
    bench
        .write("token-few", FEW)
        .tokens(
            "tokens: { dev: \"%s/token-few\", prod: \"${file:%s}\" }"
                .replace("%s/token-few", "${file:" + folder.resolve("token-few") + "}")
                .replace("${file:%s}", "${file:" + folder.resolve("token-prod") + "}"));

    assertThat(lines(json())).noneMatch(line -> line.startsWith("bob@example.com | Billing@dev"));
    assertThat(lines(json("--privileges")))
        .contains(
            "bob@example.com | Billing@dev Builder | nobody vouches for this: effective by the"
                + " workspace's own word, but no list says what it comes by")
        .contains(
            "cy@example.com | Close@dev Builder through Ops"
                + " | people.csv:5 (Groups); nobody vouches for what the group holds");
  }

  @Test
  void sinceARunItIsToldWhatWasGivenAndTakenAndByWhom() {
    assertThat(bench.run("sync").code()).isZero();
    String run = bench.report().path("run").asString();
    bench.people(
        Workbench.EVERYBODY
            .replace("dee@example.com,Dee Poe,active", "dee@example.com,Dee Poe,left")
            .replace("Member,Member,Finance", "Member,Member,")
            .replace("Member,No access,Ops", "Member,Member,Ops"));
    assertThat(bench.run("sync").code()).isZero();
    String later = bench.report().path("run").asString();

    JsonNode review = json("--since=" + run);

    assertThat(review.path("gone").valueStream().map(JsonNode::asString))
        .containsExactly("bob@example.com: group Finance, taken by run " + later);
    assertThat(
            review
                .path("lines")
                .valueStream()
                .filter(line -> !line.path("change").asString().isEmpty())
                .map(line -> line.path("right").asString() + ", " + line.path("change").asString()))
        .containsExactly("prod Member, given by run " + later);
    Ran unknown = bench.run("review", "--since=20200101-000000-0000");
    assertThat(unknown.code()).isEqualTo(5);
    assertThat(unknown.err()).contains("there is no run 20200101-000000-0000");
  }

  private JsonNode json(String... options) {
    Ran ran =
        bench.run(
            "review",
            Stream.concat(Stream.of(options), Stream.of("--format=json")).toArray(String[]::new));
    assertThat(ran.code()).as(ran.toString()).isZero();
    return JsonMapper.shared().readTree(ran.out());
  }

  private static List<String> lines(JsonNode review) {
    return review
        .path("lines")
        .valueStream()
        .map(
            line ->
                line.path("who").asString()
                    + " | "
                    + line.path("right").asString("account")
                    + (line.path("through_group").isNull()
                        ? ""
                        : " through " + line.path("through_group").asString())
                    + " | "
                    + line.path("reason").asString().replaceAll("/\\S*/", ""))
        .toList();
  }
}
