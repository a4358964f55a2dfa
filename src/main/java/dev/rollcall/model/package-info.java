/**
 * The nouns both sides share: people, groups, entitlements, rosters, and where a statement came
 * from. Plain JDK; no logging, clock or files.
 */
package dev.rollcall.model;
