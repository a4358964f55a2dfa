package dev.rollcall.rules;

import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Origin;

/**
 * One right that a rule gives.
 *
 * @param origin where the job file says so
 */
public record Grant(Entitlement entitlement, Origin origin) {}
