package dev.rollcall.plan;

import dev.rollcall.model.Email;

/**
 * Whose an address was when a plan was last accepted.
 *
 * @param employeeId as {@link dev.rollcall.model.EmployeeIds#key} makes it
 * @param name the full name in the roster, so that an id given to somebody else is noticed; empty
 *     where there was none
 */
public record KnownAddress(Email email, String employeeId, String name) {}
