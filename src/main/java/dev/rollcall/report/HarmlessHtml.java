package dev.rollcall.report;

import dev.rollcall.security.PlainText;
import gg.jte.TemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;

/** Escapes, and shows what could turn the text around or is no character at all. */
public final class HarmlessHtml extends OwaspHtmlTemplateOutput {

  /** Writes there. */
  public HarmlessHtml(TemplateOutput out) {
    super(out);
  }

  @Override
  public void writeUserContent(String text) {
    super.writeUserContent(text == null ? null : PlainText.line(text));
  }
}
