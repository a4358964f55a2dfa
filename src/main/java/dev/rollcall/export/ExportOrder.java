package dev.rollcall.export;

import dev.rollcall.job.LoadedJob;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What is to be exported, and to where.
 *
 * @param everybody whether people outside the job's scope are meant too
 * @param out the roster; empty where it goes to stdout, as CSV
 * @param jobFile a job file that reads it
 * @param force whether files that are there may be overwritten
 */
public record ExportOrder(
    LoadedJob job, boolean everybody, Optional<Path> out, Optional<Path> jobFile, boolean force) {}
