/** Builders of invented people and workspaces for tests of every package; no tests of its own. */
package dev.rollcall.testing;
