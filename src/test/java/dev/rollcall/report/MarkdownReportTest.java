package dev.rollcall.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.testing.Reports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownReportTest {

  @Test
  void aPlanReadsAsATable() {
    assertThat(Written.by(new MarkdownReport(), Reports.dryRun()))
        .isEqualTo(
            """
        ## nightly on Acme

        **Plan: 2 to invite, 1 to change, 2 to remove, 1985 unchanged.**\\
        8 requests, about 1 min 12 s at 60 a minute, after 11 that read the workspace; seats 87 + 9 invited + 2 of 100.

        1 person was left alone because of a problem.

        ### Held back

        * removals: 1 person would lose all access; 0 are allowed. If this is right, run again with --allow removals=1

        ### Problems

        * contractors.xlsx\\!Active people\\!C7: there is no group "Finanse builders"; did you mean "Finance builders"?

        ### Changes

        | | Who | What | Why | State |
        |---|---|---|---|---|
        | `+` | group Finance builders | create the group: Builds the finance recipes | \\[drift: nightly.yaml:31\\] |  |
        | `+` | group Finance builders | Billing@dev Builder | \\[drift: nightly.yaml:33\\] |  |
        | `!` | lou.reyes@example.com | suspend, taking dev Member, prod Environment admin | \\[leaver: people.csv:40 (Status)\\] | held: removals |
        | `+` | ana.lopez@example.com | invite Ana López with dev Member, prod Member, group Finance builders | \\[joiner: people.csv:17, rule Finance\\] |  |
        | `+` | bo.chen@example.com | invite Bo Chen with dev Analyst | \\[joiner: people.csv:18\\] |  |
        | `~` | kim.lee@example.com | dev Analyst -&gt; Operator | \\[mover: people.csv:21 (DEV role)\\] |  |
        | `+` | kim.lee@example.com | group Finance builders | \\[mover: people.csv:21 (Groups)\\] |  |
        | `-` | kim.lee@example.com | group Ops | \\[mover: people.csv:21 (Groups)\\] |  |
        | `-` | mia.wolf@example.com | remove from the workspace, with group Ops | \\[leaver: people.csv:41 (Status)\\] |  |

        ### Noticed, nothing will be done

        * 4 in the workspace, in no roster
          * old.admin@example.com: is a member and in no roster
          * temp.one@example.com: is a member and in no roster
          * temp.two@example.com: is a member and in no roster
          * temp.three@example.com: is a member and in no roster
        * 1 starts later
          * zoe.keller@example.com: starts on 2026-12-01  \\[people.csv:30 (Start Date)\\]

        """);
  }

  @Test
  void aRunSaysWhatWasApplied() {
    assertThat(Written.by(new MarkdownReport(), Reports.applied()))
        .contains("Applied 9 of 9, verified 7 of 7, 2 invitations sent, not yet visible.");
  }

  @Test
  void textsFromOutsideCannotBreakTheTableOrBecomeMarkup() {
    String markdown = Written.by(new MarkdownReport(), Reports.hostile());

    assertThat(markdown).doesNotContain("<script>", "<img", "<svg");
    assertThat(markdown.lines().filter(line -> line.startsWith("| `")))
        .hasSize(3)
        .allSatisfy(row -> assertThat(row.replace("\\|", "").split("\\|", -1)).hasSize(7));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      value = {
        "[a](http://x.example) => \\[a\\](http&#58;//x.example)",
        "see www.x.example now => see www&#46;x.example now",
        "mailto:x@y.example => mailto&#58;x@y.example",
        "<b>&lt; => &lt;b&gt;&amp;lt;",
        "![i](x) | `c` => \\!\\[i\\](x) \\| \\`c\\`",
        "# t => \\# t",
        "- t => \\- t",
        "1. t => 1\\. t",
        "= => \\=",
        "*b* _i_ ~s~ $m$ => \\*b\\* \\_i\\_ \\~s\\~ \\$m\\$",
        "C:\\new => C:\\\\new"
      })
  void whatMarkdownActsOnIsEscaped(String words, String markdown) {
    assertThat(MarkdownReport.text(words)).isEqualTo(markdown);
  }

  @Test
  void aLongPlanIsCut() {
    assertThat(Written.by(new MarkdownReport(), Reports.big(1200))).contains("… and 1,000 more");
  }
}
