package dev.rollcall.source.excel;

import java.util.Optional;

/**
 * The style parts of a workbook in the Office Open XML format: they say how its cells look.
 *
 * @param styles the part that styles are numbered in; empty where there is none to be copied
 * @param theme the part with the colours and fonts that styles refer to
 * @param from1904 whether days are counted from 1904
 */
record StyleParts(Optional<String> styles, Optional<String> theme, boolean from1904) {

  static final StyleParts NONE = new StyleParts(Optional.empty(), Optional.empty(), false);
}
