/** May this plan run? Every fence that can hold operations back is one small class here. Pure. */
@NullMarked
package dev.rollcall.safety;

import org.jspecify.annotations.NullMarked;
