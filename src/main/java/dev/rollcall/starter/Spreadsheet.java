package dev.rollcall.starter;

import dev.rollcall.job.spec.JobName;
import dev.rollcall.job.spec.ResolvedPath;
import dev.rollcall.job.spec.RosterSpec;
import dev.rollcall.job.spec.Secret;
import dev.rollcall.job.spec.SourceSpec;
import dev.rollcall.job.yaml.Located;
import dev.rollcall.job.yaml.Position;
import dev.rollcall.source.FileChoice;
import java.nio.file.Path;
import java.util.Optional;

/** A file of people, as the source of a job that a job file would declare. */
record Spreadsheet(String name, Path path, String label) {

  SourceSpec csv(RosterSpec roster) {
    return new SourceSpec.CsvSpec(
        located(),
        resolved(),
        FileChoice.Which.NEWEST,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        roster);
  }

  SourceSpec excel(Optional<String> sheet, Optional<String> password, RosterSpec roster) {
    return new SourceSpec.ExcelSpec(
        located(),
        resolved(),
        FileChoice.Which.NEWEST,
        sheet,
        Optional.empty(),
        password.map(Secret::of),
        Optional.empty(),
        roster);
  }

  private Located<JobName> located() {
    return new Located<>(new JobName(name), Position.whole(label));
  }

  private ResolvedPath resolved() {
    return new ResolvedPath(label, path.toAbsolutePath().normalize());
  }
}
