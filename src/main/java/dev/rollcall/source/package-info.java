/**
 * Where rosters come from: the seam that files and databases implement, rows and rejected rows.
 * Sub-packages read them, know what columns mean, and make people of rows.
 */
@NullMarked
package dev.rollcall.source;

import org.jspecify.annotations.NullMarked;
