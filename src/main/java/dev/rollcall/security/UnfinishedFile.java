package dev.rollcall.security;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A file in the making, under another name beside its place, so that it is there whole or not at
 * all. What was not put into its place is deleted in the end, whatever went wrong.
 */
public final class UnfinishedFile implements AutoCloseable {

  /** Hidden, so that nobody takes it for a roster. */
  private static final String PREFIX = ".rollcall-";

  private final Path path;
  private final OwnerOnly access;

  private UnfinishedFile(Path path, OwnerOnly access) {
    this.path = path;
    this.access = access;
  }

  /** One under this name, over what was left of it before. */
  public static UnfinishedFile named(Path path, OwnerOnly access) {
    return new UnfinishedFile(path, access);
  }

  /** An empty one for its owner alone, under a name that nobody can foresee. */
  public static UnfinishedFile in(Path folder, String ending) throws IOException {
    return new UnfinishedFile(
        OwnerOnly.ALONE.temporaryFile(folder, PREFIX, ending), OwnerOnly.ALONE);
  }

  /** The same beside a file, with the ending of that. */
  public static UnfinishedFile beside(Path file) throws IOException {
    String name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.');
    return in(file.toAbsolutePath().resolveSibling(""), dot < 0 ? "" : name.substring(dot));
  }

  /** Where it is for now. */
  public Path path() {
    return path;
  }

  /** Opens it, from its beginning. */
  public OutputStream output() throws IOException {
    return access.output(path);
  }

  /** The same for text in UTF-8. */
  public Writer writer() throws IOException {
    return access.writer(path);
  }

  /** Puts it into its place, over what is there. */
  public void replace(Path place) throws IOException {
    try {
      Files.move(path, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(path, place, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Puts it into its place, where nothing is there by now. */
  public void place(Path place) throws IOException {
    Files.move(path, place);
  }

  /** Deletes it, unless it is in its place. */
  @Override
  public void close() {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      // What is left is hidden, and its owner's alone.
    }
  }
}
