/**
 * One record a JSON shape of the Workato Developer API. Tolerant: unknown fields are ignored, and
 * absent or null ones become empty.
 */
@NullMarked
package dev.rollcall.tenant.workato.payload;

import org.jspecify.annotations.NullMarked;
