import dev.rollcall.job.JobFileReader;
import dev.rollcall.job.LoadedJob;
import dev.rollcall.job.yaml.ReferenceSources;
import dev.rollcall.planning.RosterReading;
import dev.rollcall.source.columns.Destination;
import dev.rollcall.source.gather.Gathered;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** The sources of a job file, read as every command reads them: one after the other. */
final class RosterOfJob {

  private final LoadedJob job;
  private final LocalDate today;
  private final Destination workspace;

  RosterOfJob(String yaml, LocalDate today, Destination workspace) throws IOException {
    Path file = Files.createTempFile(Path.of(""), "job", ".yaml");
    Files.writeString(file, yaml);
    this.job = new JobFileReader(ReferenceSources.ofProcess()).read(file, List.of());
    this.today = today;
    this.workspace = workspace;
  }

  /** How many people were read, mapped, gathered and checked; all must be usable. */
  int people() {
    try (RosterReading reading = new RosterReading(job, today, workspace)) {
      reading.gatherAll();
      Gathered gathered = reading.seal();
      if (!gathered.problems().isEmpty()) {
        throw new Trouble("a roster with problems: " + gathered.problems().get(0));
      }
      return gathered.people().size();
    }
  }
}
