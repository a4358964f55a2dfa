package dev.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A job file to begin with: right where the roster leaves no question, unusable where it does. */
class InitTest {

  @TempDir Path folder;

  @Test
  void ofARosterWithoutQuestionsIsRight() throws IOException {
    roster(
        """
        Work Email;First Name;Last Name;Department;Status;DEV role;Role (prod);Groups;Manager name
        ana@example.com;Ana;Silva;Finance;Active;Member;;Ops;Dee Poe
        bob@example.com;Bob;Roy;Finance;Active;Member;Member;Ops;Dee Poe
        cy@example.org;Cy;Moe;Sales;Terminated;;;;Dee Poe
        dee@example.com;Dee;Poe;Sales;On leave;;;;Dee Poe
        """);

    Ran ran = init();
    String job = Files.readString(job());

    assertThat(ran.code()).as(ran.toString()).isZero();
    assertThat(ran.out()).contains("email from Work Email", "Who owns the workspace", "validate");
    assertThat(job)
        .contains("email: Work Email", "name: \"{First Name} {Last Name}\"", "role.dev: DEV role")
        .contains("role.prod: \"Role (prod)\"", "active: [Active, On leave]", "left: [Terminated]")
        .contains("person.department: Finance 2, Sales 2")
        .contains("\"*@example.com\", \"*@example.org\"")
        .contains("type: sandbox", "absent: report", "${env:WORKATO_TOKEN_DEV}")
        .doesNotContain("Dee Poe", "ana@example.com", "Silva");
    Ran validate = Shell.run("validate", job().toString());
    assertThat(validate.code()).as(validate + job).isZero();
    assertThat(validate.out()).contains("Read 4 people", "No problems.");
    assertThat(validate.err())
        .contains("columns are separated by semicolons")
        .contains("not read: \"Department\", \"Manager name\"");
  }

  @Test
  void ofAnAuditFirmsRosterItIsForAnOrganization() throws IOException {
    roster(
        """
        Email,Name,Status,Department,Workspaces,Workspace roles,Workspace groups
        ana@example.com,Ana Silva,Active,Audit,,"FY26 = Editor, Viewer",FY26 / Controllers
        bob@example.com,Bob Roy,Active,Tax,FY26,,
        """);

    Ran ran = init();
    String job = Files.readString(job());

    assertThat(ran.code()).as(ran.toString()).isZero();
    assertThat(job)
        .contains("vendor: workiva", "#   type: workiva", "${env:WORKIVA_CLIENT_ID}")
        .contains("grant: { workspace-roles: [\"FY26 = Viewer\"]", "left: memberships")
        .doesNotContain("Member", "description");
    assertThat(Shell.run("validate", job().toString()).code()).isZero();
    Ran plan = Shell.run("plan", job().toString());
    assertThat(plan.code()).as(plan.toString()).isZero();
    assertThat(plan.out()).contains("+ workspace group FY26 / Controllers", "2 to add");
  }

  @Test
  void ofAnOrganizationItAsksNothingAboutEnvironments() throws IOException {
    roster(
        """
        Email,Name,Status,Workspaces,Role,Level,DEV role
        ana@example.com,Ana Silva,Active,FY26,Member,Editor,Member
        """);

    Ran ran = init();

    assertThat(ran.out())
        .contains(
            "\"Level\" (Editor 1) is not read. Does it state what people may do in the"
                + " organization? If so, write organization-roles: or workspaces:")
        .contains("\"Role\" (Member 1) is not read.", "\"DEV role\" (Member 1) is not read.")
        .contains("Who must never lose access?")
        .doesNotContain("environment", "of the workspace");
    assertThat(Files.readString(job()))
        .contains("      workspaces: [Workspaces]", "in the organization, in no roster")
        .doesNotContain("      role");
    assertThat(Shell.run("validate", job().toString()).code()).isZero();
  }

  @Test
  void ofWorkivasOwnFileItIsForAnOrganizationAndSaysTheWorkspace() throws IOException {
    roster("username,groups\nana.silva@example.com,Controllers\n");

    init();
    String job = Files.readString(job());

    assertThat(job)
        .contains("vendor: workiva", "  workspace: FY26 ", "#   workspace: FY26 ")
        .doesNotContain("workato");
    assertThat(Shell.run("validate", job().toString()).code()).isZero();
    Ran plan = Shell.run("plan", job().toString());
    assertThat(plan.code()).as(plan.toString()).isZero();
    assertThat(plan.out()).contains("+ workspace group FY26 / Controllers");
  }

  @Test
  void namesGroupsAsTheyAreReadAndNotAsTheyAreWritten() throws IOException {
    roster(
        """
        Email,Name,Groups
        ana@example.com,Ana Silva,A\\; B; Ops
        bob@example.com,Bob Roy,A\\; B
        """);

    Ran ran = init();

    assertThat(ran.out()).contains("\"Groups\" (A; B 2, Ops 1)");
    assertThat(Files.readString(job())).contains("# Groups: \"A; B\", Ops");
  }

  @Test
  void asksWhatRowsWithoutAnAddressAreAndCountsNoLastLine() throws IOException {
    roster(
        """
        Email,Name,Status
        ana@example.com,Ana Silva,Active
        ,Jo Roe,Active
        -,Al Poe,Active
        "3 records found",,
        """);

    Ran ran = init();

    assertThat(ran.out())
        .contains("  3 rows in ", "people.csv, of which 2 cannot be used yet")
        .contains("2 rows have no e-mail address: are they nobody of yours?");
  }

  @Test
  void ofTheSampleRosterComesToTheSamePeopleAsTheQuickstart() throws IOException {
    Files.copy(Path.of("sample-data/people.csv"), folder.resolve("people.csv"));

    Ran ran = init();
    Ran validate = Shell.run("validate", job().toString());
    Ran roster = Shell.run("roster", job().toString());

    assertThat(ran.code()).as(ran.toString()).isZero();
    assertThat(ran.out()).contains("What does the status \"Sabatical\" (1 row) mean?");
    assertThat(validate.code()).isEqualTo(5);
    assertThat(validate.out()).contains("\"Sabatical\" is no status we know", "3 problems");
    assertThat(roster.code()).as(roster.toString()).isZero();
  }

  @Test
  void leavesAStatusItCannotJudgeToTheAdmin() throws IOException {
    roster("Email,Status\nana@example.com,Dabei\nbob@example.com,Dabei\ncy@example.com,Weg\n");

    Ran ran = init();

    assertThat(ran.out()).contains("\"Dabei\" (2 rows)", "\"Weg\" (1 row)");
    assertThat(Files.readString(job())).contains("# active or left? Dabei (2 rows)");
    Ran validate = Shell.run("validate", job().toString());
    assertThat(validate.code()).isEqualTo(5);
    assertThat(validate.out()).contains("\"Dabei\" is no status we know");
  }

  @Test
  void leavesAColumnItCannotChooseToTheAdmin() throws IOException {
    roster("Email,Work Email,Name\nana@example.com,a@example.com,Ana\n");

    Ran ran = init();

    assertThat(ran.code()).as(ran.toString()).isZero();
    assertThat(ran.out()).contains("Which column is the email: \"Email\" or \"Work Email\"?");
    Ran validate = Shell.run("validate", job().toString());
    assertThat(validate.code()).isEqualTo(5);
    assertThat(validate.err())
        .contains("question 1 of " + job() + " is unanswered: \"Email\" or \"Work Email\"");
  }

  @Test
  void takesTheOnlyColumnOfAddressesAndAsks() throws IOException {
    roster("Kontakt,Abteilung\nana@example.com,X\nbob@example.com,X\n");

    Ran ran = init();

    assertThat(ran.code()).as(ran.toString()).isZero();
    assertThat(ran.out()).contains("Is \"Kontakt\" the address people sign in with?");
    assertThat(Shell.run("validate", job().toString()).code()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Name,Phone\nAna,1\nBob,2\n",
        "a\n",
        "",
        "\u0000\u0001",
        "PK\u0003\u0004 a workbook",
        "Email\n",
      })
  void ofWhatIsNoRosterIsOneClearError(String text) throws IOException {
    roster(text);

    Ran ran = init();

    assertThat(ran.code()).as(ran.toString()).isEqualTo(5);
    assertThat(ran.err().lines()).hasSize(1);
    assertThat(ran.err()).contains("people.csv");
    assertThat(job()).doesNotExist();
  }

  @Test
  void knowsAssignmentsByTheirColumns() throws IOException {
    roster("Email,Kind,Target,Environment,Role\nana@example.com,group,Ops,,\n");

    Ran ran = init();

    assertThat(ran.code()).as(ran.toString()).isZero();
    assertThat(Files.readString(job()))
        .contains("shape: assignments", "kind: Kind", "# Groups: Ops");
    assertThat(Shell.run("validate", job().toString()).code()).isZero();
  }

  @Test
  void leavesColumnsOfPeopleAloneThatAssignmentsWouldHave() throws IOException {
    roster("Email,Type,Environment\nana@example.com,Staff,prod\n");

    Ran ran = init();

    assertThat(ran.code()).as(ran.toString()).isZero();
    assertThat(Files.readString(job())).doesNotContain("shape:", "kind:", "environment: Env");
    assertThat(Shell.run("validate", job().toString()).code()).isZero();
  }

  @Test
  void leavesTheColumnsOfAKnownProgramToWhatIsKnownOfIt() throws IOException {
    roster(
        "First Name [Required],Last Name [Required],Email Address [Required],Status [READ ONLY]\n"
            + "Ana,Roy,ana@example.com,Active\nBo,Roy,bo@example.com,Suspended\n");

    Ran ran = init();
    Ran read = Shell.run("roster", job().toString(), "--format", "csv");

    assertThat(ran.code()).as(ran.toString()).isZero();
    assertThat(ran.out()).contains("status from \"Status [READ ONLY]\"");
    assertThat(Files.readString(job()))
        .contains("Google Workspace")
        .doesNotContain("\n    columns:");
    assertThat(read.out()).contains("ana@example.com,Ana Roy,active", "bo@example.com,Bo Roy,left");
  }

  @Test
  void asksWhetherAnotherSheetHoldsTheAssignments() throws IOException {
    Path workbook = Path.of("sample-data", "robotics.xlsx").toAbsolutePath();

    Ran ran = Shell.run("init", workbook.toString(), "--out", job().toString());

    assertThat(ran.code()).as(ran.toString()).isZero();
    assertThat(ran.out())
        .contains("30 rows", "Does the sheet \"Assignments\" say what these people");
    String text = Files.readString(job());
    String answered = text.replace("# assignments: {", "assignments: {");
    assertThat(answered).isNotEqualTo(text);
    Files.writeString(job(), answered);
    assertThat(Shell.run("roster", job().toString()).out()).contains("group Operators");
  }

  @Test
  void asksWhichOfTwoColumnsIsTheStatusAndHoldsThoseOnWhomTheyDiffer() throws IOException {
    roster(
        "Name,Email,Activated,Member Status\nAna Gil,ana@example.com,true,active\n"
            + "Bo Roy,bo@example.com,false,inactive\nCy May,cy@example.com,true,inactive\n");

    Ran ran = init();
    Ran read = Shell.run("roster", job().toString());

    assertThat(ran.out())
        .contains(
            "Which column is the status: \"Activated\" (true 2, false 1) or \"Member Status\"");
    assertThat(read.out()).contains("1 active, 1 left, 0 starting later, 1 held; 1 problem");
    assertThat(read.err())
        .contains("\"inactive\" says left, but \"true\" of \"Activated\" says active");
  }

  @Test
  void asksWhetherWordsOfAnotherProgramAreRoles() throws IOException {
    roster(
        "Name,Email,Role,Leaver Info\nAna Gil,ana@example.com,Member,Active\n"
            + "Bo Roy,bo@example.com,team_member,Left\n");

    Ran ran = init();
    Ran validate = Shell.run("validate", job().toString());

    assertThat(ran.out())
        .contains("of people in the workspace: \"Role\" (Member 1, team_member 1)?")
        .contains("\"Leaver Info\" (Active 1, Left 1) is not read. Does it say who has left?");
    assertThat(Files.readString(job())).contains("      # role: Role");
    assertThat(validate.err())
        .contains("not read: \"Role\" (may be the role: Member 1, team_member 1), \"Leaver Info\"");
  }

  @Test
  void takesNoDomainForOursThatAnybodyCanHave() throws IOException {
    roster("Name,Email\nAna Gil,ana@example.com\nBo Roy,bo@gmail.com\n");

    Ran ran = init();

    assertThat(ran.out()).contains("Are people of yours at gmail.com 1?");
    assertThat(Files.readString(job())).contains("emails: [\"*@example.com\"]");
    assertThat(Shell.run("validate", job().toString()).err())
        .contains("1 person is outside scope.emails and never planned for: gmail.com 1");
    roster("Name,Email\nAna Gil,ana@web.de\nBo Roy,bo@gmail.com\n");
    init("--force");
    assertThat(Shell.run("validate", job().toString()).err())
        .contains("question 1 of " + job() + " is unanswered: whose addresses are yours?");
  }

  @Test
  void asksAboutAUserNameThatIsTheAddressWhereThatIsNearlyEmpty() throws IOException {
    StringBuilder text = new StringBuilder("Name,email,userName\n");
    for (int i = 0; i < 10; i++) {
      text.append("Ana Gil,%s,p%d@example.com%n".formatted(i == 0 ? "x@example.org" : "", i));
    }
    roster(text.toString());

    Ran ran = init();

    assertThat(ran.out())
        .contains("\"userName\" is read as the address, for \"email\" is nearly empty (1 of 10)");
    assertThat(Shell.run("validate", job().toString()).out()).contains("Read 10 people");
  }

  @Test
  void writesTheSheetItChoseAndListsTheOthers() {
    Path workbook = Path.of("sample-data", "robotics.xlsx").toAbsolutePath();

    Ran ran = Shell.run("init", workbook.toString(), "--out", job().toString());

    assertThat(ran.out()).contains("the sheets: \"", "address");
    assertThat(job()).content().contains("    sheet: ");
  }

  @Test
  void namesTheColumnsWhereNoneHoldsAddresses() throws IOException {
    roster("Name,Phone\nAna,1\nBob,2\n");

    assertThat(init().err())
        .contains("no column holds e-mail addresses; the columns are \"Name\", \"Phone\"");
  }

  @Test
  void canBeReadWhateverTheHeadersAndValuesAre() throws IOException {
    String odd = "\"E: {mail} #1\",\"a \"\"b\"\" \\\",\"- x\n y\",\"Status\",\"yes\"\n";
    String rows =
        IntStream.range(0, 20)
            .mapToObj(
                i ->
                    "p"
                        + i
                        + "@example.com,\"%{x}: \"\""
                        + i % 2
                        + "\"\"\",\"*a\\n"
                        + i % 2
                        + "\",\"Act: ive #"
                        + i % 2
                        + "\",\"no\"\n")
            .reduce("", String::concat);
    roster(odd + rows);

    Ran ran = init();
    Ran validate = Shell.run("validate", job().toString());

    assertThat(ran.code()).as(ran.toString()).isZero();
    assertThat(validate.out()).as(Files.readString(job())).contains("is no status we know");
    assertThat(validate.out()).doesNotContain("job.yaml:");
  }

  @Test
  void neverOverwritesUnlessTold() throws IOException {
    roster("Email\nana@example.com\n");
    Files.createDirectories(job().getParent());
    Files.writeString(job(), "precious");

    Ran refused = init();
    Ran forced = init("--force");

    assertThat(refused.code()).isEqualTo(5);
    assertThat(refused.err()).contains("is there already", "--force");
    assertThat(forced.code()).as(forced.toString()).isZero();
    assertThat(Files.readString(job())).doesNotContain("precious");
  }

  @Test
  void showsNoPasswordOfADatabase() {
    Ran ran =
        Shell.run(
            "init",
            "jdbc:postgresql://reader:" + Shell.MARKER + "@db.example.com/hr",
            "--out",
            job().toString());

    assertThat(ran.code()).isEqualTo(5);
    assertThat(ran.err()).contains("jdbc:postgresql://db.example.com/hr");
  }

  @Test
  void writesAJobFileForADatabaseThatReadsIt() throws Exception {
    String url = "jdbc:h2:file:" + folder.resolve("people");
    try (Connection connection = DriverManager.getConnection(url, "ana", Shell.MARKER);
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE employee (work_email VARCHAR(99), full_name VARCHAR(99))");
      statement.execute("INSERT INTO employee VALUES ('bo@example.com', 'Bo Roy')");
    }
    String roster = url + ";USER=ana;PASSWORD=" + Shell.MARKER;

    Ran ran =
        Shell.run("init", roster, "--query", "select * from employee", "--out", job().toString());

    assertThat(ran.code()).as(ran.toString()).isZero();
    assertThat(Files.readString(job()))
        .contains("type: jdbc", "username: ana", "query: \"select * from employee\"", "WORK_EMAIL")
        .contains("${env:PEOPLE_PASSWORD}")
        .doesNotContain(Shell.MARKER);
  }

  private Path job() {
    return folder.resolve("jobs").resolve("job.yaml");
  }

  private void roster(String text) throws IOException {
    Files.writeString(folder.resolve("people.csv"), text, StandardCharsets.UTF_8);
  }

  private Ran init(String... more) {
    String[] line = new String[4 + more.length];
    line[0] = "init";
    line[1] = folder.resolve("people.csv").toString();
    line[2] = "--out";
    line[3] = job().toString();
    System.arraycopy(more, 0, line, 4, more.length);
    return Shell.run(line);
  }
}
