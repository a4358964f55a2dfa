/**
 * What the build does to the compiled classes before they are packed: what the compiler leaves for
 * Java to be made at its first use is made then, once and for all. Nothing of it is shipped.
 */
@NullMarked
package dev.rollcall.build;

import org.jspecify.annotations.NullMarked;
