/** Verbs, flags and exit codes: the only package that writes to the terminal. */
package dev.rollcall.cli;
