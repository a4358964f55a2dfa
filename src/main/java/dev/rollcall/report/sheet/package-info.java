/**
 * Writes rows of texts as files that people open in a spreadsheet: CSV and workbooks, the same
 * cells in both, none of which is a formula or hides anything.
 */
@NullMarked
package dev.rollcall.report.sheet;

import org.jspecify.annotations.NullMarked;
