package dev.rollcall.migration;

import dev.rollcall.apply.Ledger;
import java.util.Optional;

/**
 * What a migration goes by, beside the job file.
 *
 * @param losses how many people may lose something
 * @param ledger what former runs remember; empty where there is no repository yet
 */
public record MigrationTerms(int losses, Optional<Ledger> ledger) {}
