/**
 * Rosters in Excel workbooks, streamed, whoever wrote them. Knows nothing of what columns mean;
 * also writes rejected rows back in the same form. Apache POI is used here only: for what is
 * encrypted, for the old binary format and for the ways numbers are shown.
 */
@NullMarked
package dev.rollcall.source.excel;

import org.jspecify.annotations.NullMarked;
