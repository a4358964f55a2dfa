/**
 * Desired plus actual gives a plan: pure functions over data, without clock, logging, files or
 * network.
 */
@NullMarked
package dev.rollcall.plan;

import org.jspecify.annotations.NullMarked;
