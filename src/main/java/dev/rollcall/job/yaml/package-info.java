/**
 * YAML bound to records, every problem in one go and each with its line: the tree of a file, its
 * references to variables and files, overrides, and the JSON Schema of the same records. Knows
 * nothing of what a job file says.
 */
@NullMarked
package dev.rollcall.job.yaml;

import org.jspecify.annotations.NullMarked;
