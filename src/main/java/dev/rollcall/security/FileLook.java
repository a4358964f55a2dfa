package dev.rollcall.security;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/**
 * A look at what is at a path. To {@link Files#exists} whatever is closed to us is not there: where
 * that decides that nothing was kept, or that there is nothing to delete, it is not to be asked.
 */
public final class FileLook {

  private FileLook() {}

  /**
   * What is there; empty where nothing is.
   *
   * @throws IOException where that cannot be told, as in a folder that does not let us in
   */
  public static Optional<BasicFileAttributes> at(Path path, LinkOption... links)
      throws IOException {
    try {
      return Optional.of(Files.readAttributes(path, BasicFileAttributes.class, links));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /** Whether nobody can say that there is nothing: whoever opens it then says why it cannot be. */
  public static boolean mayBeThere(Path path) {
    return !Files.notExists(path);
  }
}
