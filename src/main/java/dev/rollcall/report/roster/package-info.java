/**
 * Tells what rosters and rules come to, before any tenant is asked: as a table, JSON, or a roster
 * that can be read again.
 */
@NullMarked
package dev.rollcall.report.roster;

import org.jspecify.annotations.NullMarked;
