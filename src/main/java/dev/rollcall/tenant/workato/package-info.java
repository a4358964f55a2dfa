/**
 * Workato workspace collaborators under the new permission model. Translates operations into the
 * Developer API and its answers into outcomes; its ids never leave this package.
 */
@NullMarked
package dev.rollcall.tenant.workato;

import org.jspecify.annotations.NullMarked;
