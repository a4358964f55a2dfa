/**
 * A tenant that can be read and changed, whoever its vendor is: the seam, and the requests that
 * operations are grouped into. Vendors live in sub-packages.
 */
package dev.rollcall.tenant;
