/**
 * Writes a starter job file for a roster: looks at it, keeps what it is sure of, and asks about the
 * rest. Knows sources and their fields, no tenant.
 */
@NullMarked
package dev.rollcall.starter;

import org.jspecify.annotations.NullMarked;
