/**
 * Any SCIM 2.0 service provider: its users and groups, by plain requests. In what providers differ
 * is data, a {@link dev.rollcall.tenant.scim.ScimProfile}; what they say of themselves is doubted.
 */
@org.jspecify.annotations.NullMarked
package dev.rollcall.tenant.scim;
