package dev.rollcall.job.spec;

import dev.rollcall.security.H2Place;
import dev.rollcall.security.JdbcAddress;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * The folder of a job file, which paths in it are relative to.
 *
 * @param named is told of each file and folder that the job file names, absolute
 */
public record JobFolder(Path path, Consumer<Path> named) {

  private static final String ENDING_OF_H2 = ".mv.db";

  /** A path that stands in the file. */
  ResolvedPath resolve(String text) {
    ResolvedPath resolved = ResolvedPath.of(text, path);
    named.accept(resolved.path());
    return resolved;
  }

  /** An address that stands in the file: that of H2 may be a file's. */
  JdbcAddress locate(JdbcAddress address) {
    JdbcAddress resolved = address.within(path);
    if (resolved.scheme().equals("h2") && resolved.h2().kind() == H2Place.Kind.FILE) {
      named.accept(Path.of(resolved.h2().file() + ENDING_OF_H2));
    }
    return resolved;
  }
}
