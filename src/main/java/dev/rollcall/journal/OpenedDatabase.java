package dev.rollcall.journal;

import dev.rollcall.apply.RunId;
import java.sql.Connection;
import java.util.function.Consumer;

/**
 * An opened database of a repository.
 *
 * @param name for messages
 * @param anchor a connection that is kept to the end, and with it H2's lock on its file
 * @param named takes the run that holds the database, to note it for others
 * @param afterwards what is to be done once everything is closed
 */
record OpenedDatabase(
    String name,
    RepositoryPool connections,
    Connection anchor,
    DatabaseLeases.Proofs proofs,
    Consumer<RunId> named,
    Runnable afterwards) {}
