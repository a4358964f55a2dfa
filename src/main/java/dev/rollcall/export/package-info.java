/**
 * Makes a roster, and a job file that reads it, of what a workspace holds today: synced back, it
 * plans nothing. What a roster cannot say is left out whole and told, never said otherwise.
 */
@NullMarked
package dev.rollcall.export;

import org.jspecify.annotations.NullMarked;
