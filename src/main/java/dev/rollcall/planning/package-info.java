/**
 * From a job file to a judged plan: opens sources and tenant, reads, reconciles, reviews. Writes
 * nothing to a tenant.
 */
@NullMarked
package dev.rollcall.planning;

import org.jspecify.annotations.NullMarked;
