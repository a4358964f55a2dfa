/**
 * Records become people: merged by address over all sources, packed while they wait, contradictions
 * and look-alikes told.
 */
@NullMarked
package dev.rollcall.source.gather;

import org.jspecify.annotations.NullMarked;
