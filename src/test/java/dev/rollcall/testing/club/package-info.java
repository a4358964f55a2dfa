/**
 * A tiny vendor, unlike any real one: clubs with teams, and doors of which teams hold keys. People
 * get an account at once, and are suspended by a mark. It shows that nothing but data and requests
 * makes a vendor.
 */
package dev.rollcall.testing.club;
