package dev.rollcall.tenant.workato.payload;

/**
 * A project role to be given.
 *
 * @param assignmentType {@code User} or {@code UserGroup}
 */
public record NewGrant(String assignmentType, Id assignmentId, Id projectRoleId) {}
