package dev.rollcall.planning;

import dev.rollcall.job.LoadedJob;
import dev.rollcall.job.spec.SourceSpec;
import dev.rollcall.source.UnreadableSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The files that a job cannot do without: itself, the rosters that it reads by now, and whatever
 * else it names, such as secrets. No command writes over them, whatever it is told.
 */
public final class NeededFiles {

  private final LoadedJob job;

  /** Those of a job. */
  public NeededFiles(LoadedJob job) {
    this.job = job;
  }

  /** Whether a file is one of them. */
  public boolean has(Path file) {
    return isSame(job.path(), file)
        || job.named().stream().anyMatch(named -> isSame(named, file))
        || isRoster(file);
  }

  /** Whether it is one of them and no roster. */
  public boolean hasBesideRosters(Path file) {
    return has(file) && !isRoster(file);
  }

  private boolean isRoster(Path file) {
    return job.file().sources().stream()
        .flatMap(source -> files(source).stream())
        .anyMatch(roster -> isSame(roster, file));
  }

  private static List<Path> files(SourceSpec source) {
    try {
      return SourceFactory.files(source);
    } catch (UnreadableSource e) {
      // Then there is none that could be lost.
      return List.of();
    }
  }

  /** Whatever links lead there. */
  private static boolean isSame(Path one, Path other) {
    try {
      return Files.isSameFile(one, other);
    } catch (IOException e) {
      return false;
    }
  }
}
