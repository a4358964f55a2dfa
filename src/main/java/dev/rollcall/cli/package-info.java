/** Verbs, flags and exit codes: the only package that writes to the terminal. */
@NullMarked
package dev.rollcall.cli;

import org.jspecify.annotations.NullMarked;
