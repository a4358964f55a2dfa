/**
 * An access review and how it is written: for the terminal, as a workbook, as CSV, as one
 * self-contained page, for machines. What is in it was found out elsewhere.
 */
@NullMarked
package dev.rollcall.report.review;

import org.jspecify.annotations.NullMarked;
