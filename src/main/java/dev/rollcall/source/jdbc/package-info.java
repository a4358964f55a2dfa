/**
 * Rosters in databases: one read-only connection, a query, and its rows as texts, streamed. Knows
 * what each kind of database wants to be asked its own way, and nothing of what columns mean. The
 * only place that knows a reader's password; no message holds it.
 */
@NullMarked
package dev.rollcall.source.jdbc;

import org.jspecify.annotations.NullMarked;
