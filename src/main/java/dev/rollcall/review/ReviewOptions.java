package dev.rollcall.review;

import dev.rollcall.apply.RunId;
import java.time.Duration;
import java.util.Optional;

/**
 * What a review is asked to tell.
 *
 * @param dormantAfter how long an account is not used that counts as dormant
 * @param privileges whether the tenant is asked, person by person, what they may do
 * @param since the run since which changes are told
 */
public record ReviewOptions(Duration dormantAfter, boolean privileges, Optional<RunId> since) {}
