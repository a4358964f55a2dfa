/**
 * A workspace that can be read and changed: the seam, and the requests that operations are grouped
 * into. Vendors live in sub-packages.
 */
package dev.rollcall.target;
