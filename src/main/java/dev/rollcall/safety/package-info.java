/** May this plan run? Every fence that can hold operations back is one small class here. Pure. */
package dev.rollcall.safety;
