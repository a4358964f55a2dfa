package dev.rollcall.source.excel;

import java.util.List;

/** Writes a part with styles that do no more than show numbers in given ways. */
final class NumberStyles {

  /** From here on, formats are a workbook's own. */
  private static final int FIRST_OWN = 164;

  private NumberStyles() {}

  /** One style a format, in the same order. */
  static String part(List<NumberFormat> formats) {
    StringBuilder codes = new StringBuilder();
    StringBuilder styles = new StringBuilder();
    for (int i = 0; i < formats.size(); i++) {
      int own = FIRST_OWN + i;
      codes.append("<numFmt numFmtId=\"%d\" formatCode=\"".formatted(own));
      codes.append(XmlText.of(formats.get(i).code())).append("\"/>");
      styles.append(
          "<xf numFmtId=\"%d\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/>"
              .formatted(own));
    }
    return """
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">\
        <numFmts count="%1$d">%2$s</numFmts>\
        <fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>\
        <fills count="2"><fill><patternFill patternType="none"/></fill>\
        <fill><patternFill patternType="gray125"/></fill></fills>\
        <borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
        <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>\
        <cellXfs count="%1$d">%3$s</cellXfs>\
        <cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>\
        </styleSheet>
        """
        .formatted(formats.size(), codes, styles);
  }
}
