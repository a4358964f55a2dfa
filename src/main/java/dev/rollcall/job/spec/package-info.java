/**
 * What a job file can say, as records: one for each block, and how a text becomes each of its
 * values.
 */
@NullMarked
package dev.rollcall.job.spec;

import org.jspecify.annotations.NullMarked;
