/**
 * What headers and cells mean: which columns feed which field, by the job file, by usual headers or
 * by a known layout; how dates, statuses and names are written. Knows no person.
 */
@NullMarked
package dev.rollcall.source.columns;

import org.jspecify.annotations.NullMarked;
