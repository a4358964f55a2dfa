/**
 * The job file: its model, reading it with every problem in one go, and turning it into objects.
 */
package dev.rollcall.job;
