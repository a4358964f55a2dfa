package dev.rollcall.sandbox;

import dev.rollcall.security.OwnerOnly;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The right to a state file, which one stand-in has at a time: a lock on a file beside it. */
final class StateLock implements Closeable {

  private final FileChannel lock;

  private StateLock(FileChannel lock) {
    this.lock = lock;
  }

  /** Takes it, and makes the folder it lies in. */
  static StateLock of(Path file) {
    try {
      OwnerOnly.ALONE.folder(file.resolveSibling(""));
      Path beside = file.resolveSibling(file.getFileName() + ".lock");
      FileChannel channel =
          FileChannel.open(OwnerOnly.ALONE.file(beside), StandardOpenOption.WRITE);
      if (isTaken(channel)) {
        return new StateLock(channel);
      }
      channel.close();
    } catch (IOException e) {
      throw new SandboxException(file + ": cannot be opened: " + e.getMessage(), e);
    }
    throw new SandboxException(file + ": another sandbox is using this state file");
  }

  private static boolean isTaken(FileChannel channel) throws IOException {
    try {
      FileLock held = channel.tryLock();
      return held != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }
}
