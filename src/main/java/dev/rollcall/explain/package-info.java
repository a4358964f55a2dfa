/**
 * One person's story: what rosters and rules say, what the tenant holds, what would be done, and
 * why not more.
 */
@NullMarked
package dev.rollcall.explain;

import org.jspecify.annotations.NullMarked;
