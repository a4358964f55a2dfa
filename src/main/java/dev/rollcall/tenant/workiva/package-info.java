/**
 * Workiva organizations: people, organization roles, workspaces with their roles and groups, and
 * permissions on files, over the administration API.
 */
@NullMarked
package dev.rollcall.tenant.workiva;

import org.jspecify.annotations.NullMarked;
