package dev.rollcall.migration;

import dev.rollcall.job.LoadedJob;
import dev.rollcall.job.RewrittenJobFile;
import dev.rollcall.report.Overwriting;
import dev.rollcall.report.RequestedFile;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * The files that a migration leaves: who held what before it and after it, and the job file as it
 * would have to be. The job file itself is never touched.
 */
public final class MigrationFiles {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final LoadedJob job;
  private final String stem;

  /** Those of a migration that begins now. */
  public MigrationFiles(LoadedJob job, Instant now) {
    this.job = job;
    this.stem = "role-migration-" + TIME.format(now);
  }

  /**
   * Writes the report, over what was written of the same migration before.
   *
   * @throws dev.rollcall.report.CannotWrite where that fails
   */
  public List<Path> report(MigrationReport report) {
    Path folder = job.file().report().folder().path();
    Path json = folder.resolve(stem + ".json");
    Path markdown = folder.resolve(stem + ".md");
    write(new MigrationJson(), report, json);
    write(new MigrationMarkdown(), report, markdown);
    return List.of(json, markdown);
  }

  private static void write(MigrationWriter writer, MigrationReport report, Path file) {
    RequestedFile.withFolder("the report", file, Overwriting.onlyForced(true))
        .write(
            out -> {
              Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
              writer.write(report, text);
              text.flush();
            });
  }

  /**
   * Writes the proposal beside the job file, over nothing that is there.
   *
   * @throws dev.rollcall.report.CannotWrite where that fails
   */
  public Path proposal(RewrittenJobFile proposal) {
    Path file = proposed(1);
    for (int number = 2; Files.exists(file); number++) {
      file = proposed(number);
    }
    RequestedFile.of("the proposal", file, Overwriting.onlyForced(false))
        .write(out -> out.write(proposal.text().getBytes(StandardCharsets.UTF_8)));
    return file;
  }

  /** {@code nightly.proposed.yaml}, {@code nightly.proposed-2.yaml}. */
  private Path proposed(int number) {
    String name = String.valueOf(job.path().getFileName());
    int dot = name.lastIndexOf('.');
    String stem = dot < 0 ? name : name.substring(0, dot);
    String end = dot < 0 ? "" : name.substring(dot);
    return job.path().resolveSibling(stem + ".proposed" + (number == 1 ? "" : "-" + number) + end);
  }
}
