/** Tells what a tenant offers and where a job names it: as text, JSON or Markdown. */
@NullMarked
package dev.rollcall.report.catalog;

import org.jspecify.annotations.NullMarked;
