/** A row becomes a person record with what it claims, or a reject with all that is wrong. */
@NullMarked
package dev.rollcall.source.mapping;

import org.jspecify.annotations.NullMarked;
