/**
 * Runs requests, remembers what became of them, verifies and stops: the engine, and the seams of
 * what it remembers.
 */
package dev.rollcall.apply;
