/**
 * Runs requests, remembers what became of them, verifies and stops: the engine, and the seams of
 * what it remembers.
 */
@NullMarked
package dev.rollcall.apply;

import org.jspecify.annotations.NullMarked;
