/**
 * Rosters in text files: charset, delimiter, quotes and line numbers. Knows nothing of what columns
 * mean; also writes rejected rows back in the same form.
 */
@NullMarked
package dev.rollcall.source.csv;

import org.jspecify.annotations.NullMarked;
