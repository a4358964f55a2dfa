/** The Spring Batch job and its steps: the only package that knows Spring. */
@NullMarked
package dev.rollcall.batch;

import org.jspecify.annotations.NullMarked;
