package dev.rollcall.testing;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A lock on a folder of the build, against the other processes that run tests at the same time:
 * what is made there once a build is made by one of them. For one thread of a process.
 */
final class BuildLock implements AutoCloseable {

  private final FileChannel file;
  private final FileLock lock;

  private BuildLock(FileChannel file) throws IOException {
    this.file = file;
    this.lock = file.lock();
  }

  /** Waits for it; the folder is made where it is missing. */
  static BuildLock on(Path folder) throws IOException {
    Files.createDirectories(folder);
    return new BuildLock(
        FileChannel.open(
            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE));
  }

  @Override
  public void close() throws IOException {
    lock.release();
    file.close();
  }
}
