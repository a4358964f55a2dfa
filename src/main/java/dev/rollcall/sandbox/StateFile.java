package dev.rollcall.sandbox;

import dev.rollcall.security.FileLook;
import dev.rollcall.security.OwnerOnly;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/**
 * Keeps the state on disk as a log of changes, one line a request. A line is handed to the
 * operating system before the request is answered, so a killed process loses nothing that was
 * acknowledged, and a change costs the same however large the state is. A line that a kill cut
 * short was never acknowledged and is dropped at the next start. Opening rewrites the file when its
 * end is torn or most of it has been superseded. A lock file keeps a second process out.
 */
final class StateFile implements Closeable {
  private static final String HEADER = "{\"rollcall-sandbox-state\":1}";
  private static final int WORTH_COMPACTING = 2000;

  private final Path file;
  private final StateLock lock;
  private Optional<RandomAccessFile> changes = Optional.empty();

  private StateFile(Path file, StateLock lock) {
    this.file = file;
    this.lock = lock;
  }

  /** Takes the file for this process; nothing is read or written yet. */
  static StateFile claim(Path file) {
    Path absolute = file.toAbsolutePath();
    return new StateFile(absolute, StateLock.of(absolute));
  }

  /** Whether there is something that is to be loaded; a seed would take its place. */
  boolean exists() {
    return FileLook.mayBeThere(file);
  }

  /** Fills an empty store from the file. */
  void load(Store store) {
    try {
      long changed = 0;
      long good = 0;
      try (BufferedReader reader = Files.newBufferedReader(file)) {
        StateLines lines = new StateLines(reader, file, store);
        lines.header(HEADER);
        for (int rows = lines.next(); rows > 0; rows = lines.next()) {
          changed += rows;
        }
        good = lines.goodBytes();
      }
      long live = store.tables().stream().mapToLong(Table::size).sum();
      if (changed > live * 2 + WORTH_COMPACTING || good != Files.size(file)) {
        save(store);
      } else {
        append(good);
      }
    } catch (IOException e) {
      throw new SandboxException(file + ": cannot be read: " + e.getMessage(), e);
    }
  }

  /** Writes the whole store to a new file, then puts it in place of the old one. */
  void save(Store store) {
    Path temporary = file.resolveSibling(file.getFileName() + ".new");
    try {
      try (Writer writer = OwnerOnly.ALONE.writer(temporary)) {
        writer.write(HEADER + "\n");
        for (Table<?> table : store.tables()) {
          saveTable(table, writer);
        }
      }
      Files.move(
          temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      append(Files.size(file));
    } catch (IOException e) {
      throw new SandboxException(file + ": cannot be written: " + e.getMessage(), e);
    }
  }

  /** Appends the changes of one request; they are safe from a kill when this returns. */
  void write(List<Store.Change> transaction) {
    if (transaction.isEmpty()) {
      return;
    }
    try {
      changes
          .orElseThrow()
          .write((StateLines.write(transaction) + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": cannot be written", e);
    }
  }

  @Override
  public void close() throws IOException {
    if (changes.isPresent()) {
      changes.get().close();
    }
    lock.close();
  }

  private static <R extends StoredRow> void saveTable(Table<R> table, Writer writer)
      throws IOException {
    for (var entry : table.byKey().entrySet()) {
      writer.write(StateLines.write(table.name(), entry.getKey(), entry.getValue()));
      writer.write('\n');
    }
  }

  /** Goes on behind the last complete line. */
  private void append(long position) throws IOException {
    if (changes.isPresent()) {
      changes.get().close();
    }
    // Not a channel: an interrupted thread would close that for everybody.
    RandomAccessFile fresh = new RandomAccessFile(OwnerOnly.ALONE.file(file).toFile(), "rw");
    changes = Optional.of(fresh);
    fresh.setLength(position);
    fresh.seek(position);
  }
}
