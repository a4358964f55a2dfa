package dev.rollcall.cli;

import dev.rollcall.job.JobFileReader;
import dev.rollcall.job.LoadedJob;
import dev.rollcall.job.yaml.Surroundings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The job file of a command, and the values that the command line overrides in it. */
final class JobArgument {

  @Parameters(
      index = "0",
      paramLabel = "JOB",
      description = "The job file, e.g. jobs/nightly.yaml.")
  Path path;

  @Option(
      names = "--set",
      paramLabel = "PATH=VALUE",
      description =
          "Overrides one value of the job file, e.g. --set safety.invites.count=500. May be"
              + " repeated.")
  List<String> overrides = new ArrayList<>();

  /** Reads the job file; doubtful things in it are said. */
  LoadedJob read(Terminal terminal) {
    return read(path, overrides, terminal);
  }

  /** Reads it for work that asks no workspace: tokens may be missing. */
  LoadedJob readOffline(Terminal terminal) {
    return readOffline(path, overrides, terminal);
  }

  /** The same of any job file. */
  static LoadedJob readOffline(Path path, List<String> overrides, Terminal terminal) {
    return warned(JobFileReader.offline(Surroundings.ofProcess()).read(path, overrides), terminal);
  }

  /** Reads a job file that is known from elsewhere. */
  static LoadedJob read(Path path, List<String> overrides, Terminal terminal) {
    return warned(new JobFileReader(Surroundings.ofProcess()).read(path, overrides), terminal);
  }

  private static LoadedJob warned(LoadedJob job, Terminal terminal) {
    job.warnings().forEach(warning -> terminal.err().println("rollcall: " + warning));
    return job;
  }
}
