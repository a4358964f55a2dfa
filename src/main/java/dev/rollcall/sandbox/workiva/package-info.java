/**
 * A stand-in for a Workiva organization: people, organization roles, workspaces with their roles,
 * members and groups, and permissions on files, over the administration API. What the vendor's
 * documents leave open is a switch each; what it does not know is refused.
 */
@NullMarked
package dev.rollcall.sandbox.workiva;

import org.jspecify.annotations.NullMarked;
