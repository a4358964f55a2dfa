/**
 * What must not get out and what must not get in: secrets and how they are hidden, what an address
 * of a database may say, words from outside made harmless, files that are their owner's alone.
 * Plain Java, used from everywhere; nothing here knows rosters, plans or tenants.
 */
@NullMarked
package dev.rollcall.security;

import org.jspecify.annotations.NullMarked;
