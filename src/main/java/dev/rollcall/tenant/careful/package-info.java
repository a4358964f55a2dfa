/**
 * Batched requests that a vendor may not honour: tried small, read back, and restored where they
 * did harm; and what that takes, foreseen. Knows no vendor: what answers mean, and which list an
 * operation changes, is told by {@link dev.rollcall.tenant.careful.Answers} and {@link
 * dev.rollcall.tenant.careful.RequestShapes}.
 */
@NullMarked
package dev.rollcall.tenant.careful;

import org.jspecify.annotations.NullMarked;
