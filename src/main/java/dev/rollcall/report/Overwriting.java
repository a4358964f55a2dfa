package dev.rollcall.report;

import dev.rollcall.model.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What of that which is there already may be written over. A file with nothing in it may: nothing
 * is lost with it.
 *
 * @param forced whether somebody has said that all may
 * @param spare what may anyway
 * @param objection why all else may not
 * @param needed what may not, whatever was said: what the very command reads
 */
public record Overwriting(
    boolean forced, Predicate<Path> spare, String objection, Predicate<Path> needed) {

  /** Nothing unless it is forced. */
  public static Overwriting onlyForced(boolean forced) {
    return new Overwriting(forced, file -> false, "is there already", file -> false);
  }

  /** The same, but what is written anew again and again. */
  public Overwriting or(String what, Predicate<Path> files) {
    return new Overwriting(forced, files, objection + ", and is no " + what, needed);
  }

  /** The same, but never what the command needs. */
  public Overwriting never(Predicate<Path> files) {
    return new Overwriting(forced, spare, objection, files);
  }

  /** What is against writing over something. */
  Optional<Problem> objection(String where, Path there) {
    if (Files.isDirectory(there)) {
      return Optional.of(new Problem(where, "is a folder", "name a file in it"));
    }
    if (needed.test(there)) {
      return Optional.of(
          new Problem(where, "is the job itself, or a file that it needs", "name another"));
    }
    if (Files.exists(there) && !Files.isRegularFile(there)) {
      return Optional.of(new Problem(where, "is no file that could be replaced", "name another"));
    }
    return forced || isEmpty(there) || spare.test(there)
        ? Optional.empty()
        : Optional.of(new Problem(where, objection, "name another, or say --force"));
  }

  private static boolean isEmpty(Path file) {
    try {
      return Files.size(file) == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
