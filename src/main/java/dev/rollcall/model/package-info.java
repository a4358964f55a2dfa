/**
 * The nouns both sides share: people, groups, entitlements, rosters, and where a statement came
 * from. Plain JDK; no logging, clock or files.
 */
@NullMarked
package dev.rollcall.model;

import org.jspecify.annotations.NullMarked;
