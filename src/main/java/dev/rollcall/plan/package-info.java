/**
 * Desired plus actual gives a plan: pure functions over data, without clock, logging, files or
 * network.
 */
package dev.rollcall.plan;
