/** Rows and answers of the administration API, as far as anybody asks for them. */
@NullMarked
package dev.rollcall.tenant.workiva.payload;

import org.jspecify.annotations.NullMarked;
