package dev.rollcall.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.testing.Reports;
import org.junit.jupiter.api.Test;

class ConsoleTest {

  private static final ConsoleStyle PLAIN = ConsoleStyle.brief(TerminalColours.NONE);

  @Test
  void aPlanReadsByPersonWithReasonsAndEndsWithItsPrice() {
    assertThat(Written.by(new ConsolePlan(PLAIN), Reports.dryRun()))
        .isEqualTo(
            """
        nightly on Acme, planned 2026-11-22 03:31:12 UTC

        + group Finance builders
            + create the group: Builds the finance recipes  [drift: nightly.yaml:31]
            + Billing@dev Builder  [drift: nightly.yaml:33]
        ! lou.reyes@example.com
            ! - suspend, taking dev Member, prod Environment admin  [leaver: people.csv:40 (Status)]  held back by removals
        + ana.lopez@example.com
            + invite Ana López with dev Member, prod Member, group Finance builders  [joiner: people.csv:17, rule Finance]
        + bo.chen@example.com
            + invite Bo Chen with dev Analyst  [joiner: people.csv:18]
        ~ kim.lee@example.com
            ~ dev Analyst -> Operator  [mover: people.csv:21 (DEV role)]
            + group Finance builders  [mover: people.csv:21 (Groups)]
            - group Ops  [mover: people.csv:21 (Groups)]
        - mia.wolf@example.com
            - remove from the workspace, with group Ops  [leaver: people.csv:41 (Status)]

        Noticed, nothing will be done:
          4 in the workspace, in no roster
            old.admin@example.com: is a member and in no roster
            temp.one@example.com: is a member and in no roster
            temp.two@example.com: is a member and in no roster
            … and 1 more, --verbose shows all
          1 starts later
            zoe.keller@example.com: starts on 2026-12-01  [people.csv:30 (Start Date)]

        ! 1 problem, 1 row set aside, 1 person left alone:
            contractors.xlsx!Active people!C7: there is no group "Finanse builders"; did you mean "Finance builders"?

        ! removals: 1 person would lose all access; 0 are allowed. If this is right, run again with --allow removals=1
          1 operation held back.

        Plan: 2 to invite, 1 to change, 2 to remove, 1985 unchanged.
        8 requests, about 1 min 12 s at 60 a minute, after 11 that read the workspace; seats 87 + 9 invited + 2 of 100.
        """);
  }

  @Test
  void everyReportTellsARename() {
    RunReport report = Reports.renamed();
    String from = "renamed from ana.fox@example.com (employee-id 17)";

    assertThat(Written.by(new ConsolePlan(PLAIN), report))
        .contains("[joiner, " + from + ": people.csv:17 (Employee ID)]");
    assertThat(Written.by(new MarkdownReport(), report))
        .contains(from + ": people.csv:17 (Employee ID)");
    assertThat(Written.by(new HtmlReport(), report))
        .contains("joiner, " + from + ": people.csv:17 (Employee ID)");
    assertThat(Written.by(new JsonReport(), report)).contains("\"note\" : \"" + from + '"');
    assertThat(Written.by(new OperationsCsv(), report)).contains("," + from + "\n");
  }

  @Test
  void aSummaryThatWentWellIsOneLine() {
    assertThat(Written.by(new ConsoleSummary(PLAIN), Reports.applied()))
        .isEqualTo("Applied 9 of 9, verified 7 of 7, 2 invitations sent, not yet visible.\n");
  }

  @Test
  void aSummaryNamesWhatIsLeftAndTheCommandThatHelps() {
    assertThat(Written.by(new ConsoleSummary(PLAIN), Reports.troubled()))
        .isEqualTo(
            """
        Applied 4 of 9, verified 3 of 4.
        ! 1 refused by the workspace; once the cause is gone: rollcall rerun 20261122-033101-7f3a
            bo.chen@example.com, invite Bo Chen with dev Analyst: 422 Role is not allowed
        ! 1 failed, and did not happen: rollcall rerun 20261122-033101-7f3a
            kim.lee@example.com, group Finance builders: 503 after 5 attempts
        ! 1 in doubt, sent without a usable answer: rollcall rerun 20261122-033101-7f3a; to invite once more: rollcall rerun 20261122-033101-7f3a --resend EMAIL
            ana.lopez@example.com, invite Ana López with dev Member, prod Member, group Finance builders: the connection was lost
        ! 1 held back by removals
            removals: 1 person would lose all access; 0 are allowed. If this is right, run again with --allow removals=1
        ! 1 set aside, what they were planned on has moved: rollcall rerun 20261122-033101-7f3a
            kim.lee@example.com, group Ops: left the group meanwhile
        ! 1 accepted, but the workspace differs: rollcall rerun 20261122-033101-7f3a
            kim.lee@example.com, dev Analyst -> Operator: still dev Analyst
        ! 1 person was left alone because of a problem; once it is mended: rollcall rerun 20261122-033101-7f3a
        Exit 4: a safety rule held something back.
        """);
  }

  @Test
  void aLongPlanIsCutAndSaysWhereTheRestIs() {
    String text =
        Written.by(
            new ConsolePlan(new ConsoleStyle(TerminalColours.NONE, 50, "see report.html")),
            Reports.big(1984));

    assertThat(text)
        .contains("… and 1,934 more, see report.html\n")
        .contains("person00050@example.com")
        .doesNotContain("person00051@example.com")
        .endsWith(
            """
            Plan: 0 to invite, 1984 to change, 0 to remove, 6 unchanged.
            8 requests, about 1 min 12 s at 60 a minute, after 11 that read the workspace; seats 87 + 9 invited + 2 of 100.
            """);
  }

  @Test
  void verboseNamesEverybody() {
    assertThat(
            Written.by(
                new ConsolePlan(ConsoleStyle.verbose(TerminalColours.NONE)), Reports.big(1984)))
        .contains("person01984@example.com")
        .doesNotContain("…");
  }

  @Test
  void namesCannotSteerTheTerminal() {
    String plain = Written.by(new ConsolePlan(PLAIN), Reports.hostile());
    String coloured =
        Written.by(new ConsolePlan(ConsoleStyle.brief(TerminalColours.ANSI)), Reports.hostile());

    assertThat(plain)
        .doesNotContain("\u001B", "\u202E")
        .contains("\\u{1B}[31mred\\u{1B}[0m\\u{A}second | line");
    assertThat(coloured).doesNotContain("\u001B[31mred");
  }

  @Test
  void coloursOnlyWhereTheCallerWantsThem() {
    assertThat(
            Written.by(new ConsolePlan(ConsoleStyle.brief(TerminalColours.ANSI)), Reports.dryRun()))
        .contains("\u001B[32m+ ", "\u001B[31m- ", "\u001B[33m~ ", "\u001B[1;35m! ");
    assertThat(Written.by(new ConsolePlan(PLAIN), Reports.dryRun())).doesNotContain("\u001B");
  }
}
