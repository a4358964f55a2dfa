package dev.rollcall.source.excel;

import java.util.Optional;

/**
 * How the cells of a workbook look, as the parts of one in the Office Open XML format.
 *
 * @param styles the part that styles are numbered in; empty where there is none to be copied
 * @param theme the part with the colours and fonts that styles refer to
 * @param from1904 whether days are counted from 1904
 */
record Looks(Optional<String> styles, Optional<String> theme, boolean from1904) {

  static final Looks NONE = new Looks(Optional.empty(), Optional.empty(), false);
}
