package dev.rollcall.sandbox;

import dev.rollcall.security.FileLook;
import dev.rollcall.security.OwnerOnly;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * A small state on disk as one text, which is put in place of the one before whenever it changes:
 * whoever is killed leaves the one or the other. A second process is kept out.
 */
public final class StateDocument implements AutoCloseable {

  private final Path file;
  private final StateLock lock;

  private StateDocument(Path file, StateLock lock) {
    this.file = file;
    this.lock = lock;
  }

  /**
   * Takes the file for this process; nothing is read or written yet.
   *
   * @throws SandboxException where another has it
   */
  public static StateDocument claim(Path file) {
    Path absolute = file.toAbsolutePath();
    return new StateDocument(absolute, StateLock.of(absolute));
  }

  /** What was written last; empty where nothing was. */
  public Optional<String> read() {
    try {
      return FileLook.mayBeThere(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    } catch (IOException e) {
      throw new SandboxException(file + ": cannot be read: " + e.getMessage(), e);
    }
  }

  /** Puts this in its place; it is safe from a kill when this returns. */
  public void write(String text) {
    Path temporary = file.resolveSibling(file.getFileName() + ".new");
    try {
      try (Writer writer = OwnerOnly.ALONE.writer(temporary)) {
        writer.write(text);
      }
      Files.move(
          temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": cannot be written", e);
    }
  }

  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
