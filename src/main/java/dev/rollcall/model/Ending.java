package dev.rollcall.model;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Something that ends on a day the records name.
 *
 * @param what the entitlement; empty for the person's access as a whole
 * @param on the last day
 * @param origin the cell with the day
 */
public record Ending(Email email, Optional<Entitlement> what, LocalDate on, Origin origin) {}
