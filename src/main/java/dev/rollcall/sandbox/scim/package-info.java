/**
 * A stand-in SCIM service provider: users and groups in memory, and a switch for every way in which
 * real ones deviate from the RFCs. It refuses what it does not understand, and shares no class with
 * the client.
 */
@org.jspecify.annotations.NullMarked
package dev.rollcall.sandbox.scim;
