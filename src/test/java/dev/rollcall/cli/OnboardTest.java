package dev.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.journal.Repository;
import dev.rollcall.journal.RepositorySettings;
import dev.rollcall.sandbox.FaultDraft;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** People of a spreadsheet come in beside the rosters, and nobody loses anything by it. */
class OnboardTest {

  private static final String INVITE = "POST /api/member_invitations";
  private static final String TWO =
      "Email,Name,DEV role\nflo@example.com,Flo Ray,Member\ngus@example.com,Gus Orr,Member\n";

  @TempDir Path folder;

  private Workbench bench;

  @BeforeEach
  void open() {
    bench = new Workbench(folder);
    bench.write("new.csv", TWO);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private Ran onboard(String... options) {
    return of("new.csv", options);
  }

  private Ran of(String file, String... options) {
    return Shell.run(
        Stream.concat(
                Stream.of("onboard", folder.resolve(file).toString(), bench.job.toString()),
                Stream.of(options))
            .toArray(String[]::new));
  }

  private Ran done(String... options) {
    List<String> all = new ArrayList<>(List.of(options));
    all.add("--yes");
    return onboard(all.toArray(String[]::new));
  }

  /** Somebody sits at the terminal, and answers. */
  private Ran answered(String answer) {
    return answered(new ByteArrayInputStream(answer.getBytes(StandardCharsets.UTF_8)));
  }

  private Ran answered(InputStream answers) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    OnboardCommand command =
        new OnboardCommand(new Terminal(stream, stream, true, Map.of()), answers);
    int code =
        new picocli.CommandLine(command.spec())
            .execute(folder.resolve("new.csv").toString(), bench.job.toString());
    return new Ran(code, out.toString(StandardCharsets.UTF_8), "");
  }

  @Test
  void onlyPlansWhereNobodyIsThereToSayYes() {
    Ran ran = onboard();

    assertThat(ran.code()).as(ran.toString()).isEqualTo(2);
    assertThat(ran.out())
        .contains("+ flo@example.com", "Plan: 2 to invite, 0 to change, 0 to remove")
        .contains("3 requests", "seats 5 + 0 invited + 2 of 100");
    assertThat(ran.err()).contains("Nothing was done: this is what --yes would do.");
    assertThat(bench.writes()).isEmpty();
    assertThat(bench.hasRepository()).isFalse();
    bench.write("new.csv", "Email,Name,DEV role\ndee@example.com,Dee Poe,Member\n");
    assertThat(onboard().code()).isZero();
  }

  @Test
  void asksOnceAndDoesWhatWasShown() {
    Ran no = answered("no\n");

    assertThat(no.code()).as(no.toString()).isEqualTo(2);
    assertThat(no.out()).contains("Plan: 2 to invite", "Do this? [y/N]", "Nothing was done.");
    assertThat(answered("").code()).isEqualTo(2);
    assertThat(bench.writes()).isEmpty();
    assertThat(bench.hasRepository()).isFalse();

    Ran yes = answered("yes\n");

    assertThat(yes.code()).as(yes.toString()).isZero();
    assertThat(yes.out()).contains("Applied 2 of 2");
    assertThat(bench.mails()).containsExactlyInAnyOrder("flo@example.com", "gus@example.com");

    Ran again = answered("");

    assertThat(again.code()).as(again.toString()).isZero();
    assertThat(again.out()).doesNotContain("Do this?").contains("Plan: 0 to invite");
  }

  @Test
  void doesNoMoreThanWhatWasShown() {
    InputStream late =
        new ByteArrayInputStream("y\n".getBytes(StandardCharsets.UTF_8)) {
          @Override
          public synchronized int read(byte[] bytes, int from, int length) {
            bench.write("new.csv", TWO + "jo@example.com,Jo Kay,Member\n");
            return super.read(bytes, from, length);
          }
        };

    Ran ran = answered(late);

    assertThat(ran.code()).as(ran.toString()).isZero();
    assertThat(ran.out())
        .contains("asked for since the plan was shown, and so not done: 1 operation")
        .contains("Applied 2 of 2");
    assertThat(bench.mails()).containsExactlyInAnyOrder("flo@example.com", "gus@example.com");
  }

  @Test
  void anOrderThatSomebodyForgedOpensNoFile() throws Exception {
    bench.sandbox.fail(FaultDraft.status("POST", "/api/member_invitations", 400).nth(2).made());
    done();
    bench.sandbox.clearFaults();
    Path other = Files.writeString(folder.resolve("other.csv"), "Email\nsecret@example.com,x,y\n");
    forge("REPLACE(flags, 'new.csv', 'other.csv')");
    Ran elsewhere = bench.look("rerun");
    forge("REGEXP_REPLACE(flags, '--onboard-digest=[0-9a-f]+', '')");
    Ran without = bench.look("rerun");

    assertThat(elsewhere.code()).as(elsewhere.toString()).isEqualTo(5);
    assertThat(elsewhere.err()).contains(other + ": is not what it was when run ");
    assertThat(elsewhere.all()).doesNotContain("secret@example.com");
    assertThat(without.code()).as(without.toString()).isEqualTo(5);
    assertThat(without.err()).contains("are no options; start a new run");
  }

  private void forge(String flags) throws SQLException {
    try (Repository opened =
            Repository.open(RepositorySettings.of(bench.repository()), Clock.systemUTC());
        Connection connection = opened.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      assertThat(statement.executeUpdate("UPDATE rollcall.runs SET flags = " + flags)).isPositive();
    }
  }

  @Test
  void takesNothingFromAnybody() {
    bench.write(
        "new.csv",
        """
        Email,Name,Status,Start date,End date,DEV role,PROD role,Groups,Projects
        ana@example.com,Ana Silva,Active,,,Member,No access,Ops,
        bob@example.com,Bob Roy,Active,,,Environment manager,,,Billing@dev = Project operator
        cy@example.com,Cy Moe,Left,,,,,,
        dee@example.com,Dee Poe,Active,,2020-01-31,Member,,Finance,
        flo@example.com,Flo Ray,Inactive,,,Member,,,
        gus@example.com,Gus Orr,Active,2999-01-01,,Member,,,
        """);

    Ran ran = done();

    assertThat(ran.code()).as(ran.toString()).isZero();
    assertThat(ran.out())
        .contains("+ group Ops", "dev Member -> Environment manager")
        .contains("Plan: 0 to invite, 2 to change, 0 to remove")
        .contains("ana@example.com: keeps dev Environment admin, although Member is asked for")
        .contains("ana@example.com: keeps prod Environment admin, although No access is asked for")
        .contains("bob@example.com: keeps Billing@dev Builder, although Project operator is asked")
        .contains("3 has left, not onboarded")
        .contains("cy@example.com: has left, and is in the workspace: nothing is given")
        .contains("flo@example.com: has left: not invited")
        .contains("gus@example.com: starts later");
    assertThat(bench.writes()).noneMatch(write -> write.startsWith("DELETE"));
    assertThat(bench.mails()).isEmpty();
  }

  @Test
  void givesWhatTheSheetDoesNotSay() {
    bench.write(
        "new.csv",
        "Email,Name,DEV role,Team\nflo@example.com,Flo Ray,,Sales\nbob@example.com,,Member,Sales\n");
    assertThat(onboard().err()).contains("\"Team\" (Sales 2) is not read, and may be the groups");

    Ran ran =
        done(
            "--role",
            "dev=Environment manager",
            "--role",
            "prod=Member",
            "--groups",
            "Ops;Finance");

    assertThat(ran.code()).as(ran.toString()).isZero();
    assertThat(ran.out())
        .contains("invite Flo Ray with dev Environment manager, prod Member, group Finance, group")
        .contains("[joiner: " + folder.resolve("new.csv") + ":2, rule --role]")
        .contains("+ group Ops  [mover: --groups Ops, rule --groups]")
        .contains("Plan: 1 to invite, 1 to change, 0 to remove")
        .contains("not read: \"Team\" (may be the groups: Sales 2)");
  }

  @Test
  void rulesGoByTheColumnsOfTheSheetAndThoseThatCannotBeJudgedGiveNothing() {
    bench.rules(
        """
        rules:
          - { name: Guests, when: 'person.kind != "staff"', grant: { roles: { dev: Member } } }
          - { name: All, when: 'true', grant: { roles: { dev: Environment manager, prod: Member } } }
          - { name: Sales, when: 'person.team == "Sales"', grant: { groups: [Ops] } }
        """);
    bench.write("people.csv", Workbench.EVERYBODY.replace("Projects\n", "Projects,Kind,Team\n"));
    bench.write("new.csv", "Email,Name,Team\nflo@example.com,Flo Ray,Sales\n");

    Ran ran = onboard();

    assertThat(ran.code()).as(ran.toString()).isEqualTo(2);
    assertThat(ran.out())
        .contains("+ invite Flo Ray with prod Member, group Ops")
        .contains("rule \"Guests\" gives nobody anything here: the sheet has no column for")
        .contains("rule \"All\" gives no role in dev here");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          report  | reports these people, and leaves their access as it is
          suspend | takes the access of these people away
          remove  | removes these people from the workspace
          """)
  void tellsWhatTheNextRunMakesOfThem(String absent, String then) {
    bench.with("policy: { absent: " + absent + " }");
    bench.joined("gus@example.com,Gus Orr,left,,,,", "hal@example.com,Hal Ode,active,Member,,,");
    bench.write("new.csv", TWO + "hal@example.com,Hal Ode,Member\njo@example.com,Jo Kay,Member\n");

    Ran ran = onboard();

    assertThat(ran.out())
        .contains("2 of them are in none of the job's rosters; policy.absent: " + absent)
        .contains("the next sync of small " + then)
        .contains("1 of them is marked as left in the job's rosters; policy.left: suspend");
  }

  @Test
  void goesOnWhereTheRostersCannotBeRead() throws IOException {
    Files.delete(folder.resolve("people.csv"));

    Ran ran = done();

    assertThat(ran.code()).as(ran.toString()).isZero();
    assertThat(ran.out())
        .contains("The job's rosters could not be read (people.csv: ")
        .contains(
            "nobody can tell which of these people are in none of them; policy.absent: report");
    assertThat(bench.mails()).hasSize(2);
  }

  @Test
  void keepsToSeatsLimitsAndScope() {
    bench.with("safety: { invites: { count: 1 }, seats: 6 }\nscope: { emails: ['*@example.com'] }");
    bench.write("new.csv", TWO + "far@example.org,Far Out,Member\n");

    Ran held = done();

    assertThat(held.code()).as(held.toString()).isEqualTo(4);
    assertThat(held.out())
        .contains("--allow invites=2", "far@example.org, have addresses outside scope.emails");
    assertThat(bench.mails()).isEmpty();

    Ran allowed = bench.look("rerun", "--allow", "invites=2");

    assertThat(allowed.code()).as(allowed.toString()).isZero();
    assertThat(allowed.out()).contains("onboarding, planned", "seats 5 + 0 invited + 1 of 6");
    assertThat(bench.mails()).containsExactly("flo@example.com");
  }

  @Test
  void aRerunIsForTheSamePeopleOfTheSameFile() throws IOException {
    bench.joined("hal@example.com,Hal Ode,active,Member,,,");
    bench.sandbox.fail(FaultDraft.status("POST", "/api/member_invitations", 400).nth(2).made());
    Ran first = done("--groups", "Ops");
    assertThat(first.out()).as(first.toString()).contains("Applied 1 of 2");
    bench.sandbox.clearFaults();

    bench.write("new.csv", TWO + "jo@example.com,Jo Kay,Member\n");
    Ran changed = bench.look("rerun");
    Files.delete(folder.resolve("new.csv"));
    Ran gone = bench.look("rerun");
    bench.write("new.csv", TWO);
    Ran same = bench.look("rerun");

    assertThat(changed.code()).as(changed.toString()).isEqualTo(5);
    assertThat(changed.err()).contains("new.csv: is not what it was when run ", "onboard shows");
    assertThat(gone.code()).as(gone.toString()).isEqualTo(5);
    assertThat(gone.err()).contains("new.csv: is not there any more", "put it back");
    assertThat(same.code()).as(same.toString()).isZero();
    assertThat(bench.mails()).containsExactlyInAnyOrder("flo@example.com", "gus@example.com");
    assertThat(bench.sandbox.comparableState()).contains("Ops");
  }

  @Test
  void aNightlyRunLeavesAnUnfinishedOneToBeGoneOnWith() {
    bench.sandbox.fail(
        FaultDraft.slow("POST", "/api/member_invitations", Duration.ofMillis(1200)).made());
    Ran stopped = done("--deadline", "1s");
    assertThat(stopped.code()).as(stopped.toString()).isEqualTo(8);
    bench.sandbox.clearFaults();
    String run = bench.look("runs").out().replaceAll("(?s).*\n(\\S+) +small +onboard.*", "$1");
    Ran asSync = bench.run("sync", "--run", run);
    Ran nightly = bench.run("sync");
    Ran rerun = bench.look("rerun");

    assertThat(asSync.code()).isEqualTo(5);
    assertThat(asSync.err())
        .contains("onboards the people of a spreadsheet; `rollcall rerun " + run);
    assertThat(nightly.code()).as(nightly.toString()).isZero();
    assertThat(rerun.code()).as(rerun.toString()).isZero();
    assertThat(bench.mails()).containsExactlyInAnyOrder("flo@example.com", "gus@example.com");
  }

  @Test
  void showsWhatItWas() {
    Ran first = done();
    String run = first.out().replaceAll("(?s).*, run (\\S+)\n.*", "$1");

    Ran shown = bench.look("show", run, "--format", "json");

    assertThat(first.out()).contains("small on Acme, onboarding, planned ");
    assertThat(shown.out()).contains("\"mode\" : \"onboard\"");
    assertThat(bench.look("show", run).out()).contains("Onboards 2 people of ", "new.csv");
    assertThat(bench.look("runs", "--format", "json").out()).contains("\"mode\" : \"onboard\"");
  }

  /** File, options and what is said of them. */
  private static final String WRONG =
      """
      none.csv  |                               | none.csv: does not exist; look at the path
      reports.d |                               | reports.d: is a folder; name the file in it
      new.csv   | --role Member                 | --role: "Member" is no role in an environment
      new.csv   | --role dev=                   | write --role dev=Member
      new.csv   | --role dev=No_access          | nothing is taken from people who are onboarded
      new.csv   | --role dv=Member              | no environment "dv"; did you mean "dev"?
      new.csv   | --role dev=Memebr             | role "Memebr"; did you mean "Member"?
      new.csv   | --groups Fnance               | no group "Fnance"; did you mean "Finance"?
      new.csv   | --groups Ops,Finance          | lists are separated by ";": did you mean "Ops; Finance"?
      new.csv   | --groups ;                    | --groups: names no group
      new.csv   | --sheet People                | is no workbook, and has no sheets
      noaddr.csv|                               | no column holds e-mail addresses
      header.csv|                               | there is a header and no row
      empty.csv |                               | the file is empty
      odd.csv   |                               | nothing but its values says that "Kontakt"
      guess.csv |                               | "Role" (student 2) may be the role
      """;

  @Test
  void refusesWhatItCannotKnow() throws IOException {
    Files.createDirectory(folder.resolve("reports.d"));
    bench.write("noaddr.csv", "Name,City\nAna,Rome\n");
    bench.write("header.csv", "Email,Name\n");
    bench.write("empty.csv", "");
    bench.write("odd.csv", "Kontakt,Name\nana@example.com,Ana\nbob@example.com,Bob\n");
    bench.write(
        "guess.csv", "Email,Name,Role\nflo@example.com,F,student\ngus@example.com,G,student\n");
    for (String wrong : WRONG.lines().toList()) {
      String[] cells = wrong.split("\\|");
      List<String> line = new ArrayList<>(List.of("--yes"));
      Stream.of(cells[1].strip().split(" "))
          .filter(each -> !each.isEmpty())
          .map(each -> each.replace('_', ' '))
          .forEach(line::add);

      Ran ran = of(cells[0].strip(), line.toArray(String[]::new));

      assertThat(ran.code()).as(wrong + ran).isEqualTo(5);
      assertThat(ran.err()).as(wrong).contains(cells[2].strip());
    }
    assertThat(bench.writes()).isEmpty();
    assertThat(bench.look("rerun").out()).contains("No run has left anything.");
  }

  @ParameterizedTest
  @CsvSource({"GET,/api/users/me", "GET,/api/members"})
  void goesOnOnceADeadTokenWorksAgain(String method, String path) {
    bench.sandbox.fail(FaultDraft.status(method, path, 401).always().made());
    bench.sandbox.fail(FaultDraft.status("GET", "/api/projects", 401).always().made());

    Ran dead = done();

    assertThat(dead.code()).as(dead.toString()).isEqualTo(5);
    bench.sandbox.clearFaults();

    Ran rerun = bench.look("rerun");

    assertThat(rerun.code()).as(rerun.toString()).isZero();
    assertThat(rerun.err()).contains("plans afresh; it onboards the people of");
    assertThat(bench.mails()).containsExactlyInAnyOrder("flo@example.com", "gus@example.com");
  }

  @Test
  void handsBackTheRowsOfAllWhoAreLeftAlone() throws IOException {
    bench.write(
        "new.csv",
        TWO
            + "hal@example.com,Hal Kay,Memeber\nno address,Ivo,Member\n"
            + "jo@example.com,Jo Kay,Member\njo@example.com,Jo Kay,Environment manager\n");

    Ran ran = done();

    assertThat(ran.code()).as(ran.toString()).isEqualTo(3);
    assertThat(ran.out()).contains("4 rows are handed back");
    try (Stream<Path> files = Files.walk(bench.job.resolveSibling("reports"))) {
      Path back = files.filter(each -> each.endsWith("rejects.csv")).findFirst().orElseThrow();
      assertThat(Files.readAllLines(back))
          .satisfiesExactly(
              header -> assertThat(header).endsWith("Email,Name,DEV role"),
              hal ->
                  assertThat(hal)
                      .contains("Memeber", "Member\"\"")
                      .endsWith("hal@example.com,Hal Kay,Memeber"),
              ivo -> assertThat(ivo).contains("has no @"),
              jo -> assertThat(jo).endsWith("jo@example.com,Jo Kay,Member"),
              jo -> assertThat(jo).endsWith("jo@example.com,Jo Kay,Environment manager"));
    }
  }

  @Test
  void aSheetOfWhichMostRowsAreWrongWasMisunderstood() {
    bench.write("new.csv", TWO + "one,One,Member\ntwo,Two,Member\nthree,Three,Member\n");

    Ran ran = done();

    assertThat(ran.code()).as(ran.toString()).isEqualTo(5);
    assertThat(ran.err()).contains("3 of 5 rows are bad");
    assertThat(bench.writes()).doesNotContain(INVITE);
  }
}
