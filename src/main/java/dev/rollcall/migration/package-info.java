/**
 * The move of a tenant to another permission model: what it does to everybody, what the job file
 * has to say afterwards, and how that is told. Knows no vendor.
 */
@NullMarked
package dev.rollcall.migration;

import org.jspecify.annotations.NullMarked;
