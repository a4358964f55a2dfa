package dev.rollcall.journal;

import dev.rollcall.security.OwnerOnly;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.UserPrincipal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes the file of an H2 database anew, without what was deleted: H2 itself only marks it as
 * free, and the bytes stay where they were.
 *
 * <p>H2's own way would leave a moment in which another process can open the file that is about to
 * be replaced. Here the file stays locked until the new one has its name, and the work is done on a
 * copy in a folder that nobody else can look into.
 */
final class Compaction {

  private static final String COPIES = ".rollcall-compact-";
  private static final String COPY = "copy";
  private static final String ENDING = ".mv.db";

  private final Path file;

  private Compaction(Path file) {
    this.file = file;
  }

  /** Opens a database by its path without ending. */
  interface Opener {
    Connection open(Path database) throws SQLException;
  }

  /** Of the file itself, where its name is a link to it. */
  static Compaction of(Path file) throws IOException {
    return new Compaction(file.toRealPath());
  }

  /**
   * Does it.
   *
   * @return false where another process, or another part of this one, has the file open
   */
  boolean run(Opener opener) throws IOException, SQLException {
    try (FileChannel original =
        FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      if (!isLocked(original)) {
        return false;
      }
      clear();
      Path folder = OwnerOnly.ALONE.temporaryFolder(file.resolveSibling(""), COPIES);
      try {
        Path copy = folder.resolve(COPY + ENDING);
        copy(original, copy);
        try (Connection connection = opener.open(folder.resolve(COPY));
            Statement statement = connection.createStatement()) {
          statement.execute("SHUTDOWN COMPACT");
        }
        secure(copy);
        giveTo(Files.getOwner(file), copy);
        Files.move(copy, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return true;
      } finally {
        delete(folder);
      }
    }
  }

  /** Safe from a loss of power before it takes the place of what was safe. */
  private static void secure(Path copy) throws IOException {
    try (FileChannel channel =
        FileChannel.open(OwnerOnly.ALONE.file(copy), StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  /** Whoever does this for others, as root can, must not keep their file. */
  private static void giveTo(UserPrincipal owner, Path copy) throws IOException {
    if (!Files.getOwner(copy).equals(owner)) {
      Files.setOwner(copy, owner);
    }
  }

  /** The lock is let go with the channel. */
  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  /** Through the channel that holds the lock: closing another one would let go of it. */
  private static void copy(FileChannel original, Path copy) throws IOException {
    try (FileChannel out = FileChannel.open(OwnerOnly.ALONE.file(copy), StandardOpenOption.WRITE)) {
      long size = original.size();
      for (long done = 0; done < size; ) {
        done += original.transferTo(done, size - done, out);
      }
    }
  }

  /** Whoever died in the middle has left a copy. */
  private void clear() throws IOException {
    try (Stream<Path> beside = Files.list(file.resolveSibling(""))) {
      for (Path each : beside.filter(Compaction::isCopy).toList()) {
        delete(each);
      }
    }
  }

  private static boolean isCopy(Path path) {
    return path.getFileName().toString().startsWith(COPIES);
  }

  private static void delete(Path folder) throws IOException {
    List<Path> all;
    try (Stream<Path> files = Files.walk(folder)) {
      all = files.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path each : all) {
      Files.deleteIfExists(each);
    }
  }
}
