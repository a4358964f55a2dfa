/** The Spring Batch job and its steps: the only package that knows Spring. */
package dev.rollcall.batch;
