package dev.rollcall.cli;

import dev.rollcall.job.JobFileReader;
import dev.rollcall.job.LoadedJob;
import dev.rollcall.job.yaml.ReferenceSources;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** The job file of a command, and the values that the command line overrides in it. */
final class JobArgument implements Arguments {

  private final Argument<Path> path =
      Argument.positional(0, "JOB", "The job file, e.g. jobs/nightly.yaml.").required(Path.class);

  private final SetOption set = new SetOption();

  @Override
  public void addTo(CommandSpec command) {
    Arguments.addAll(command, path, set);
  }

  /** What is overridden in it. */
  List<String> overrides() {
    return set.given();
  }

  /** Reads the job file; doubtful things in it are said. */
  LoadedJob read(Terminal terminal) {
    return read(path.given(), overrides(), terminal);
  }

  /** Reads it for work that asks no workspace: tokens may be missing. */
  LoadedJob readOffline(Terminal terminal) {
    return readOffline(path.given(), overrides(), terminal);
  }

  /** The same of any job file. */
  static LoadedJob readOffline(Path path, List<String> overrides, Terminal terminal) {
    return known(
        JobFileReader.offline(ReferenceSources.with(terminal.environment())).read(path, overrides),
        terminal);
  }

  /** Reads a job file that is known from elsewhere. */
  static LoadedJob read(Path path, List<String> overrides, Terminal terminal) {
    return known(
        new JobFileReader(ReferenceSources.with(terminal.environment())).read(path, overrides),
        terminal);
  }

  private static LoadedJob known(LoadedJob job, Terminal terminal) {
    terminal.discretion().keep(job.secrets());
    job.warnings().forEach(warning -> terminal.say(Event.of(EventKind.WARNING, warning)));
    return job;
  }
}
