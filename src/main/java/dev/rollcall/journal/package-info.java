/**
 * The seams of {@code apply} on a real database: plain JDBC, migrations, and the one JSON codec of
 * plans and operations.
 */
@NullMarked
package dev.rollcall.journal;

import org.jspecify.annotations.NullMarked;
