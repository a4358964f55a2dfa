package dev.rollcall.report;

import dev.rollcall.security.Sha256;
import gg.jte.html.HtmlTemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;

/**
 * What of a page is ours alone: its style and its script, and the policy that names both by the
 * digest of the very text that is written, so that a browser runs nothing else.
 */
public record HtmlParts(String style, String script) {

  /** For another page that looks the same: with more style, and a script of its own. */
  public static HtmlParts with(
      Consumer<HtmlTemplateOutput> moreStyle, Consumer<HtmlTemplateOutput> script) {
    return new HtmlParts(
        text(out -> JtestyleGenerated.render(out, null)) + text(moreStyle), text(script));
  }

  /** For a page with such a timeline: where its bars are is a matter of style too. */
  static HtmlParts of(List<HtmlPage.Bar> timeline) {
    StringBuilder bars = new StringBuilder();
    for (int bar = 0; bar < timeline.size(); bar++) {
      bars.append(
          ".timeline li:nth-child(%d) .track span { left: %s; width: %s; }\n"
              .formatted(bar + 1, timeline.get(bar).from(), timeline.get(bar).width()));
    }
    return new HtmlParts(
        text(out -> JtestyleGenerated.render(out, null)) + bars,
        text(out -> JtescriptGenerated.render(out, null)));
  }

  private static String text(Consumer<HtmlTemplateOutput> template) {
    StringOutput text = new StringOutput();
    template.accept(new OwaspHtmlTemplateOutput(text));
    return text.toString();
  }

  /** As it stands in the head of the page. */
  public String policy() {
    return "default-src 'none'; style-src %s; script-src %s; base-uri 'none'; form-action 'none'"
        .formatted(source(style), source(script));
  }

  private static String source(String text) {
    byte[] digest = Sha256.digest().digest(text.getBytes(StandardCharsets.UTF_8));
    return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
  }
}
