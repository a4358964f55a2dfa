package dev.rollcall.tenant.workato.payload;

/**
 * A role in one environment, as requests ask for it.
 *
 * @param roleType of which permission model; the API's default is the older one
 */
public record EnvRole(String environmentType, String name, String roleType) {}
