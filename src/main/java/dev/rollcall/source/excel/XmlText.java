package dev.rollcall.source.excel;

/** Text as it stands in a part of a workbook. */
public final class XmlText {

  private XmlText() {}

  /** Escaped for elements and attributes; what XML cannot hold as workbooks write it. */
  public static String of(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '&' -> escaped.append("&amp;");
        case '"' -> escaped.append("&quot;");
        case '_' -> escaped.append(text.startsWith("_x", i) ? "_x005F_" : "_");
        default -> {
          boolean surrogate = Character.isSurrogate(c);
          boolean paired =
              surrogate
                  && (Character.isHighSurrogate(c)
                      ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
                      : i > 0 && Character.isHighSurrogate(text.charAt(i - 1)));
          boolean odd =
              (c < ' ' && c != '\n' && c != '\t') || c >= 0xFFFE || (surrogate && !paired);
          escaped.append(odd ? "_x%04X_".formatted((int) c) : String.valueOf(c));
        }
      }
    }
    return escaped.toString();
  }
}
