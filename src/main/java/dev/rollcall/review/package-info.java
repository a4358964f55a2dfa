/**
 * Reviews access: puts all access there is beside what the records say, and makes a plan of what
 * reviewers have decided.
 */
@NullMarked
package dev.rollcall.review;

import org.jspecify.annotations.NullMarked;
