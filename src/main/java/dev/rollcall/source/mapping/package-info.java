/** A row becomes a person record with what it claims, or a reject with all that is wrong. */
package dev.rollcall.source.mapping;
