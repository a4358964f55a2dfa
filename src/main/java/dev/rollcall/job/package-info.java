/**
 * The job file: reading it with every problem in one go, checking what its parts say of each other,
 * and turning rules into objects.
 */
@NullMarked
package dev.rollcall.job;

import org.jspecify.annotations.NullMarked;
