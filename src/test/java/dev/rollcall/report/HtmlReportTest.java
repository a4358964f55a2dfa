package dev.rollcall.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.security.Dangers;
import dev.rollcall.testing.Reports;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class HtmlReportTest {

  @Test
  void tellsWhatChangedForWhomAndWhy() {
    String html = Written.by(new HtmlReport(), Reports.troubled());

    assertThat(html)
        .contains("<title>nightly on Acme · Rollcall</title>")
        .contains("Exit 4: a safety rule held something back.")
        .contains("<bdi>kim.lee@example.com</bdi>")
        .contains("<bdi>dev Analyst → Operator</bdi>")
        .contains("<bdi>mover: people.csv:21 (DEV role)</bdi>")
        .contains("<bdi class=\"name\">Ana López</bdi>")
        .contains("--allow removals=1")
        .contains("did you mean \"Finance builders\"?")
        .contains("starts on 2026-12-01");
  }

  @Test
  void needsNothingFromAnywhereElse() {
    String html = Written.by(new HtmlReport(), Reports.troubled());

    assertThat(html).doesNotContain("http://", "https://", "@import", "url(", "src=", "<link");
    assertThat(html).contains("Content-Security-Policy", "default-src 'none'");
  }

  @Test
  void thePolicyNamesTheVeryStyleAndScriptThatAreWritten() throws GeneralSecurityException {
    for (RunReport report : List.of(Reports.troubled(), Reports.dryRun(), Reports.hostile())) {
      String html = Written.by(new HtmlReport(), report);

      assertThat(html)
          .contains(
              "content=\"default-src 'none'; style-src '"
                  + digest(html, "style")
                  + "'; script-src '"
                  + digest(html, "script")
                  + "'; base-uri 'none'; form-action 'none'\"");
      assertThat(html).doesNotContain("unsafe-inline", " style=", " onclick=");
    }
  }

  /** As a browser works it out: of all that stands between the tags. */
  private static String digest(String html, String tag) throws GeneralSecurityException {
    String text = html.substring(html.indexOf("<" + tag + ">") + tag.length() + 2);
    byte[] bytes = text.substring(0, text.indexOf("</" + tag + ">")).getBytes(UTF_8);
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
    return "sha256-" + Base64.getEncoder().encodeToString(digest);
  }

  @Test
  void textsFromOutsideStayTexts() {
    String html = Written.by(new HtmlReport(), Reports.hostile());

    assertThat(html)
        .doesNotContain("\u202E", "\u001B", "<script>alert", "<img", "<svg", "<b>x", "<i>", "<hr>");
    assertThat(Dangers.in(html)).isEmpty();
    assertThat(Pattern.compile("<script").matcher(html).results().count()).isEqualTo(1);
    assertThat(html).contains("&lt;script&gt;alert(1)&lt;/script&gt;@example.com");
  }

  @Test
  void aRunThatIsTooLongForABrowserIsCutAndSaysWhereTheRestIs() {
    String html = Written.by(new HtmlReport(100), Reports.big(1234));

    assertThat(Pattern.compile("<article").matcher(html).results().count()).isEqualTo(100);
    assertThat(html)
        .contains("1,134 more operations are not shown here: see operations.csv or report.json");
  }

  @Test
  void whatNeedsAttentionIsNeverWhatIsCut() {
    String html = Written.by(new HtmlReport(2), Reports.hostile());

    assertThat(html).contains("<bdi>o'neil+").doesNotContain("<bdi>+plus@example.com");
  }

  @Test
  void thousandsOfOperationsAreWrittenAsTheyCome() throws IOException {
    JsonReportTest.Longest longest = new JsonReportTest.Longest();

    new HtmlReport(20_000).write(Reports.big(20_000), longest);

    assertThat(longest.total).isGreaterThan(5_000_000);
    assertThat(longest.longest).isLessThan(100_000);
  }

  @Test
  void aDryRunSaysThatNothingWasChanged() {
    assertThat(Written.by(new HtmlReport(), Reports.dryRun()))
        .contains("A dry run: nothing was changed.")
        .doesNotContain(">applied<");
    assertThat(Written.by(new HtmlReport(), Reports.big(0)))
        .contains("Nothing to do: the workspace is as the records say.");
  }
}
