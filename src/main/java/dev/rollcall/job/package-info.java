/**
 * The job file: reading it with every problem in one go, checking what its parts say of each other,
 * and turning rules into objects.
 */
package dev.rollcall.job;
