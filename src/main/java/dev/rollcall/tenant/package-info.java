/**
 * A tenant that can be read and changed, whoever its vendor is: the seam, and the requests that
 * operations are grouped into. Vendors live in sub-packages.
 */
@NullMarked
package dev.rollcall.tenant;

import org.jspecify.annotations.NullMarked;
