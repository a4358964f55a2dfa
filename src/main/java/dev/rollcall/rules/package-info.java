/**
 * Who gets what because of who they are: gathered person records plus the job file's rules become
 * the desired side. The only package that knows CEL.
 */
@NullMarked
package dev.rollcall.rules;

import org.jspecify.annotations.NullMarked;
